import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Testing

@testable import ApusPlanning

/// A document with these components and paths, in flow style: `Pet: {type: object}`.
struct PlannedComponents {
    let document: Document
    let diagnostics: Diagnostics
    let options: PlanOptions
    let schemas: SchemaPlanner

    init(_ components: String, paths: String = "", options: PlanOptions = PlanOptions()) throws {
        let text = """
            {openapi: 3.1.0, info: {title: T, version: '1'}, paths: {\(paths)},
             components: {schemas: {\(components)}}}
            """
        diagnostics = Diagnostics()
        let node = try #require(
            Loader().load(file: SourceFile(name: "openapi.yaml", bytes: Array(text.utf8)), diagnostics: diagnostics)
        )
        document = try #require(DocumentReader(diagnostics: diagnostics).read(node, sourceName: "openapi.yaml"))
        self.options = options
        schemas = SchemaPlanner(document: document, options: options, diagnostics: diagnostics)
    }

    func schema(_ name: String) throws -> Schema { try #require(document.components.schemas[name]) }

    /// The components as drafts.
    func drafts() -> Drafts {
        schemas.planComponents(beside: [])
        return schemas.types.drafts
    }

    /// The components, as declarations that no operation uses.
    func finished() -> PlannedSchemas {
        schemas.planComponents(beside: [])
        return schemas.finish(usedBy: TypeUses())
    }

    /// The declarations of the whole document, as operations use them.
    func plan() -> Plan { Planner(document: document, options: options, diagnostics: diagnostics).plan() }

    /// The identifiers of the reported defects.
    var reports: [String] { diagnostics.all.map(\.defect.identifier) }

    /// `Pet` -> `#/components/schemas/Pet` as a schema.
    static func reference(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    /// An operation that takes one component as JSON and answers with another.
    static func operation(takes: String? = nil, answers: String? = nil) -> String {
        func content(_ name: String) -> String { "content: {application/json: {schema: \(reference(name))}}" }
        let body = takes.map { "requestBody: {required: true, \(content($0))}, " } ?? ""
        let answer = answers.map { ", " + content($0) } ?? ""
        return "/a: {post: {operationId: send, \(body)responses: {'200': {description: ok\(answer)}}}}"
    }
}

extension [Declaration] {
    /// A declaration by its name.
    func named(_ name: String) throws -> Declaration { try #require(first { $0.name == name }) }

    /// `struct Pet {name: String, age: Int?}`, `enum Size: String {small, large}`, `enum Pet {cat(Cat), dog(Dog)}`
    func text(of name: String) throws -> String { text(of: try named(name)) }

    private func text(of declaration: Declaration) -> String {
        switch declaration.kind {
        case .structure(let structure):
            var members = structure.properties.map { "\($0.name): \(text($0.type))" }
            if let additional = structure.additional {
                members.append("\(additional.name): [\(text(additional.value))]")
            }
            return "struct \(declaration.name) {\(members.joined(separator: ", "))}"
        case .enumeration(let enumeration):
            let cases = enumeration.cases.map(\.name).joined(separator: ", ")
            return "enum \(declaration.name): \(enumeration.raw.rawValue) {\(cases)}"
        case .union(let union):
            let cases = union.members.map { "\($0.name)(\(text($0.type)))" }.joined(separator: ", ")
            return "\(union.isIndirect ? "indirect " : "")enum \(declaration.name) {\(cases)}"
        case .alias(let type): return "typealias \(declaration.name) = \(text(type))"
        }
    }

    func text(_ type: TypeReference) -> String { type.text { self[$0.index].name } }
}

extension TypeReference {
    /// The type as it is written in Swift, without the qualification that prevents name clashes.
    func text(_ name: (DeclarationID) -> String) -> String {
        switch self {
        case .builtin(let builtin): builtin.rawValue
        case .declared(let id): name(id)
        case .external(let type): type.name
        case .array(let element): "[\(element.text(name))]"
        case .dictionary(let value, let key): "[\(key.text(name)): \(value.text(name))]"
        case .optional(let wrapped): wrapped.text(name) + "?"
        case .nullable(let wrapped): "Nullable<\(wrapped.text(name))>"
        case .generic(let generic, let wrapped): "\(generic.rawValue)<\(wrapped.text(name))>"
        }
    }
}
