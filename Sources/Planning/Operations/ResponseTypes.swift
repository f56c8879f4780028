import ApusDiagnostics
import ApusOpenAPI

/// The types of responses that declare header fields. The type of a component is shared by all references to it.
final class ResponseTypes {
    private let schemas: SchemaPlanner
    private let headers: HeaderPlanner
    private(set) var plans: [ResponseTypePlan] = []
    /// Indices of `plans` by the component's URI.
    private var components: [String: Int] = [:]
    private var shared: Set<Int> = []

    init(schemas: SchemaPlanner, diagnostics: Diagnostics) {
        self.schemas = schemas
        headers = HeaderPlanner(schemas: schemas, diagnostics: diagnostics)
    }

    /// If the response is not a component, `name` is the name of the type, and inline schemas of headers are named after
    /// `headerBase`. `nil` if no header is declared.
    func type(
        of response: Response, body: ResponsePlan, component: Reference?, name: String, headerBase: String
    ) -> Int? {
        if response.headers.isEmpty { return nil }
        let isStripped = body.content == nil && !response.content.isEmpty
        var variant = body.isAlternative ? body.name.prefix(1).uppercased() + body.name.dropFirst() : ""
        if isStripped { variant = "Headers" }
        let key = component.map { "\($0.uri) \(variant)" }
        if let key, let index = components[key] { return index }
        let name = component.map { Self.name($0.uri, variant) } ?? name
        let base = component == nil ? headerBase : String(name.dropLast("Response".count))
        let headers = headers.headers(of: response, typeName: base)
        if headers.isEmpty { return nil }
        plans.append(
            ResponseTypePlan(
                name: schemas.freeName(name, name + "WithHeaders"),
                content: body.content,
                type: body.type,
                check: body.check,
                headers: headers,
                documentation: body.documentation
            )
        )
        if let key {
            components[key] = plans.count - 1
            shared.insert(plans.count - 1)
        }
        return plans.count - 1
    }

    /// The name of a component's type, from which the name of a failure with this single response is derived.
    func sharedName(_ index: Int) -> String? {
        shared.contains(index) ? plans[index].name : nil
    }

    /// `#/components/responses/not_found` -> `NotFoundResponse`
    private static func name(_ uri: String, _ variant: String) -> String {
        let name = StatusNames.typeName(key: Document.key(uri))
        return (name.hasSuffix("Response") ? String(name.dropLast("Response".count)) : name) + variant + "Response"
    }
}

extension Referenced<Response> {
    /// The reference, if it is one.
    var component: Reference? {
        if case .reference(let reference) = self { reference } else { nil }
    }
}
