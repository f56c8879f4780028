import ApusDiagnostics
import ApusOpenAPI

/// The parameters that an operation takes.
struct ParameterPlanner {
    let schemas: SchemaPlanner
    let diagnostics: Diagnostics

    /// `template` is the template of the path; webhooks do not have one.
    func parameters(
        of operation: Operation, path: Path, template: PathTemplate?, typeName: String, hasBody: Bool
    ) -> [ParameterPlan] {
        var declared = self.declared(operation, path: path, typeName: typeName)
        if let template { complete(&declared, template, of: operation, typeName: typeName) }
        let names = self.names(of: declared.map(\.parameter), hasBody: hasBody)
        return zip(declared, names).map { plan($0.parameter, name: $1, naming: $0.naming) }
            // Required arguments come first; each group stays in the document's order.
            .enumerated().map { offset, parameter in
                var parameter = parameter
                parameter.position = offset
                return (offset: offset, element: parameter)
            }
            .sorted { lhs, rhs in
                let left = lhs.element.presence == .required ? 0 : 1
                let right = rhs.element.presence == .required ? 0 : 1
                return (left, lhs.offset) < (right, rhs.offset)
            }
            .map(\.element)
    }

    /// A parameter, and the place after which a schema in it is named.
    private typealias Declared = (parameter: Parameter, naming: Naming)

    /// The operation's own parameters override the path's parameters with the same name and location.
    private func declared(_ operation: Operation, path: Path, typeName: String) -> [Declared] {
        let own = resolved(operation.parameters) { .operation(typeName, SwiftName.type($0.name)) }
        let inherited = resolved(path.item.parameters) { .parameter($0, of: path) }.filter { inherited in
            !own.contains { $0.parameter.name == inherited.parameter.name && $0.parameter.in == inherited.parameter.in }
        }
        var seen: Set<String> = []
        return (inherited + own).filter { parameter, _ in
            // Of two with the same name and location, the first one counts; this has already been reported.
            let name = parameter.in == .header ? parameter.name.lowercased() : parameter.name
            guard seen.insert("\(parameter.in.rawValue) \(name)").inserted else { return false }
            // "If in is "header" and the name field is "Accept", "Content-Type" or "Authorization", the parameter
            // definition SHALL be ignored."
            let ignored = ["accept", "content-type", "authorization"]
            return parameter.in != .header || !ignored.contains(parameter.name.lowercased())
        }
    }

    /// The variables of the template are the path parameters, even if other ones or none are declared.
    private func complete(
        _ declared: inout [Declared], _ template: PathTemplate, of operation: Operation, typeName: String
    ) {
        let variables = template.variables
        declared.removeAll { $0.parameter.in == .path && !variables.contains($0.parameter.name) }
        let known = declared.filter { $0.parameter.in == .path }.map(\.parameter.name)
        let undeclared = variables.filter { !known.contains($0) }.map { name -> Declared in
            let parameter = Parameter(pathVariable: name, at: operation.location)
            return (parameter, .operation(typeName, SwiftName.type(name)))
        }
        declared = undeclared + declared
    }

    private func resolved(_ parameters: [Referenced<Parameter>], naming: (Parameter) -> Naming) -> [Declared] {
        parameters.compactMap { referenced in
            guard let parameter = schemas.document.resolve(referenced) else { return nil }
            return (parameter, .parameter(parameter, referenced, in: schemas.document) ?? naming(parameter))
        }
    }

    /// The names of parameters with the same name include their locations: `queryID`, `headerID`. So do those with the name of
    /// another argument.
    private func names(of parameters: [Parameter], hasBody: Bool) -> [String] {
        let simple = parameters.map { ReservedNames.member(SwiftName.member($0.name)) }
        let texts = parameters.indices.map { index in
            let name = simple[index]
            let isTaken = (hasBody && name == "body") || name == "context" || simple.count(of: name) > 1
            return isTaken ? "\(parameters[index].in.rawValue) \(parameters[index].name)" : parameters[index].name
        }
        return UniqueNames.assign(texts, name: { SwiftName.member($0) }, reserve: ReservedNames.member)
    }

    private func plan(_ parameter: Parameter, name: String, naming: Naming) -> ParameterPlan {
        let content = ParameterContent(parameter, schemas: schemas, diagnostics: diagnostics)
        let schema = content.schema
        var planned = schema.map { schemas.type(of: $0, naming: naming) } ?? PlannedType(content.typeWithoutSchema)
        var check = schema.flatMap { schemas.checks.check($0) }
        // A parameter is a string anyway.
        if case .generic(.flexibleNumber, let number) = planned.type {
            planned.type = number
            check = schema.map {
                schemas.checks.check($0, only: $0.types?.contains(.integer) == true ? .integer : .number)
            }
        }
        let isRequired = parameter.required || parameter.in == .path
        let defaultNode = isRequired ? nil : schema.flatMap(schemas.document.defaultNode)
        let literal = defaultNode.flatMap { schemas.defaultLiteral($0, type: planned.type) }
        return ParameterPlan(
            key: parameter.name,
            name: name,
            location: ParameterPlan.Location(rawValue: parameter.in.rawValue) ?? .query,
            type: planned.type,
            presence: isRequired ? .required : .optional,
            defaultValue: literal,
            style: content.style,
            queryFormat: content.queryFormat,
            allowsReserved: content.allowsReserved,
            allowsEmpty: parameter.allowEmptyValue && parameter.in == .query && !isRequired,
            check: check.flatMap(telling),
            documentation: Documentation.parameter(
                name,
                parameter.description,
                isDeprecated: parameter.deprecated,
                default: defaultNode,
                examples: ExampleText(document: schemas.document).text(of: parameter)
            )
        )
    }

    /// The check, if it checks more than the type alone.
    private func telling(_ check: Check) -> Check? {
        var check = check
        if case .nullable(let inner) = check { check = inner }
        if case .string(let string) = check, string.isTypeOnly { return nil }
        let ofTypes: [Check] = [.any, .boolean, .integer(NumberCheck()), .number(NumberCheck())]
        return ofTypes.contains(check) ? nil : check
    }
}

extension Array where Element: Equatable {
    fileprivate func count(of element: Element) -> Int {
        count { $0 == element }
    }
}
