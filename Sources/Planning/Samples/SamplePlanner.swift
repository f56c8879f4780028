import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Declarations and operations -> samples. Declarations without a sample and invalid examples are reported.
struct SamplePlanner {
    private let document: Document
    private let schemas: PlannedSchemas
    private let diagnostics: Diagnostics
    private let maker: SampleMaker
    private let responseTypes: [ResponseTypePlan]

    init(schemas: PlannedSchemas, responseTypes: [ResponseTypePlan] = [], diagnostics: Diagnostics) {
        self.responseTypes = responseTypes
        document = schemas.types.document
        self.diagnostics = diagnostics
        self.schemas = schemas
        maker = SampleMaker(schemas)
    }

    func plan(_ operations: [OperationPlan], outputs: [OutputPlan], failures: [FailurePlan]) -> SamplePlan {
        reportExamples()
        let declarations = schemas.declarations.filter { schemas.hasSample($0.id) }
        for declaration in declarations { _ = maker.sample(of: declaration.id) }
        for declaration in declarations where maker.known(declaration.id) == nil { reportMissing(declaration) }
        let models = maker.order.compactMap { id in
            maker.known(id).map { SamplePlan.Model(id: id, name: name(of: id), value: $0.sample) }
        }
        let sources = Dictionary(
            document.paths.flatMap { path in
                path.item.operations.map { ($0.location, (operation: $0, inherited: path.item.parameters)) }
            }
        ) { first, _ in first }
        let planned = operations.map { operation -> SamplePlan.Operation in
            guard let source = sources[operation.location] else {
                return SamplePlan.Operation(parameters: [], body: nil, answer: .missing, successes: [], failures: [])
            }
            let (successes, declared) = (operation.successes(outputs), operation.failures(failures))
            let samples = successes.map { content(of: $0, source.operation) }
            return SamplePlan.Operation(
                parameters: parameters(of: operation, source.operation, source.inherited),
                body: body(of: operation, source.operation),
                answer: answer(operation.success, successes, samples),
                successes: samples,
                failures: declared.map { content(of: $0, source.operation) }
            )
        }
        return SamplePlan(models: models, operations: planned)
    }

    /// A case of a union may already be called `sample`.
    private func name(of id: DeclarationID) -> String {
        guard case .union(let union) = schemas.declarations[id.index].kind else { return "sample" }
        return UniqueNames.numbered("sample", beside: Set(union.members.map(\.name)))
    }

    // MARK: Requests

    private func parameters(
        of plan: OperationPlan, _ operation: Operation, _ inherited: [Referenced<Parameter>]
    ) -> [Sample?] {
        let declared = (operation.parameters + inherited).compactMap { document.resolve($0) }
        return plan.parameters.map { parameter in
            let source = declared.first { $0.name == parameter.key && $0.in.rawValue == parameter.location.rawValue }
            guard let source else { return parameter.location == .path ? value("text", as: parameter.type) : nil }
            guard let schema = source.schema ?? source.content.first?.value.schema else {
                return value("text", as: parameter.type)
            }
            let examples = document.examples(source.example, source.examples)
            return sample(of: schema, as: parameter.type, examples: examples, hint: parameter.key)
        }
    }

    private func body(of plan: OperationPlan, _ operation: Operation) -> Sample? {
        guard let body = plan.body, let source = operation.requestBody.flatMap({ document.resolve($0) }) else {
            return nil
        }
        // A body with a choice of types has no sample.
        guard case .type(let type) = body.value, let first = body.contents.first else { return nil }
        return content(source.content, first.content, as: type.unwrapped)
    }

    // MARK: Answers

    private func answer(_ success: SuccessPlan, _ responses: [ResponsePlan], _ samples: [Sample?]) -> SamplePlan.Answer
    {
        switch success {
        case .single(let response):
            if response.type == .builtin(.void), response.value == nil { return .nothing }
            return samples.first.flatMap { $0 }.map(SamplePlan.Answer.value) ?? .missing
        case .output:
            // The first response with a body is the one that a caller expects.
            let best = responses.indices.first { samples[$0] != nil && !responses[$0].isAlternative }
            let position =
                best ?? samples.firstIndex { $0 != nil }
                ?? responses.firstIndex { $0.content == nil && $0.value == nil }
            return position.map { .output($0, samples[$0]) } ?? .missing
        }
    }

