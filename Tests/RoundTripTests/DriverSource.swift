import ApusPlanning
import ApusRendering
import CompiledSDK

/// Writes the part of the driver that uses what was generated from one document.
struct DriverSource {
    let sdk: GeneratedSDK
    var plan: Plan { sdk.plan }

    func text(withOperations: Bool) -> String {
        let components = sdk.components.sorted { $0.key < $1.key }
        // Operations use types of Foundation.
        var lines = ["import ApusRuntime", withOperations ? "import Foundation" : "", "import \(sdk.module)", ""]
        lines += ["func subject\(sdk.module)() -> Subject {", "    var subject = Subject()"]
        lines += components.flatMap { model($0.key, plan[$0.value]) }.map { "    " + $0 }
        if withOperations { lines += plan.operations.map { "    " + operationEntry($0) } }
        lines += ["    return subject", "}"]
        if withOperations { lines += server() + plan.operations.flatMap(call) }
        return lines.joined(separator: "\n") + "\n"
    }

    static func subjects(_ modules: [String]) -> String {
        let entries = modules.map { "\"\($0)\": subject\($0)()" }.joined(separator: ", ")
        return "var subjects: [String: Subject] { [\(entries)] }\n"
    }

    // MARK: Components

    private func model(_ component: String, _ declaration: Declaration) -> [String] {
        let name = Escaping.stringLiteral(component)
        let type = self.name(of: declaration.id)
        guard case .structure(let structure) = declaration.kind else {
            return ["subject.add(model: \(name), \(type).self)"]
        }
        if structure.codec == .multipart { return [] }
        var arguments = structure.properties.map(\.name)
        if let additional = structure.additional { arguments.append(additional.name) }
        let list = arguments.map { "\(Escaping.identifier($0)): $0.\(Escaping.member($0))" }.joined(separator: ", ")
        let model = "subject.add(model: \(name), \(type).self) { \(type)(\(list)) }"
        if structure.codec == .tuple { return [model] }
        let properties = structure.properties.map { property in
            let path = Escaping.stringLiteral("\(component)/\(property.key)")
            return "subject.add(property: \(path), \\\(type).\(Escaping.member(property.name)))"
        }
        return [model] + properties
    }

    // MARK: Types

    func text(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .external(let type): type.name
        case .declared(let id): name(of: id)
        case .array(let element): "[\(text(element))]"
        case .dictionary(let value, let key): "[\(text(key)): \(text(value))]"
        case .optional(let wrapped): "\(text(wrapped))?"
        case .nullable(let wrapped): "Nullable<\(text(wrapped))>"
        case .generic(let generic, let inner): "\(generic.rawValue)<\(text(inner))>"
        }
    }

    private func name(of id: DeclarationID) -> String {
        let name = Escaping.identifier(plan[id].name)
        return plan[id].parent.map { self.name(of: $0) + "." + name } ?? qualified(name)
    }

    /// `Pets.Pet`: in the namespace, if there is one.
    func qualified(_ name: String) -> String {
        switch plan.options.namespace {
        case .none: name
        case .title: "\(plan.api.name).\(name)"
        case .named(let namespace): "\(namespace).\(name)"
        }
    }
}
