import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Testing

/// A misspelt name is reported with what was probably meant, from the names that are missing in the object.
struct SuggestionTests {
    @Test(arguments: [
        (false, "paramters: []", "the operation has no field 'paramters'; did you mean 'parameters'?"),
        (false, "parameters: [], paramters: []", "the operation has no field 'paramters'"),
        (false, "colour: red", "the operation has no field 'colour'"),
        (true, "minLenght: 1", "unknown keyword 'minLenght'; did you mean 'minLength'?"),
        (true, "maxLength: 2, length: 1", "unknown keyword 'length'"),
    ])
    func aMisspelledFieldIsSuggested(isSchema: Bool, fields: String, message: String) throws {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {/a: {get: {\(isSchema ? "" : fields + ", ")responses: {'200': {description: x}}}}}
            components: {schemas: {A: {type: string\(isSchema ? ", " + fields : "")}}}
            """
        let diagnostics = Diagnostics()
        let file = SourceFile(name: "openapi.yaml", bytes: Array(text.utf8))
        let node = try #require(Loader().load(file: file, diagnostics: diagnostics))
        _ = DocumentReader(diagnostics: diagnostics).read(node, sourceName: "openapi.yaml")
        #expect(diagnostics.all.map(\.message) == [message])
    }
}
