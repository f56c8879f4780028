import ApusDiagnostics
import ApusOpenAPI
import ApusPlanning
import ApusYAML
import Testing

/// Time and memory are proportional to the size of the document, whatever refers to what. Each of these took minutes or did not end
/// while its search was not bounded.
struct ProportionTests {
    /// Plans, within a few seconds, a document with these schemas, the first of which is the response of an operation.
    private func plan(_ schemas: [String], options: PlanOptions = PlanOptions()) throws -> Plan {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {get: {operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A0'}}}}}}}
            components:
              schemas:

            """ + schemas.map { "    \($0)\n" }.joined()
        let diagnostics = Diagnostics()
        let file = SourceFile(name: "openapi.yaml", bytes: Array(text.utf8))
        let node = try #require(Loader().load(file: file, diagnostics: diagnostics))
        let document = try #require(DocumentReader(diagnostics: diagnostics).read(node, sourceName: "openapi.yaml"))
        document.check(diagnostics)
        #expect(!diagnostics.hasErrors)
        var plan: Plan?
        let time = ContinuousClock().measure {
            plan = Planner(document: document, options: options, diagnostics: diagnostics).plan()
        }
        #expect(time < .seconds(20))
        return try #require(plan)
    }

    private var withSamples: PlanOptions {
        var options = PlanOptions()
        options.parts.insert(.samples)
        options.validators = .all
        return options
    }

    private func ref(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    @Test func aUnionOfManyObjects() throws {
        let members = (0..<500).map {
            "{type: object, properties: {own\($0): {type: string}, kind: {const: kind\($0)}}}"
        }
        let plan = try plan(["A0: {anyOf: [\(members.joined(separator: ", "))]}"], options: withSamples)
        guard case .union(let union)? = plan.declarations.first?.kind else {
            Issue.record("not a union")
            return
        }
        #expect(union.members.count == 500)
        #expect(union.members[499].name == "kind499")
    }

    @Test(arguments: ["twice", "by two ways"])
    func anAllOfThatReachesSchemasTwice(_ form: String) throws {
        let levels = (0..<40).flatMap { level -> [String] in
            if form == "twice" {
                return [
                    "A\(level): {allOf: [\(ref("A\(level + 1)")), \(ref("A\(level + 1)"))], properties: {p\(level): {type: string}}}"
                ]
            }
            return ["A\(level): {allOf: [\(ref("B\(level)")), \(ref("C\(level)"))]}"]
                + ["B", "C"].map {
                    "\($0)\(level): {allOf: [\(ref("A\(level + 1)"))], properties: {\($0)\(level): {type: string}}}"
                }
        }
        _ = try plan(levels + ["A40: {type: object, properties: {last: {type: string}}}"], options: withSamples)
    }

    @Test func unionsOfThemselves() throws {
        _ = try plan(
            [
                "A0: {type: object, properties: {contact: \(ref("Contact"))}}",
                "Contact: {oneOf: [\(ref("Contact")), \(ref("Contact")), \(ref("Other"))], discriminator: {propertyName: by}}",
                "Other: {oneOf: [\(ref("Contact")), \(ref("Other"))], discriminator: {propertyName: by}}",
            ], options: withSamples)
    }

    @Test func objectsThatNeedListsOfEachOther() throws {
        let others = (0..<9).map { ref("A\($0)") }.joined(separator: ", ")
        let schemas = (0..<9).map {
            "A\($0): {type: object, required: [k], properties: {k: {type: array, minItems: 2, items: {oneOf: [\(others)]}}}}"
        }
        _ = try plan(schemas, options: withSamples)
    }

    @Test func aChainOfReferences() throws {
        let schemas = (0..<1000).map { "A\($0): \(ref("A\($0 + 1)"))" }
        _ = try plan(schemas + ["A1000: {type: string}"], options: withSamples)
    }

    @Test func anObjectOfManyProperties() throws {
        let properties = (0..<5000).map { "p\($0): {type: string, maxLength: 9}" }.joined(separator: ", ")
        _ = try plan(
            ["A0: {allOf: [{type: object, properties: {\(properties)}}, {required: [p1]}]}"], options: withSamples)
    }
}
