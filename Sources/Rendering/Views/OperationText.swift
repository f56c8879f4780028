import ApusPlanning

/// The parts of an operation that client and server share: signatures, responses, failures.
struct OperationText: Sendable {
    let plan: Plan
    let types: TypeText

    // MARK: Signatures

    /// The side that a signature is for.
    enum Side {
        /// Parameters that may be absent are optional, and `nil` unless the caller sets them.
        case client
        /// Parameters that may be absent are optional, unless the document has a default for them.
        case server
    }

    /// `conversationID: String`, `limit: Int? = nil`, `body: UpdateConversationRequest`
    func parameters(_ operation: OperationPlan, of side: Side) -> [String] {
        var parameters = operation.parameters.map { parameter in
            let name = Escaping.identifier(parameter.name)
            let type = types.text(parameter.type, in: nil)
            switch parameter.presence {
            case .required: return "\(name): \(type)"
            case .optional:
                switch side {
                case .client: return "\(name): \(type)? = nil"
                case .server: return "\(name): \(type)" + (parameter.defaultValue == nil ? "?" : "")
                }
            }
        }
        if let body = operation.body {
            parameters.append(
                "body: \(type(of: body))" + (body.isRequired ? "" : "?")
                    + (side == .client && !body.isRequired ? " = nil" : "")
            )
        }
        return parameters
    }

    /// The type of a body's value, which may be absent.
    func type(of body: BodyPlan) -> String {
        switch body.value {
        case .type(let type): types.text(body.isRequired ? type : type.unwrapped, in: nil)
        case .choice(let index): types.qualified(Escaping.identifier(plan.bodies[index].name))
        }
    }

    /// `.patch`, `.named("QUERY")`
    func method(_ operation: OperationPlan) -> String {
        operation.unusualMethod.map { ".named(\(Escaping.stringLiteral($0)))" } ?? ".\(operation.method)"
    }

    /// ` -> Bool`, or nothing for `Void`.
    func result(_ operation: OperationPlan) -> String {
        switch operation.success {
        case .single(let response): isEmpty(response) ? "" : " -> " + payload(response)
        case .output(let index): " -> " + types.qualified(Escaping.identifier(plan.outputs[index].name))
        }
    }

    func failureName(_ index: Int) -> String {
        types.qualified(Escaping.identifier(plan.failures[index].name))
    }

    // MARK: Styles and security

    /// `style: .deepObject, explode: true`
    func style(_ parameter: ParameterPlan) -> [Code] {
        if let format = parameter.queryFormat { return queryFormat(format).map { [$0] } ?? [] }
        guard let style = parameter.style else { return [] }
        // A header is `simple` if it is not JSON.
        let isSaid = parameter.location != .header || style.explode == nil
        let explode = style.explode.map { "explode: \($0)" }
        return [isSaid ? "style: .\(style.name)" : nil, explode].compactMap { $0 }.map(Code.text)
    }

    private func queryFormat(_ format: QueryFormat) -> Code? {
        switch format {
        case .form(let encodings): encodings.isEmpty ? nil : "format: .form([\(Self.formEncodings(encodings))])"
        case .json: "format: .json"
        case .text: "format: .text"
        }
    }

    /// `"size": .json, "tags": .list(.form, explode: false)`
    static func formEncodings(_ encodings: [FormEncodingPlan]) -> Code {
        .elements(
            encodings.map { encoding -> Code in
                let content: String =
                    switch encoding.content {
                    case .json: ".json"
                    case .reserved: ".reserved"
                    case .list(let style, let reserved): ".list(\(arguments(style, reserved)))"
                    case .object(let style, let reserved): ".object(\(arguments(style, reserved)))"
                    }
                return "\(Escaping.stringLiteral(encoding.key)): \(content)"
            }
        )
    }

    private static func arguments(_ style: StylePlan, _ allowsReserved: Bool) -> String {
        let arguments = [".\(style.name)", "explode: \(style.explode ?? false)"]
        return (arguments + (allowsReserved ? ["allowReserved: true"] : [])).joined(separator: ", ")
    }

    /// The runtime's function that reads or writes a parameter: `query`
    func function(_ location: ParameterPlan.Location) -> String {
        switch location {
        case .path, .query, .header, .cookie: location.rawValue
        case .querystring: "queryString"
        }
    }

    /// `self.search` if the name would otherwise refer to a local variable.
    func method(_ name: String, isHidden: Bool) -> String {
        isHidden ? "self.\(Escaping.member(name))" : Escaping.identifier(name)
    }
}
