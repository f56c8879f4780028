import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import FixtureOutput
import Foundation
import Testing

/// No input causes a crash, however it is constructed.
struct RobustnessTests {
    /// Documents with nodes removed, moved, repeated or replaced. The generator's seed is fixed, so a failure can be reproduced.
    @Test(arguments: 0..<8)
    func mutatedDocumentsDoNotCrash(seed: UInt64) throws {
        let text = seed.isMultiple(of: 2) ? EveryField.document : Self.schemas
        let diagnostics = Diagnostics()
        let file = SourceFile(name: "openapi.yaml", bytes: Array(text.utf8))
        let sound = try #require(Loader().load(file: file, diagnostics: diagnostics))
        var mutation = Mutation(seed: seed, donor: sound)
        for _ in 0..<150 {
            var node = sound
            for _ in 0..<Int.random(in: 1...6, using: &mutation) { node = mutation.mutated(node) }
            let found = Diagnostics()
            let document = DocumentReader(diagnostics: found).read(node, sourceName: "openapi.yaml")
            document?.check(found)
            for schema in document?.schemas ?? [] {
                _ = schema.reference.flatMap { document?.schema(at: $0) }
            }
        }
    }

    private static let schemas = """
        openapi: 3.0.0
        info: {title: T, version: "1"}
        paths: {}
        components:
          schemas:
            A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, c: {$ref: '#/components/schemas/C'}}}
            B: {allOf: [{$ref: '#/components/schemas/C'}, {type: object, nullable: true}], nullable: true}
            C: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string, pattern: '^(a|b)[c-d]{2,3}$'}]}
            D: {type: integer, minimum: 1, maximum: 5, exclusiveMinimum: true, enum: [1, 2], example: 3}
            E: {type: array, items: {$ref: '#/components/schemas/E'}, minItems: 1, maxItems: 2}
        """

    /// As deep as the loader allows, with the stack that secondary threads have on Apple's systems.
    @Test(arguments: [
        ("{not: ", "}"), ("{items: ", "}"), ("{properties: {a: ", "}}"), ("{allOf: [", "]}"),
        ("{nullable: true, allOf: [", "]}"),
    ])
    func deepSchemasFitTheStackOfAThread(open: String, close: String) async {
        for depth in [10, 40, 60, 250] {
            let schema = String(repeating: open, count: depth) + "{}" + String(repeating: close, count: depth)
            let text =
                "{openapi: 3.0.0, info: {title: T, version: '1'}, paths: {}, components: {schemas: {A: \(schema)}}}"
            let errors = await onSmallStack { Outcome(text).errors }
            #expect(depth > 10 || errors == [])
            #expect(depth < 60 || errors.first?.contains("too-deep]") == true)
        }
    }

    @Test func deepEncodingsAndCallbacks() async {
        let encoding = String(repeating: "{itemEncoding: ", count: 120) + "{}" + String(repeating: "}", count: 120)
        let body = "{content: {multipart/mixed: {itemEncoding: \(encoding)}}}"
        let open = "{post: {responses: {}, callbacks: {a: {b: "
        let callbacks = String(repeating: open, count: 50) + "{}" + String(repeating: "}}}}", count: 50)
        let head = "openapi: 3.2.0, info: {title: T, version: '1'}"
        let text = "{\(head), paths: {/a: {post: {responses: {}, requestBody: \(body)}}, /b: \(callbacks)}}"
        let errors = await onSmallStack { Outcome(text).errors }
        #expect(errors.allSatisfy { $0.hasSuffix("[objects-too-deep]") } && !errors.isEmpty)
    }

