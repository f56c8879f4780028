import Testing

@testable import ApusRendering

/// The template language: Mustache, according to its specification.
struct TemplateLanguageTests {
    struct PetView: TemplateView {
        var name = "Cat"
        var nickname = ""
        var isTame = true
        var foods = ["milk", "fish"]
        var owners = [OwnerView(name: "Ann", phones: ["1", "2"]), OwnerView(name: "Bob", phones: [])]

        static let schema = ViewSchema<Self>(
            "pet",
            [
                .text("name", \.name), .text("nickname", \.nickname), .flag("isTame", \.isTame),
                .lines("foods", \.foods), .views("owners", \.owners),
            ]
        )
    }

    struct OwnerView: TemplateView {
        var name: String
        var phones: [String]

        static let schema = ViewSchema<Self>("owner", [.text("name", \.name), .lines("phones", \.phones)])
    }

    /// The text that a template writes, without the last line break.
    private static func text(_ template: String) throws -> String {
        text(try Template<PetView>(template, path: "Pet").render(PetView()))
    }

    private static func text(_ code: Code) -> String {
        switch code {
        case .text(let text), .lines(let text): text
        case .sequence(let parts): parts.map(text).joined()
        case .line: "\n"
        case .chain, .brief, .group, .indented: ""
        }
    }

    @Test(arguments: [
        ("a {{pet.name}} b", "a Cat b"), ("{{ pet.name }}{{{pet.name}}}{{&pet.name}}", "CatCatCat"),
        ("[{{pet.nickname}}]", "[]"),
        ("{{#pet.isTame}}tame{{/pet.isTame}}{{^pet.isTame}}wild{{/pet.isTame}}", "tame"),
        ("{{#pet.nickname}}{{.}}{{/pet.nickname}}{{^pet.nickname}}none{{/pet.nickname}}", "none"),
        ("{{#pet.name}}<{{.}}>{{/pet.name}}", "<Cat>"), ("{{#pet.foods}}{{.}};{{/pet.foods}}", "milk;fish;"),
        (
            "{{#pet.owners}}{{pet.name}} of {{owner.name}}{{#owner.phones}} {{.}}{{/owner.phones}}\n{{/pet.owners}}",
            "Cat of Ann 1 2\nCat of Bob"
        ),
        ("a{{! nothing }}b", "ab"),
    ])
    func valuesAndSections(template: String, text: String) throws {
        #expect(try Self.text(template) == text)
    }

    /// Mustache's specification: "Section and End Section tags SHOULD be treated as standalone when appropriate."
    @Test(arguments: [
        ("a\n{{#pet.isTame}}\nb\n{{/pet.isTame}}\nc\n", "a\nb\nc"),
        ("a\n  {{#pet.isTame}}  \n  b\n\t{{/pet.isTame}}\t\nc\n", "a\n  b\nc"),
        ("{{#pet.isTame}}\r\nb\r\n{{/pet.isTame}}\r\nc\r\n", "b\nc"), ("{{#pet.isTame}}\nb\n{{/pet.isTame}}", "b"),
        ("a\n\n{{#pet.foods}}\n{{.}}\n{{/pet.foods}}\n\nb", "a\n\nmilk\nfish\n\nb"),
        (" {{#pet.isTame}}b{{/pet.isTame}}\n", " b"), ("{{#pet.isTame}} {{/pet.isTame}}\n", " "),
        ("a\n {{! remark }}\nb\n", "a\nb"), ("a {{! remark }}\nb\n", "a \nb"),
        ("{{! two\nlines }}\nb\n", "b"), ("  {{pet.name}}\n", "  Cat"),
    ])
    func aTagAloneOnItsLineTakesTheLineWithIt(template: String, text: String) throws {
        #expect(try Self.text(template) == text)
    }

    @Test(arguments: [
        ("a\n{{pet.age}}", 2, "the view has no `pet.age`; it has layout.brief, layout.chain, pet.foods"),
        ("{{owner.name}}", 1, "the view has no `owner.name`"), ("{{.}}", 1, "the view has no `.`"),
        ("{{pet.foods}}", 1, "`pet.foods` is not text"), ("\n\n{{#pet.foods}}\n", 3, "`pet.foods` is not closed"),
        ("{{#pet.foods}}\n{{/pet.name}}", 2, "`{{/pet.name}}` does not close an open section"),
        ("\n{{/pet.name}}", 2, "`{{/pet.name}}` does not close an open section"),
        ("\n{{pet.name", 2, "the tag is not closed"),
        ("{{> Other}}", 1, "partials, parents and pragmas are not supported"),
        ("{{=<% %>=}}", 1, "partials, parents and pragmas are not supported"),
    ])
    func aMistakeIsReportedWithItsLine(template: String, line: Int, message: String) {
        let error = #expect(throws: TemplateError.self) { try Template<PetView>(template, path: "Pet.swift.mustache") }
        #expect(error?.path == "Pet.swift.mustache")
        #expect(error?.line == line)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }
}
