import ApusRuntime
import Testing

struct ModelValidationTests {
    @Test func modelsAreValidated() {
        #expect(Cat(lives: 9).validate().isValid)
        let found = Cat(lives: 10).validate()
        #expect(found.map(\.description) == ["lives: must be at most 9"])
        #expect(found.first?.kind.name == "maximum")
    }

    @Test func documentsAreValidatedAsModels() throws {
        #expect(Validator.validate(Cat.self, try JSONDocument("[]")).map(\.kind) == [.model])
        #expect(Validator.validate(Cat.self, try JSONDocument("{}")).map(\.path) == [["kind"], ["lives"]])
        let list = try JSONDocument(#"[{"kind": "cat", "lives": 1}, null, {"kind": "cat", "lives": -1}]"#)
        let found = Validator.validate(list.root) { $0.array { $0.model(Cat.self) } }
        #expect(found.map(\.description) == ["[1]: must be an object", "[2].lives: must be at least 0"])
        #expect(found.map(\.offset) == [30, 61])
    }

    @Test func aValueThatCannotBeWrittenIsInvalid() {
        let found = Wrapper(value: .nan).validate()
        #expect(found.map(\.kind) == [.unwritable("nan is not a JSON number")])
    }
}

private struct Wrapper: JSONEncodable, Validated {
    var value: Double

    func write(to writer: inout JSONWriter) { writer.write(value) }

    static func validate(_ value: inout Validator) { value.number() }
}
