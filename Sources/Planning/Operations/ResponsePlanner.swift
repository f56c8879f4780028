import ApusDiagnostics
import ApusOpenAPI

/// The declared responses of an operation.
struct ResponsePlanner {
    let schemas: SchemaPlanner
    let types: ResponseTypes
    let diagnostics: Diagnostics

    func plan(_ operation: Operation, typeName: String) -> (successes: [ResponsePlan], failures: [ResponsePlan]) {
        var successes: [ResponsePlan] = []
        var failures: [ResponsePlan] = []
        let declared = DeclaredAnswer.all(of: operation, document: schemas.document, diagnostics: diagnostics)
        let isAlone = declared.count { $0.roles.contains(.success) } == 1
        for answer in declared {
            let isSuccess = answer.roles.contains(.success)
            let naming =
                Naming.response(answer.entry.value, in: schemas.document)
                ?? .operation(typeName, bodySuffix(answer, isSuccess: isSuccess))
            for choice in choices(of: answer.content) {
                let alternative = choice.alternative.map { SwiftName.member(BodyNames.name(of: $0)) }
                let variant = choice.format ?? alternative
                var plan = self.plan(
                    answer.response, choice.media, status: answer.status, isSuccess: isSuccess,
                    naming: choice.format == nil ? naming.with(capitalized(alternative)) : naming
                )
                plan.distinction = choice.distinction
                plan.isAlternative = variant != nil
                var failure = plan
                if let variant {
                    plan.name = ReservedNames.enumerationCase(isSuccess ? variant : plan.name + capitalized(variant))
                    failure.name = ReservedNames.enumerationCase(failure.name + capitalized(variant))
                }
                let isOutput = isSuccess && isAlone && choice.isOnly && answer.status.isSuccess
                plan.value = types.type(
                    of: answer.response,
                    body: plan,
                    component: answer.entry.value.component,
                    name: typeName
                        + (isOutput ? "Output" : typeSuffix(answer.status) + capitalized(variant) + "Response"),
                    headerBase: isSuccess ? typeName : naming.name
                )
                failure.value = plan.value
                if isSuccess { successes.append(plan) }
                if answer.roles.contains(.failure) { failures.append(isSuccess ? failure.whole : plan) }
            }
        }
        nameVariants(&successes)
        nameByMediaType(&failures)
        // A reader tries them in turn, exact statuses first.
        return (successes.sorted { $0.status < $1.status }, failures.sorted { $0.status < $1.status })
    }

    // MARK: Contents

    /// One of the kinds of content that a response may have.
    fileprivate struct Choice {
        /// `nil` for a response without a body.
        var media: MediaTypeChoice?
        var isOnly: Bool
        /// The format of the items of a stream, if the response may also be a value: `events`.
        var format: String?
        /// The media type, if another choice is better.
        var alternative: String?
        var distinction: String?
    }

    /// The choices in the order in which a reader tries them: first those that are recognised by their media type, exact ones
    /// before ranges, then the best one, which stands for the rest.
    private func choices(of content: OrderedMap<MediaType>) -> [Choice] {
        let offered = MediaTypeChoice.offered(in: content, schemas: schemas)
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

    /// Names that several responses share are extended by the status or media type: `createdEvents`, `okTextXML`.
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
        let body = choice.map { self.body($0, isSuccess: isSuccess, naming: naming) }
        return ResponsePlan(
            status: status,
            content: body?.content,
            type: body?.type ?? .builtin(.void),
            check: body?.check,
            name: StatusNames.name(status),
            documentation: Documentation.paragraphs(response.summary, response.description)
        )
    }

    private typealias Body = (content: ContentPlan, type: TypeReference, check: Check?)

    private func body(_ choice: MediaTypeChoice, isSuccess: Bool, naming: Naming) -> Body {
        let content = choice.content(in: schemas)
        switch content.kind.typing {
        case .parts:
            let media = choice.entry.value
            if isSuccess,
                let type = media.schema.flatMap({ schemas.formType(of: $0, encoding: media.encoding, naming: naming) })
            {
                return (content, type, nil)
            }
            diagnostics.report(
                .unsupportedMediaType, "`\(choice.entry.key)` is passed on as bytes", at: choice.entry.location
            )
            return isSuccess
                ? (.stream(content.mediaType), .builtin(.body), nil)
                : (.data(content.mediaType), .builtin(.data), nil)
        case .schema:
            guard let schema = choice.entry.value.schema else { return structured(choice, as: .builtin(.json)) }
            return structured(choice, as: schemas.type(of: schema, naming: naming).optionalType)
        case .text:
            let text = TextContent(choice, naming: naming, schemas: schemas)
            return (content, text.type, schemas.options.validatesAnswers ? text.check : nil)
        case .bytes: return (content, .builtin(.data), nil)
        case .stream, .items:
            choice.report(to: diagnostics)
            // A failure is a complete value, not a stream.
            if !isSuccess { return (.data(content.mediaType), .builtin(.data), nil) }
            guard let format = content.kind.itemFormat else { return (content, .builtin(.body), nil) }
            let items = ItemPlanner(schemas: schemas).items(of: choice.entry.value, format: format, naming: naming)
            return (ContentPlan(kind: .items(items.format), mediaType: content.mediaType), items.type, nil)
        }
    }

    /// A value in a notation other than JSON, or a string if the schema does not describe enough for a value.
    private func structured(_ choice: MediaTypeChoice, as type: TypeReference) -> Body {
        let completed = choice.content.completed(by: choice.entry.value, as: type, schemas, diagnostics)
        if completed.kind == .text { return (completed, .builtin(.string), nil) }
        return (completed, type, nil)
    }

    /// `NotFound` The suffix that the type of a response's body has after the operation's name. Only the usual success omits the
    /// status, so that adding another status does not change its name.
    private func bodySuffix(_ answer: DeclaredAnswer, isSuccess: Bool) -> String {
        guard isSuccess else { return typeSuffix(answer.status) }
        return answer.status == .code(200) || !answer.status.isSuccess
            ? "Response" : typeSuffix(answer.status) + "Response"
    }

    private func typeSuffix(_ status: ResponsePlan.Status) -> String {
        let name = StatusNames.name(status)
        return name == "ok" ? "OK" : capitalized(name)
    }
}

extension ResponsePlanner.Choice {
    /// How broad a media type is: a single one, `text/*`, `*/*`.
    fileprivate var breadth: Int {
        media.map { MediaTypeChoice.essence($0.entry.key).count { $0 == "*" } } ?? 0
    }
}

extension ResponsePlan {
    /// The same response as a failure, which is a complete value, not a stream.
    fileprivate var whole: ResponsePlan {
        guard let content, content.kind == .multipart || !content.kind.isWhole else { return self }
        var plan = self
        plan.content = .data(content.mediaType)
        plan.type = .builtin(.data)
        plan.value = nil
        return plan
    }
}

extension MediaTypeChoice {
    /// `events`, `jsonLines`
    fileprivate var format: String? { content.kind.itemFormat?.rawValue }
}

extension Naming {
    /// The place for another kind of content: `GetReportTextResponse`.
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
