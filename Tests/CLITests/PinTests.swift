import Foundation
import Testing

/// Names, types and filters in apus.yaml that refer to nothing are errors, with a suggestion of what was probably meant.
@Suite("Pins of nothing")
struct PinTests {
    @Test(
        arguments: [
            (
                "names: {listPet: all}",
                "1:9: error: 'listPet' in `names` matches nothing in the document; did you mean 'listPets'?"
            ),
            (
                "names: {'#/components/schemas/Pets': Animal}",
                "1:9: error: '#/components/schemas/Pets' in `names` matches nothing in the document; did you mean '#/components/schemas/Pet'?"
            ),
            (
                "types: {'format:uid': Kit.ID}",
                "1:9: error: 'format:uid' in `types` matches nothing in the document; did you mean 'format:uuid'?"
            ),
            (
                "include: {operations: [lstPets]}",
                "error: the document has no operation 'lstPets'; did you mean 'listPets'?"
            ),
            ("exclude: {tags: [zoo]}", "error: the document has no tag 'zoo' [unknown-filter]"),
            ("names: {listPets: all, '#/components/schemas/Pet': Animal}\ntypes: {'format:uuid': Kit.ID}", nil),
        ] as [(String, String?)])
    func pinsOfNothingAreRefused(configuration: String, error: String?) throws {
        let workspace = try Workspace()
        try workspace.write("openapi.yaml", Self.document)
        try workspace.write("apus.yaml", configuration + "\n")
        let result = try workspace.run("generate", "openapi.yaml", "--output", "out", "--config", "apus.yaml")
        #expect(result.status == (error == nil ? 0 : 1))
        #expect(error.map { result.errors.contains($0) } ?? result.errors.isEmpty, "\(result.errors)")
    }

    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: '7'}
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [pets]
              responses:
                '200': {description: All, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        components: {schemas: {Pet: {type: object, properties: {id: {type: string, format: uuid}}}}}

        """
}
