import ApusDiagnostics
import ApusOpenAPI

/// The parameters that an operation takes.
struct ParameterPlanner {
    let schemas: SchemaPlanner
    let diagnostics: Diagnostics

    func parameters(of operation: Operation, path: Path, typeName: String, hasBody: Bool) -> [ParameterPlan] {
        let declared = self.declared(operation, path: path)
        let names = self.names(of: declared, hasBody: hasBody)
        return zip(declared, names).map { plan($0, name: $1, typeName: typeName) }
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

    /// The operation's own parameters override the path's of the same name and place.
    private func declared(_ operation: Operation, path: Path) -> [Parameter] {
        let own = operation.parameters.compactMap { schemas.document.resolve($0) }
        let inherited = path.item.parameters.compactMap { schemas.document.resolve($0) }.filter { parameter in
            !own.contains { $0.name == parameter.name && $0.in == parameter.in }
        }
        return (inherited + own).filter { parameter in
            // "If in is "header" and the name field is "Accept", "Content-Type" or "Authorization", the parameter
            // definition SHALL be ignored."
            let ignored = ["accept", "content-type", "authorization"]
            return parameter.in != .header || !ignored.contains(parameter.name.lowercased())
        }
    }

    /// Parameters of one name say where they stand: `queryID`, `headerID`. So do those called like other arguments.
    private func names(of parameters: [Parameter], hasBody: Bool) -> [String] {
        let simple = parameters.map { ReservedNames.member(SwiftName.member($0.name)) }
        let texts = parameters.indices.map { index in
            let name = simple[index]
            let isTaken = (hasBody && name == "body") || name == "context" || simple.count(of: name) > 1
            return isTaken ? "\(parameters[index].in.rawValue) \(parameters[index].name)" : parameters[index].name
        }
        return UniqueNames.assign(texts, name: { SwiftName.member($0) }, reserve: ReservedNames.member)
    }

    private func plan(_ parameter: Parameter, name: String, typeName: String) -> ParameterPlan {
        let content = ParameterContent(parameter, schemas: schemas, diagnostics: diagnostics)
        let schema = content.schema
        let naming = Naming(parent: nil, name: typeName + SwiftName.type(parameter.name), isItem: false)
        var planned = schema.map { schemas.type(of: $0, naming: naming) } ?? PlannedType(content.typeWithoutSchema)
        var check = schema.flatMap { schemas.checks.check($0) }
        // A parameter is text anyway.
        if case .generic(.flexibleNumber, let number) = planned.type {
            planned.type = number
            check = schema.map {
                schemas.checks.check($0, only: $0.types?.contains(.integer) == true ? .integer : .number)
            }
        }
        let isRequired = parameter.required || parameter.in == .path
        let literal = schema.flatMap { schema in
            schemas.defaultLiteral(
                of: schema, planned: PlannedType(planned.type, isNullable: false), isRequired: isRequired
            )
        }
        return ParameterPlan(
            key: parameter.name,
            name: name,
            location: ParameterPlan.Location(rawValue: parameter.in.rawValue) ?? .query,
            type: planned.type,
            presence: isRequired ? .required : literal.map(ParameterPlan.Presence.defaulted) ?? .optional,
            style: content.style,
            queryFormat: content.queryFormat,
            allowsReserved: content.allowsReserved,
            allowsEmpty: parameter.allowEmptyValue && parameter.in == .query && !isRequired,
            check: check.flatMap(telling),
            documentation: Documentation.parameter(
                name,
                parameter.description,
                isDeprecated: parameter.deprecated,
                examples: ExampleText(document: schemas.document).text(of: parameter)
            )
        )
    }

    /// Checks that the type alone does not make.
    private func telling(_ check: Check) -> Check? {
        var check = check
        if case .nullable(let inner) = check { check = inner }
        switch check {
        case .any, .boolean: return nil
        case .string(let string) where string.isTypeOnly: return nil
        case .integer(let number), .number(let number): return number == NumberCheck() ? nil : check
        default: return check
        }
    }
}

extension Array where Element: Equatable {
    fileprivate func count(of element: Element) -> Int {
        count { $0 == element }
    }
}