    /// References in places where OpenAPI does not define them stand for a copy of the target. Copies within copies are limited.
    @Test func copiesInCopiesEnd() async {
        let head = "openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}"
        let own = "A: {properties: {x: {properties: {$ref: '#/components/schemas/A/properties'}}}}"
        let inItself = await onSmallStack { Outcome("{\(head), components: {schemas: {\(own)}}}").errors }
        #expect(inItself.count == 1 && inItself[0].hasSuffix("[reference-cycle]"))

        let links = (0..<60).map { "x-\($0): {a: {properties: {$ref: '#/x-\($0 + 1)'}}}" }.joined(separator: ", ")
        let chain = "components: {schemas: {A: {properties: {$ref: '#/x-0'}}}}"
        let deep = await onSmallStack { Outcome("{\(head), \(links), x-60: {}, \(chain)}").errors }
        #expect(deep.first?.hasSuffix("[objects-too-deep]") == true)

        let width = 400
        let many = (0..<width).map { "'\($0)': {description: d}" }.joined(separator: ", ")
        let paths = (0..<width).map { "/a\($0): {get: {responses: {$ref: '#/x-many'}}}" }.joined(separator: ", ")
        let text = "{openapi: 3.1.0, info: {title: T, version: '1'}, x-many: {\(many)}, paths: {\(paths)}}"
        let errors = await onSmallStack { Outcome(text).errors }
        #expect(errors.contains { $0.hasSuffix("[reference-cycle]") })
    }

    /// Chains of references as long as the document, and cycles: the time stays proportional to the document's size.
    @Test(.timeLimit(.minutes(30)))
    func longChainsOfReferencesTakeProportionateTime() async {
        let count = 20_000
        var text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"
        for index in 0..<count { text += "    S\(index): {$ref: '#/components/schemas/S\((index + 1) % count)'}\n" }
        text += "  parameters:\n"
        for index in 0..<500 { text += "    P\(index): {$ref: '#/components/parameters/P\(index + 1)'}\n" }
        text += "    P500: {name: p, in: query, schema: {}}\n"
        let errors = await onSmallStack { [text] in Outcome(text).errors }
        func found(_ message: String) -> Int { errors.count { $0.contains(message) } }
        #expect(found("leads back to itself through nothing but references [reference-cycle]") == 1)
        #expect(found("leads through more than 100 others [reference-cycle]") == 399)
    }

    private func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }
}

/// Changes one node of a tree, or removes it.
private struct Mutation: RandomNumberGenerator {
    private var state: UInt64
    private let donors: [Node]

    init(seed: UInt64, donor: Node) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        donors = Self.nodes(of: donor)
    }

    /// Xorshift.
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    private static func nodes(of node: Node) -> [Node] {
        let children = node.sequence ?? node.mapping?.entries.map(\.value) ?? []
        return [node] + children.flatMap(nodes)
    }

    mutating func mutated(_ node: Node) -> Node {
        let children = node.sequence?.count ?? node.mapping?.count ?? 0
        guard children > 0, Int.random(in: 0..<10, using: &self) > 0 else { return replacement(for: node) }
        let chosen = Int.random(in: 0..<children, using: &self)
        let isDropped = Int.random(in: 0..<12, using: &self) == 0
        switch node.value {
        case .sequence(var elements):
            elements[chosen] = mutated(elements[chosen])
            if isDropped { elements.remove(at: chosen) }
            return Node(.sequence(elements), at: node.location)
        case .mapping(let mapping):
            var changed = Mapping()
            for (index, entry) in mapping.entries.enumerated() where index != chosen || !isDropped {
                let value = index == chosen ? mutated(entry.value) : entry.value
                changed.insert(.init(key: entry.key, keyLocation: entry.keyLocation, value: value))
            }
            return Node(.mapping(changed), at: node.location)
        case .null, .bool, .number, .string:
            return node
        }
    }

    private mutating func replacement(for node: Node) -> Node {
        let scalars: [Node.Value] = [
            .null, .bool(true), .number(NumberText("-1")), .number(NumberText("1e999999999")), .string(""),
            .string("#"),
            .string("#/components/schemas/A"), .string("#/"), .string("("), .string("{"), .sequence([]),
            .mapping(Mapping()),
        ]
        if Bool.random(using: &self) { return Node(scalars.randomElement(using: &self) ?? .null, at: node.location) }
        return donors.randomElement(using: &self) ?? node
    }
}
