import ApusDiagnostics
import ApusGenerator
import ApusPlanning
import ApusRendering
import Testing

/// `include` and `exclude` of apus.yaml, and the flags of the same names.
struct FilterTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: "1"}
        paths:
          /pets:
            get: {operationId: listPets, tags: [pets], responses: {'200': {description: Them.}}}
            post: {operationId: addPet, tags: [pets, staff], responses: {'200': {description: It.}}}
          /health:
            get: {responses: {'200': {description: Good.}}}
        webhooks:
          petSold:
            post: {operationId: petSold, tags: [pets], responses: {'200': {description: Noted.}}}
        """

    private func generate(
        _ settings: String, _ text: String = document
    ) -> (text: String, report: [String]) {
        let diagnostics = Diagnostics()
        let file = SourceFile(name: "apus.yaml", bytes: Array(settings.utf8))
        let configuration = ConfigurationReader(diagnostics: diagnostics).read(file)
        let document = SourceFile(name: "openapi.yaml", bytes: Array(text.utf8))
        let files = Pipeline(configuration: configuration, diagnostics: diagnostics).sources(of: document) ?? []
        let report = diagnostics.all.filter { $0.severity == .error }.map { diagnostic in
            let name = diagnostics.file(diagnostic.location.file)?.name ?? ""
            return "\(name):\(diagnostic.location.line):\(diagnostic.location.column): \(diagnostic.message)"
        }
        return (files.first { $0.path == "Client.swift" }?.text ?? "", report)
    }

    @Test(arguments: [
        ("include: {tags: pets}", ["listPets", "addPet"]),
        ("include: {tags: [pets]}\nexclude: {tags: staff}", ["listPets"]),
        ("exclude: {paths: /health}", ["listPets", "addPet"]),
        ("include: {operations: 'GET **'}", ["listPets", "getHealth"]),
        ("include: {operations: '*Pet', paths: [/heal**]}", ["addPet", "getHealth"]),
        ("exclude: {operations: '**'}", []),
    ])
    func filtersChooseOperations(_ settings: String, _ operations: [String]) {
        let (text, report) = generate(settings)
        #expect(report == [])
        #expect(["listPets", "addPet", "getHealth"].filter { text.contains("func \($0)(") } == operations)
    }

    /// A reference without a target, a repeated operation id, a schema that no value can satisfy.
    private static let broken = """
        openapi: 3.1.0
        info: {title: Pets, version: "1"}
        paths:
          /pets:
            get: {operationId: pets, responses: {'200': {description: Them.}}}
          /toys/{toy}:
            get: {operationId: pets, tags: [toys], responses: {'200': {$ref: '#/components/responses/Toys'}}}
        components:
          schemas:
            Loop: {$ref: '#/components/schemas/Loop'}
            Toy: {type: array, items: {$ref: '#/components/schemas/Lost'}}
          responses:
            Toys: {description: Them., content: {application/json: {schema: {$ref: '#/components/schemas/Toys'}}}}
        """

    @Test func whatIsWrongInWhatIsLeftOutDoesNotCount() {
        #expect(generate("exclude: {tags: toys}\nstrict: true", Self.broken).report == [])
        #expect(generate("exclude: {tags: toys}", Self.broken).text.contains("func pets("))
        #expect(generate("include: {tags: toys}", Self.broken).report.count == 1)
        #expect(generate("", Self.broken).report.count == 3)
    }

    @Test(arguments: [
        ("include: {tags: pest}", "apus.yaml:1:17: the document has no tag 'pest'; did you mean 'pets'?"),
        ("include: {tags: [pets, cats]}", "apus.yaml:1:24: the document has no tag 'cats'"),
        ("exclude: {operations: 'get*'}", "apus.yaml:1:23: the document has no operation 'get*'"),
        ("include:\n  paths: /pets/*", "apus.yaml:2:10: the document has no path '/pets/*'"),
        (
            "include: {tag: pets}",
            "apus.yaml:1:11: 'include' has no 'tag': it may contain 'operations', 'tags' and 'paths'"
        ),
        (
            "include: pets",
            "apus.yaml:1:10: 'include' is expected to contain 'operations', 'tags' and 'paths', not 'pets'"
        ),
        ("include: {tags: [3]}", "apus.yaml:1:18: 'include' is expected to be a string, not a number"),
    ])
    func reportsWhatNothingHas(_ settings: String, _ message: String) {
        #expect(generate(settings).report == [message])
    }
}