    private func content(of response: ResponsePlan, _ operation: Operation) -> Sample? {
        let entry = operation.responses.first { ResponsePlan.Status(key: $0.key) == response.status }
        guard let source = entry.flatMap({ document.resolve($0.value) }) else { return nil }
        let body = response.content.flatMap { content(source.content, $0, as: response.type) }
        guard let index = response.value else { return body }
        guard body != nil || response.content == nil, let headers = headers(of: responseTypes[index], source) else {
            return nil
        }
        return .response(index, [body.map { SampleArgument(name: "body", value: $0) }].compactMap { $0 } + headers)
    }

    /// `nil` if a required header has no sample.
    private func headers(of plan: ResponseTypePlan, _ response: Response) -> [SampleArgument]? {
        var arguments: [SampleArgument] = []
        for header in plan.headers {
            var value: Sample?
            if let source = response.headers[header.key].flatMap({ document.resolve($0) }),
                let schema = source.schema ?? source.content.first?.value.schema
            {
                let examples = document.examples(source.example, source.examples)
                value = sample(of: schema, as: header.type, examples: examples, hint: header.key)
            }
            if let value { arguments.append(SampleArgument(name: header.name, value: value)) }
            if value == nil, header.isRequired { return nil }
        }
        return arguments
    }

    // MARK: Content

    private func content(_ map: OrderedMap<MediaType>, _ content: ContentPlan, as type: TypeReference) -> Sample? {
        let ranked = MediaTypeChoice.ranked(map).map(\.entry)
        let named = ranked.first { MediaTypeChoice.essence($0.key) == content.mediaType }
        guard let media = (named ?? ranked.first)?.value else { return nil }
        switch content.kind.typing {
        case .parts:
            guard case .declared(let id) = type, maker.sample(of: id) != nil else { return nil }
            return .shared(id)
        case .schema, .text:
            guard let schema = media.schema else { return value("text", as: type) }
            let examples = document.examples(media.example, media.examples)
            return sample(of: schema, as: type, examples: examples, hint: "") ?? value("text", as: type)
        case .bytes: return .data(.text("sample"))
        case .stream: return .literal(.string("sample"))
        case .items: return .array([])
        }
    }

    private func sample(of schema: Schema, as type: TypeReference, examples: [Node], hint: String) -> Sample? {
        let check = maker.check(of: schema)
        for example in examples {
            guard maker.interpreter.accepts(example, check) else {
                reportInvalid(example, check)
                continue
            }
            guard example.size <= Self.exampleLimit, !example.isNull, let typed = maker.typing.typed(example, as: type),
                maker.interpreter.accepts(typed.value, check)
            else { continue }
            return typed.sample
        }
        return maker.value(of: [schema], hint: hint).flatMap { maker.typing.typed($0, as: type)?.sample }
    }

    /// The maximum number of values in an example that is used as an operation's response; instead of a larger one, the sample of
    /// the type is used.
    static let exampleLimit = 60

    private func value(_ text: String, as type: TypeReference) -> Sample? {
        maker.typing.typed(Node(.string(text), at: .unknown), as: type)?.sample
    }

    // MARK: Reports

    private func reportExamples() {
        for schema in document.schemas where !schema.examples.isEmpty && schemas.types.isTyped(schema) {
            let check = maker.check(of: schema)
            for example in schema.examples { reportInvalid(example, check) }
        }
    }

    private func reportInvalid(_ example: Node, _ check: Check) {
        guard let complaint = maker.interpreter.complaint(example, check) else { return }
        diagnostics.report(
            .invalidExample,
            "the example is not valid according to its schema, so it is not used as a sample: \(complaint.text)",
            at: example.location,
            notes: complaint.location == example.location ? [] : [("this part of it", complaint.location)]
        )
    }

    /// Does not report a declaration if the type of a member has no sample either: then only that type is reported.
    private func reportMissing(_ declaration: Declaration) {
        let isToBlame = declaration.contents.flatMap(\.declared).allSatisfy {
            !schemas.hasSample($0) || maker.known($0) != nil || $0 == declaration.id
        }
        guard isToBlame else { return }
        diagnostics.report(
            .noSample,
            "no value was found for `\(declaration.name)` that its schema allows and its type can represent, so it has no sample",
            at: declaration.location
        )
    }
}

extension OperationPlan {
    /// The declared successes.
    package func successes(_ outputs: [OutputPlan]) -> [ResponsePlan] {
        switch success {
        case .single(let response): [response]
        case .output(let index): outputs[index].responses
        }
    }

    /// The declared failures.
    package func failures(_ failures: [FailurePlan]) -> [ResponsePlan] { failure.map { failures[$0].responses } ?? [] }
}
