import ApusDiagnostics
import ApusYAML
import Testing

@testable import ApusPlanning

/// Types in drafts: what aliases stand for, and which literals the types have.
struct LiteralTests {
    private let planned: PlannedComponents
    private let drafts: Drafts

    init() throws {
        planned = try PlannedComponents(
            "Color: {enum: [red, blue]}, Shade: {$ref: '#/components/schemas/Color'}, Level: {enum: [1, 2]}, Free: {}, Pet: {properties: {a: {}}}"
        )
        drafts = planned.drafts()
    }

    private func type(_ name: String) -> TypeReference {
        drafts.all.first { $0.name.wanted == name }.map { .declared($0.id) } ?? .builtin(.void)
    }

    @Test(
        arguments: [
            ("red", "Color", .member("red")), ("red", "Shade", .member("red")), ("green", "Color", nil),
            ("1", "Level", .member("1")), ("1", "Free", nil), ("{a: 1}", "Pet", nil),
        ] as [(String, String, Literal?)])
    func literalsOfDeclaredTypes(value: String, name: String, literal: Literal?) throws {
        #expect(drafts.literal(try node(value), type: type(name)) == literal)
    }

    @Test(
        arguments: [
            ("[1, 2]", .array(.builtin(.int)), .array([.number("1"), .number("2")])),
            ("[1, a]", .array(.builtin(.int)), nil), ("null", .optional(.builtin(.int)), .nil),
            ("{a: 1}", .dictionary(.builtin(.int)), .dictionary([.init("a", .number("1"))])),
            ("{}", .dictionary(.builtin(.int), key: .builtin(.uuid)), .dictionary([])),
            ("300", .builtin(.int8), nil), ("https://a", .builtin(.url), nil),
        ] as [(String, TypeReference, Literal?)])
    func literalsOfOtherTypes(value: String, type: TypeReference, literal: Literal?) throws {
        #expect(drafts.literal(try node(value), type: type) == literal)
    }

    @Test func tagsAreOfTheTypeOfTheirProperty() {
        #expect(drafts.tagLiteral("1", type: .builtin(.int)) == .number("1"))
        #expect(drafts.tagLiteral("true", type: .builtin(.bool)) == .bool(true))
        #expect(drafts.tagLiteral("red", type: type("Color")) == .member("red"))
    }

    @Test func aliasesAreWhatTheyStandFor() {
        #expect(drafts.resolved(type("Shade")) == type("Color"))
        #expect(drafts.areEqual(.array(type("Shade")), .array(type("Color"))))
        #expect(!drafts.areEqual(type("Pet"), type("Color")))
    }

    /// The ID of a draft is also that of the finished declaration.
    @Test func idsStay() {
        let declarations = planned.schemas.finish(usedBy: TypeUses()).declarations
        #expect(declarations.map(\.id) == drafts.all.map(\.id))
        #expect(declarations.map(\.id.index) == Array(declarations.indices))
    }

    private func node(_ text: String) throws -> Node {
        let diagnostics = Diagnostics()
        return try #require(
            Loader().load(file: SourceFile(name: "value.yaml", bytes: Array(text.utf8)), diagnostics: diagnostics))
    }
}
