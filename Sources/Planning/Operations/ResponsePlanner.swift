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
            for choice in choices(of: response) {
                let alternative = choice.alternative.map { SwiftName.member(BodyNames.name(of: $0)) }
                let variant = choice.format ?? alternative
                var plan = self.plan(
                    response, choice.media, status: status, isSuccess: isSuccess,
                    naming: choice.format == nil ? naming.with(capitalized(alternative)) : naming
                )
                plan.distinction = choice.distinction
                plan.isAlternative = variant != nil
                if let variant {
                    let name = isSuccess ? variant : plan.name + capitalized(variant)
                    plan.name = ReservedNames.enumerationCase(name)
                }
                let isOutput = isSuccess && isAlone && choice.isOnly
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
        nameByMediaType(&failures)
        // A reader tries them in turn: the exact ones first.
        return (successes.sorted { $0.status < $1.status }, failures.sorted { $0.status < $1.status })
    }

    /// One of the kinds of content that a response may have.
    fileprivate struct Choice {
        /// nil for a response without a body.
        var media: MediaTypeChoice?
        var isOnly: Bool
        /// How the items of a stream stand in it, where there is a value beside it: `events`.
        var format: String?
        /// The media type of what is worse than another.
        var alternative: String?
        var distinction: String?
    }

    /// In the order in which a reader tries them: what is told by its media type, from exact ones to ranges, before the
    /// best, which is what is left.
    private func choices(of response: Response) -> [Choice] {
        let offered = MediaTypeChoice.offered(in: response.content, schemas: schemas)
        guard offered.count > 1 else { return [Choice(media: offered.first, isOnly: true)] }
        let best = offered.firstIndex { $0.format == nil } ?? 0
        let choices = offered.enumerated().map { index, media in
            let mediaType = MediaTypeChoice.essence(media.entry.key)
            let format = index == best ? nil : media.format
            return Choice(
                media: media,
                isOnly: false,
                format: format,
                alternative: index == best || format != nil ? nil : mediaType,
                distinction: mediaType
            )
        }
        let others = choices.enumerated().filter { $0.offset != best }.map(\.element)
        var ordered = others.filter { $0.breadth == 0 } + others.filter { $0.breadth == 1 } + [choices[best]]
        ordered += others.filter { $0.breadth > 1 }
        ordered[ordered.count - 1].distinction = nil
        return ordered
    }

    /// Names that several have say whose they are: `createdEvents`, `okTextXML`.
    private func nameVariants(_ responses: inout [ResponsePlan]) {
        rename(&responses) { StatusNames.name($0.status) + capitalized($0.name) }
        nameByMediaType(&responses)
    }

    private func nameByMediaType(_ responses: inout [ResponsePlan]) {
        rename(&responses) { response in
            response.content.map { SwiftName.member("\(StatusNames.name(response.status)) \($0.mediaType)") }
                ?? response.name
        }
    }

    private func rename(_ responses: inout [ResponsePlan], to name: (ResponsePlan) -> String) {
        let names = responses.map(\.name)
        for index in responses.indices where responses[index].isAlternative {
            if names.count(where: { $0 == names[index] }) > 1 { responses[index].name = name(responses[index]) }
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
        case .multipart:
            diagnostics.report(
                .mediaTypeNotHonoured, "`\(choice.entry.key)` of an answer is passed on as bytes",
                at: choice.entry.location
            )
            let mediaType = kind.mediaType
            return isSuccess
                ? (.stream(mediaType: mediaType), .builtin(.body)) : (.data(mediaType: mediaType), .builtin(.data))
        case .json, .form, .xml:
            guard let schema = choice.entry.value.schema else { return structured(choice, as: .builtin(.json)) }
            return structured(choice, as: schemas.type(of: schema, naming: naming).optionalType)
        case .text: return (kind, .builtin(.string))
        case .data: return (kind, .builtin(.data))
        case .stream(let mediaType), .items(_, let mediaType):
            // A failure is a value that is there as a whole.
            if !isSuccess { return (.data(mediaType: mediaType), .builtin(.data)) }
            guard case .items(let format, _) = kind else {
                choice.report(to: diagnostics)
                return (kind, .builtin(.body))
            }
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

extension ResponsePlanner.Choice {
    /// How much a media type stands for: one, `text/*`, `*/*`.
    fileprivate var breadth: Int {
        media.map { MediaTypeChoice.essence($0.entry.key).count { $0 == "*" } } ?? 0
    }
}

extension MediaTypeChoice {
    /// `events`, `jsonLines`
    fileprivate var format: String? {
        if case .items(let format, _) = content { format.rawValue } else { nil }
    }
}

extension Naming {
    /// What another kind of content is named after: `GetReportTextResponse`.
    fileprivate func with(_ variant: String) -> Naming {
        var naming = self
        naming.name += variant
        naming.unique = naming.unique.map { $0 + variant }
        return naming
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
