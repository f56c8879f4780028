import Testing

@testable import ApusRendering

/// What templates are written in: Mustache's language, by the rules of its specification.
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

    @Test(arguments: [
        ("a {{pet.name}} b", "a Cat b"), ("{{ pet.name }}{{{pet.name}}}{{&pet.name}}", "CatCatCat"),
        ("[{{pet.nickname}}]", "[]"),
        ("{{#pet.isTame}}tame{{/pet.isTame}}{{^pet.isTame}}wild{{/pet.isTame}}", "tame"),
        ("{{#pet.nickname}}{{.}}{{/pet.nickname}}{{^pet.nickname}}none{{/pet.nickname}}", "none"),
        ("{{#pet.name}}<{{.}}>{{/pet.name}}", "<Cat>"), ("{{#pet.foods}}{{.}};{{/pet.foods}}", "milk;fish;"),
        (
            "{{#pet.owners}}{{pet.name}} of {{owner.name}}{{#owner.phones}} {{.}}{{/owner.phones}}\n{{/pet.owners}}",
            "Cat of Ann 1 2\nCat of Bob\n"
        ),
        ("a{{! nothing }}b", "ab"),
    ])
    func valuesAndSections(template: String, text: String) throws {
        #expect(try Template<PetView>(template, path: "Pet").render(PetView()) == text)
    }

    /// Mustache's specification: "Section and End Section tags SHOULD be treated as standalone when appropriate."
    @Test(arguments: [
        ("a\n{{#pet.isTame}}\nb\n{{/pet.isTame}}\nc\n", "a\nb\nc\n"),
        ("a\n  {{#pet.isTame}}  \n  b\n\t{{/pet.isTame}}\t\nc\n", "a\n  b\nc\n"),
        ("{{#pet.isTame}}\r\nb\r\n{{/pet.isTame}}\r\n", "b\r\n"), ("{{#pet.isTame}}\nb\n{{/pet.isTame}}", "b\n"),
        ("a\n\n{{#pet.foods}}\n{{.}}\n{{/pet.foods}}\n\nb", "a\n\nmilk\nfish\n\nb"),
        (" {{#pet.isTame}}b{{/pet.isTame}}\n", " b\n"), ("{{#pet.isTame}} {{/pet.isTame}}\n", " \n"),
        ("a\n {{! remark }}\nb\n", "a\nb\n"), ("a {{! remark }}\nb\n", "a \nb\n"),
        ("{{! two\nlines }}\nb\n", "b\n"), ("  {{pet.name}}\n", "  Cat\n"),
    ])
    func aTagAloneOnItsLineTakesTheLineWithIt(template: String, text: String) throws {
        #expect(try Template<PetView>(template, path: "Pet").render(PetView()) == text)
    }

    @Test(arguments: [
        ("a\n{{pet.age}}", 2, "the view has no `pet.age`; it has layout.brief, pet.foods, pet.isTame"),
        ("{{owner.name}}", 1, "the view has no `owner.name`"), ("{{.}}", 1, "the view has no `.`"),
        ("{{pet.foods}}", 1, "`pet.foods` is not text"), ("\n\n{{#pet.foods}}\n", 3, "`pet.foods` is not closed"),
        ("{{#pet.foods}}\n{{/pet.name}}", 2, "`{{/pet.name}}` closes no section"),
        ("\n{{/pet.name}}", 2, "`{{/pet.name}}` closes no section"), ("\n{{pet.name", 2, "the tag is not closed"),
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
