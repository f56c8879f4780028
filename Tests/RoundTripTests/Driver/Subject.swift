import ApusRuntime
import Foundation

/// The generated code of one document: the results of its components, properties and operations for a case.
struct Subject {
    typealias Result = [String: JSONValue]

    private var models: [String: (String) -> Result] = [:]
    private var properties: [String: (String, String) throws -> Result] = [:]
    private var operations: [String: (Exchange) async throws -> Void] = [:]

    /// `rebuild` passes each property through the memberwise initialiser.
    mutating func add<Model: JSONCodable & Codable & Hashable>(
        model name: String, _ type: Model.Type, rebuild: @escaping (Model) -> Model = { $0 }
    ) {
        models[name] = { text in CodecTrial(text, rebuild).result }
    }

    mutating func add<Model: JSONModel, Value: JSONEncodable>(
        property name: String, _ path: WritableKeyPath<Model, Value>
    ) {
        properties[name] = { base, other in
            let value = try Model(jsonText: other)[keyPath: path]
            var model = try Model(jsonText: base)
            model[keyPath: path] = value
            return ["read": .string(try value.jsonText()), "written": .string(try model.jsonText())]
        }
    }

    mutating func add(operation name: String, _ call: @escaping (Exchange) async throws -> Void) {
        operations[name] = call
    }

    /// The result of a case; `nil` if the generated code does not contain the subject of the case.
    func result(of item: JSONView, kind: String) async -> JSONValue? {
        let text = { (key: String) in item[key]?.string ?? "" }
        do {
            switch kind {
            case "models": return models[text("schema")].map { .object($0(text("text"))) }
            case "properties":
                return try properties[text("property")].map { .object(try $0(text("base"), text("other"))) }
            default:
                guard let call = operations[text("operation")] else { return nil }
                let exchange = Exchange(item)
                try await call(exchange)
                return exchange.result
            }
        } catch {
            return ["error": .string("\(error)")]
        }
    }
}
