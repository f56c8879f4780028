import ApusDiagnostics
import ApusOpenAPI

/// The declared answers of an operation.
struct ResponsePlanner {
    let schemas: SchemaPlanner
    let types: ResponseTypes
    let diagnostics: Diagnostics

    func plan(_ operation: Operation, typeName: String) -> (successes: [ResponsePlan], failures: [ResponsePlan]) {
        var successes: [ResponsePlan] = []
        var failures: [ResponsePlan] = []
        let entries = operation.responses.entries
        let hasSuccess = entries.contains { isSuccess($0.key) }
        let isAlone = entries.count { isSuccess($0.key) } == 1 || (!hasSuccess && entries.count == 1)
        for entry in entries {
            guard let status = Self.status(entry.key), let response = schemas.document.resolve(entry.value) else {
                continue
            }
            let isSuccess = isSuccess(entry.key) || (status == .default && !hasSuccess)
            let naming =
                Naming.response(entry.value, in: schemas.document)
                ?? .operation(typeName, isSuccess ? "Response" : typeSuffix(status))
            let choices = choices(of: response, isSuccess: isSuccess)
            for choice in choices {
                let variant = choices.count > 1 ? choice.flatMap(Self.variant) : nil
                var plan = self.plan(response, choice, status: status, isSuccess: isSuccess, naming: naming)
                plan.isAlternative = variant != nil
                if let variant { plan.name = variant }
                let isOutput = isSuccess && isAlone && choices.count == 1
                plan.value = types.type(
                    of: response,
                    body: plan,
                    component: entry.value.component,
                    name: typeName + (isOutput ? "Output" : typeSuffix(status) + capitalized(variant) + "Response"),
                    headerBase: isSuccess ? typeName : naming.name
                )
                if isSuccess { successes.append(plan) } else { failures.append(plan) }
            }
        }
        nameVariants(&successes)
        // A reader tries them in turn: the exact ones first.
        return (successes.sorted { $0.status < $1.status }, failures.sorted { $0.status < $1.status })
    }

    /// Of the media types that are generated, nil for a response without a body. A success may be a value or a stream, as
    /// the caller wants it; a failure is one value.
    private func choices(of response: Response, isSuccess: Bool) -> [MediaTypeChoice?] {
        if response.content.isEmpty { return [nil] }
        if isSuccess { return MediaTypeChoice.offered(in: response.content, diagnostics: diagnostics) }
        return [MediaTypeChoice.choose(from: response.content, diagnostics: diagnostics)]
    }

    /// What distinguishes a stream from the value that its status may have as well: `events`.
    private static func variant(_ choice: MediaTypeChoice) -> String? {
        if case .items(let format, _) = choice.content { format.rawValue } else { nil }
    }

    /// Streams of several statuses say whose they are: `createdEvents`.
    private func nameVariants(_ responses: inout [ResponsePlan]) {
        let names = responses.filter(\.isAlternative).map(\.name)
        for index in responses.indices where responses[index].isAlternative {
            let name = responses[index].name
            if names.count(where: { $0 == name }) > 1 {
                responses[index].name = StatusNames.name(responses[index].status) + capitalized(name)
            }
        }
    }

    private func plan(
        _ response: Response,
        _ choice: MediaTypeChoice?,
        status: ResponsePlan.Status,
        isSuccess: Bool,
        naming: Naming
    ) -> ResponsePlan {
        let (content, type) = choice.map { self.content($0, isSuccess: isSuccess, naming: naming) } ?? (nil, nil)
        return ResponsePlan(
            status: status,
            content: content,
            type: type ?? .builtin(.void),
            name: StatusNames.name(status),
            documentation: Documentation.paragraphs(response.summary, response.description)
        )
    }

    private func content(
        _ choice: MediaTypeChoice, isSuccess: Bool, naming: Naming
    ) -> (ContentKind?, TypeReference?) {
        let kind = choice.kind(in: schemas)
        switch kind {
        case .json, .form, .multipart, .xml:
            guard let schema = choice.entry.value.schema else { return structured(choice, as: .builtin(.json)) }
            return structured(choice, as: schemas.type(of: schema, naming: naming).optionalType)
        case .text: return (kind, .builtin(.string))
        case .data, .typedData: return (kind, .builtin(.data))
        case .stream(let mediaType), .items(_, let mediaType):
            // A failure is a value that is there as a whole.
            if !isSuccess { return (.data(mediaType: mediaType), .builtin(.data)) }
            guard case .items(let format, _) = kind else { return (kind, .builtin(.body)) }
            let items = ItemPlanner(schemas: schemas).items(of: choice.entry.value, format: format, naming: naming)
            return (.items(items.format, mediaType: mediaType), items.type)
        }
    }

    /// A value in another notation than JSON, or text where the schema does not say enough for it.
    private func structured(_ choice: MediaTypeChoice, as type: TypeReference) -> (ContentKind?, TypeReference?) {
        let completed = choice.content.completed(by: choice.entry.value, as: type, schemas, diagnostics)
        if case .text = completed { return (completed, .builtin(.string)) }
        return (completed, type)
    }

    private func isSuccess(_ key: String) -> Bool {
        key.first == "1" || key.first == "2" || key.first == "3"
    }

    static func status(_ key: String) -> ResponsePlan.Status? {
        if key == "default" { return .default }
        if key.count == 3, key.hasSuffix("XX") || key.hasSuffix("xx"), let hundred = key.first?.wholeNumberValue {
            return .range(hundred)
        }
        return Int(key).flatMap { (100..<600).contains($0) ? .code($0) : nil }
    }

    /// `NotFound`
    private func typeSuffix(_ status: ResponsePlan.Status) -> String {
        let name = StatusNames.name(status)
        return name == "ok" ? "OK" : capitalized(name)
    }
}

private func capitalized(_ name: String?) -> String {
    name.map(SwiftName.capitalized) ?? ""
}

extension ResponsePlan.Status: Comparable {
    package static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.order < rhs.order
    }

    private var order: Int {
        switch self {
        case .code(let code): code
        case .range(let hundred): 1_000 + hundred
        case .default: 10_000
        }
    }
}
