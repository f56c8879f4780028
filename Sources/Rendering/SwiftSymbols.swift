import ApusDiagnostics
import ApusPlanning

/// Something that a user's code can name: a type, a property, a case, a method.
package struct SwiftSymbol: Sendable {
    package struct Argument: Sendable, Equatable {
        /// `limit: Int`
        package var text: String
        package var hasDefault: Bool
    }

    /// `Pet.name`, `PetsClient.findPet`
    package var name: String
    /// The rest of its declaration: `String?`, ` -> Pet`. Code that uses the symbol depends on it.
    package var signature: String
    package var arguments: [Argument]
    /// What the symbol stands for on the wire, if that distinguishes a renamed symbol from another: `GET /pets/{}`.
    package var key: String?
    package var location: SourceLocation
}

/// The names that the sources for a plan provide to their users.
package struct SwiftSymbols {
    private let plan: Plan
    private let types: TypeText
    private let operations: OperationText

    package init(_ plan: Plan) {
        self.plan = plan
        types = TypeText(plan: plan)
        operations = OperationText(plan: plan, types: types)
    }

    /// Models, then the API, each before its members.
    package var all: [SwiftSymbol] {
        var symbols = plan.declarations.flatMap { self.model($0) }
        for failure in plan.failures { symbols += responses(failure.name, failure.responses) }
        for output in plan.outputs { symbols += responses(output.name, output.responses) }
        for value in plan.responseTypes { symbols.append(symbol(value.name, "a structure")) }
        for operation in plan.operations { symbols += methods(of: operation) }
        for scheme in plan.api.schemes { symbols.append(symbol("Credentials." + scheme.name, "")) }
        for server in plan.api.servers { symbols.append(symbol("ServerURL." + server.name, "")) }
        return symbols
    }

    private func symbol(
        _ name: String, _ signature: String, arguments: [SwiftSymbol.Argument] = [], key: String? = nil,
        at location: SourceLocation = .unknown
    ) -> SwiftSymbol {
        SwiftSymbol(name: name, signature: signature, arguments: arguments, key: key, location: location)
    }

    // MARK: Models

    private func model(_ declaration: Declaration) -> [SwiftSymbol] {
        let name = types.name(of: declaration.id)
        let place = declaration.location
        switch declaration.kind {
        case .alias(let type):
            return [symbol(name, types.text(type, in: nil), at: place)]
        case .enumeration(let enumeration):
            return [symbol(name, "an enumeration", at: place)]
                + enumeration.cases.map { symbol("\(name).\($0.name)", "", at: place) }
        case .union(let union):
            return [symbol(name, "a union", at: place)]
                + union.members.map { symbol("\(name).\($0.name)", types.text($0.type, in: nil), at: place) }
        case .structure(let structure):
            let arguments = structure.properties.map {
                SwiftSymbol.Argument(text: $0.name, hasDefault: $0.defaultValue != nil)
            }
            return [
                symbol(name, "a structure", at: place), symbol("\(name).init", "", arguments: arguments, at: place),
            ]
                + structure.properties.map { symbol("\(name).\($0.name)", types.text($0.type, in: nil), at: place) }
                + structure.properties.compactMap { property in
                    property.defaultAccessor.map {
                        symbol("\(name).\($0.name)", types.text(property.accessedType, in: nil), at: place)
                    }
                }
        }
    }

    // MARK: The API

    private func responses(_ name: String, _ responses: [ResponsePlan]) -> [SwiftSymbol] {
        [symbol(name, "an enumeration")]
            + responses.map { symbol("\(name).\($0.name)", payload($0)) }
    }

    private func payload(_ response: ResponsePlan) -> String {
        if let value = response.value { return plan.responseTypes[value].name }
        return response.content == nil ? "" : types.text(response.type, in: nil)
    }

    private func methods(of operation: OperationPlan) -> [SwiftSymbol] {
        let none = " = nil"
        let arguments = operations.parameters(operation, of: .client).map { text in
            let hasDefault = text.hasSuffix(none)
            return SwiftSymbol.Argument(
                text: hasDefault ? String(text.dropLast(none.count)) : text, hasDefault: hasDefault
            )
        }
        let parameters = operations.parameters(operation, of: .server).joined(separator: ", ")
        let failure = operation.failure.map { plan.failures[$0].name } ?? "Never"
        let key = "\(operation.method) \(operation.path.replacing(/\{[^}]*\}/, with: "{}"))"
        let result = operations.result(operation)
        let client = symbol(
            "\(plan.api.clientName).\(operation.name)",
            "throws(ClientError<\(failure)>)\(result)",
            arguments: arguments,
            key: "client " + key,
            at: operation.location
        )
        let server = symbol(
            "\(plan.api.serverName).\(operation.name)",
            "(\(parameters))\(result)",
            key: "server " + key,
            at: operation.location
        )
        return [client, server]
    }
}
