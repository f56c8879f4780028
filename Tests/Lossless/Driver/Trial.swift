import ApusRuntime
import Foundation

/// Reads a JSON text as a type and writes it again, with the direct codec and with Foundation's coders.
typealias Trial = @Sendable (String) -> [String: JSONValue]

func trial<Value: JSONCodable & Codable>(_ type: Value.Type) -> Trial {
    { text in
        var result: [String: JSONValue] = [:]
        do { result["text"] = .string(try Value(jsonText: text).jsonText()) } catch {
            result["error"] = .string("\(error)")
        }
        do {
            let value = try JSONDecoder().decode(Value.self, from: Data(text.utf8))
            result["foundation"] = .string(String(decoding: try JSONEncoder().encode(value), as: UTF8.self))
        } catch {
            result["foundationError"] = .string("\(error)")
        }
        return result
    }
}

/// Tests a type whose `Codable` is not generated, such as `Date` or `[Pet]`, as the member of a model.
func trialOfMember<Value: JSONCodable & Hashable & Sendable>(_ type: Value.Type) -> Trial {
    let whole = trial(Holder<Value>.self)
    return { text in
        whole("{\"value\":\(text)}").mapValues { result in
            guard case .string(let text) = result, text.hasPrefix("{\"value\":") else { return result }
            return .string(String(text.dropFirst(9).dropLast()))
        }
    }
}

/// Stands for the schemas of multipart forms, which are not JSON.
struct FormOfParts {}

func trialOfMember(_: FormOfParts.Type) -> Trial { { _ in ["form": true] } }

private struct Holder<Value: JSONCodable & Hashable & Sendable>: JSONModel {
    var value: Value

    init(json object: inout JSONObjectReader) throws(JSONError) { value = try object.required("value") }

    func write(to object: inout JSONObjectWriter) { object.write("value", value) }
}
