import ApusDiagnostics
import ApusGenerator
import ApusOpenAPI
import Foundation
import Testing

/// Documents of several files.
struct ReferencedFilesTests {
    /// The value of `$ref` in `api/openapi.yaml` -> the names of the components, or the error.
    struct Row: CustomTestStringConvertible, Sendable {
        var reference: String
        var names: [String] = ["Tested"]
        var error: String?
        var testDescription: String { reference }
    }

    /// An `$id` with a URL is the base of the relative references in it, `$self` of those in a whole file. With either, a file is
    /// still found at the path of the reference or in the folder that is configured for the URL.
    @Test(arguments: ["owner.json", "parts/owner.json", "https://example.com/schemas/owner.json", "elsewhere.json"])
    func aURLAsABaseKeepsLocalFilesInReach(reference: String) throws {
        let folder = try TemporaryFolder()
        let pet = #"{"$id": "https://example.org/s/pet.json", "properties": {"owner": {"$ref": "\#(reference)"}}}"#
        try folder.add("api/pet.json", pet)
        for path in ["api/owner.json", "api/parts/owner.json", "mapped/owner.json"] {
            try folder.add(path, #"{"title": "Owner", "properties": {"pets": {"items": {"$ref": "owner.json"}}}}"#)
        }
        try folder.add("mapped/elsewhere.json", #"{"title": "Owner"}"#)
        let isOfSelf = reference == "elsewhere.json"
        try folder.add(
            "api/openapi.yaml",
            """
            openapi: 3.2.0
            $self: https://example.com/schemas/openapi.yaml
            info: {title: T, version: "1"}
            components: {schemas: {Pet: {$ref: \(isOfSelf ? reference : "pet.json")}}}
            """
        )
        var configuration = Configuration()
        configuration.urls = ["https://example.com/schemas": folder.url.appending(path: "mapped").path]
        let (document, findings) = try folder.read("api/openapi.yaml", configuration)
        #expect(findings == [])
        let pets = try #require(document?.components.schemas["Pet"])
        let owner = isOfSelf ? pets : pets.properties["owner"]?.reference.flatMap { document?.schema(at: $0) }
        #expect(owner?.title == "Owner")
    }

    /// References are relative to the location of the document itself.
    @Test func aDocumentThatIsALink() throws {
        let folder = try TemporaryFolder()
        try folder.add("api/pet.yaml", "title: Pet")
        try folder.add(
            "api/openapi.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            components: {schemas: {Pet: {$ref: pet.yaml}}}
            """
        )
        try folder.add("Sources/apus.yaml", "")
        try folder.link("Sources/openapi.yaml", to: folder.url.appending(path: "api/openapi.yaml"))
        let (document, findings) = try folder.read("Sources/openapi.yaml", Configuration())
        #expect(findings == [])
        #expect(document?.components.schemas["Pet"]?.title == "Pet")
    }

    @Test(arguments: [
        Row(reference: "pet.yaml"),
        Row(reference: "./parts/../pet.yaml"),
        Row(reference: "pet.yaml#/properties/tag", names: ["Tested"]),
        Row(reference: "parts/mixed.json#/definitions/Leg", names: ["Tested"]),
        Row(reference: "parts/mixed.json#foot", names: ["Tested"]),
        Row(reference: "parts/back.yaml#/Back", names: ["Tested", "Other"]),
        Row(reference: "pet%20shop.yaml"),
        Row(reference: "pet shop.yaml"),
        Row(reference: "100%25.yaml"),
        Row(reference: "inside.yaml"),
        Row(reference: "openapi.yaml#/components/schemas/Other", names: ["Tested", "Other"]),
        Row(reference: "https://example.com/schemas/pet.yaml"),
        Row(reference: "https://example.com/schemas/v2/pet.yaml"),
        Row(reference: "../allowed/pet.yaml"),

        Row(reference: "none.yaml", error: "[unreadable-reference]"),
        Row(reference: "parts", error: "refers to a folder, not a file [unreadable-reference]"),
        Row(reference: "pipe.yaml", error: "refers to something that is not a file [unreadable-reference]"),
        Row(reference: "pet.yaml#/Cat", error: "'#' has no 'Cat' [unknown-reference]"),
        Row(reference: "pet.yaml#cat", error: "there is no schema with the anchor 'cat' [unknown-reference]"),
        Row(reference: "../outside/pet.yaml", error: "[reference-outside]"),
        Row(reference: "../none/pet.yaml", error: "[reference-outside]"),
        Row(reference: "/etc/hostname", error: "[reference-outside]"),
        Row(reference: "outside.yaml", error: "[reference-outside]"),
        Row(reference: "linked/pet.yaml", error: "[reference-outside]"),
        Row(reference: "parts/../../outside/pet.yaml", error: "[reference-outside]"),
        Row(reference: "%2e%2e/outside/pet.yaml", error: "[reference-outside]"),
        Row(reference: "https://example.com/schemas/../../outside/pet.yaml", error: "[network-reference]"),
        Row(reference: "https://example.com/schemas/%2e%2e/outside/pet.yaml", error: "[reference-outside]"),
        Row(reference: "https://example.com/schemasandmore/pet.yaml", error: "[network-reference]"),
        Row(reference: "https://example.org/pet.yaml", error: "[network-reference]"),
        Row(reference: "file:///etc/hostname", error: "[network-reference]"),
    ])
    func referencesReachTheFilesOfAllowedFolders(_ row: Row) throws {
        let folder = try TemporaryFolder()
        for path in ["api/pet.yaml", "api/pet shop.yaml", "api/100%.yaml", "outside/pet.yaml", "allowed/pet.yaml"] {
            try folder.add(path, Self.pet)
        }
        for path in ["mapped/pet.yaml", "mapped/v2/pet.yaml"] { try folder.add(path, Self.pet) }
        let leg = #"{"Leg": {"properties": {"foot": {"$anchor": "foot", "type": "string"}}}}"#
        try folder.add("api/parts/mixed.json", #"{"definitions": \#(leg)}"#)
        try folder.add(
            "api/parts/back.yaml", "Back: {properties: {o: {$ref: '../openapi.yaml#/components/schemas/Other'}}}\n")
        try folder.add("api/openapi.yaml", Self.document(row))
        try folder.link("api/inside.yaml", to: folder.url.appending(path: "api/pet.yaml"))
        try folder.link("api/outside.yaml", to: folder.url.appending(path: "outside/pet.yaml"))
        try folder.link("api/linked", to: folder.url.appending(path: "outside"))
        #expect(mkfifo(folder.url.appending(path: "api/pipe.yaml").path, 0o600) == 0)

        var configuration = Configuration()
        configuration.folders = [folder.url.appending(path: "allowed").path]
        configuration.urls = ["https://example.com/schemas": folder.url.appending(path: "mapped").path]
        let (document, findings) = try folder.read("api/openapi.yaml", configuration)
        if let error = row.error {
            #expect(findings.count == 1 && findings[0].hasPrefix("openapi.yaml:5:20: error: "), "\(findings)")
            #expect(findings.first?.hasSuffix(error) == true, "\(findings)")
        } else {
            #expect(findings == [])
            #expect(document?.components.schemas.keys == row.names)
            #expect(document?.components.schemas["Tested"]?.isEmpty == false)
        }
    }

    /// A build only knows the files in the target's folder.
    @Test(arguments: [
        ("pet.yaml", nil), ("../allowed/pet.yaml", "[reference-outside]"),
        ("https://example.com/pet.yaml", "[reference-outside]"), ("pet.txt", "[unreadable-reference]"),
    ])
    func aBuildReadsOnlyTheTargetsFolder(reference: String, error: String?) throws {
        let folder = try TemporaryFolder()
        for path in ["api/pet.yaml", "api/pet.txt", "allowed/pet.yaml"] { try folder.add(path, Self.pet) }
        try folder.add("api/openapi.yaml", Self.document(Row(reference: reference)))
        var configuration = Configuration()
        configuration.folders = [folder.url.appending(path: "allowed").path]
        configuration.urls = ["https://example.com/": folder.url.appending(path: "allowed").path]
        configuration.isSealed = true
        let (_, findings) = try folder.read("api/openapi.yaml", configuration)
        #expect(findings.count == (error == nil ? 0 : 1))
        if let error { #expect(findings.first?.hasSuffix(error) == true) }
    }

    /// A schema that two files refer to by three URIs is a single schema, and is loaded once.
    @Test func aSchemaReachedByThreeURIsIsOne() throws {
        let folder = try TemporaryFolder()
        try folder.add("pet.yaml", Self.pet)
        try folder.add(
            "parts/owner.yaml",
            "properties: {a: {$ref: ../pet.yaml}, b: {$ref: ../p%65t.yaml}, c: {$ref: ../link.yaml}}")
        try folder.link("link.yaml", to: folder.url.appending(path: "pet.yaml"))
        try folder.add("openapi.yaml", Self.document(Row(reference: "parts/owner.yaml")))
        let (document, findings) = try folder.read("openapi.yaml", Configuration())
        #expect(findings == [])
        let owner = try #require(document?.components.schemas["Tested"])
        let pets = owner.properties.compactMap { property in
            property.value.reference.flatMap { document?.schema(at: $0) }.map { ObjectIdentifier($0) }
        }
        #expect(pets.count == 3 && Set(pets).count == 1)
        #expect(document?.components.schemas.keys == ["Tested", "pet"])
    }

    /// If other files use the same name, their schemas are distinguished by their context; the document's own names are kept.
    @Test func equalNamesInOtherFilesAreToldApartByWhatIsAroundThem() throws {
        let folder = try TemporaryFolder()
        for file in ["order", "invoice"] {
            try folder.add("\(file).yaml", "{requests: {Item: {type: object}}, Tested: {type: object}}")
        }
        try folder.add("dogs/index.yaml", "{type: object}")
        let references = [
            "order.yaml#/requests/Item", "invoice.yaml#/requests/Item", "order.yaml#/Tested", "dogs/index.yaml",
        ]
        let members = references.map { "{$ref: '\($0)'}" }.joined(separator: ", ")
        try folder.add(
            "openapi.yaml",
            "{openapi: 3.1.0, info: {title: T, version: '1'}, components: {schemas: {Tested: {anyOf: [\(members)]}}}}"
        )
        let (document, findings) = try folder.read("openapi.yaml", Configuration())
        #expect(findings.allSatisfy { $0.hasSuffix("[name-collision]") } && findings.count == 3)
        let names = ["Tested", "order_requests_Item", "invoice_requests_Item", "order_Tested", "dogs"]
        #expect(document?.components.schemas.keys == names)
    }

    /// Limits apply to all files together: each file alone has fewer values than the limit.
    @Test func limitsCountOverAllFiles() throws {
        let folder = try TemporaryFolder()
        let lists = (1...5).map { level in
            "b\(level): &b\(level) [\(Array(repeating: "*b\(level - 1)", count: 10).joined(separator: ", "))]\n"
        }
        let text = "b0: &b0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n\(lists.joined())more: [*b5, *b5]\nS: {}\n"
        for name in ["a.yaml", "b.yaml"] { try folder.add(name, text) }
        try folder.add(
            "openapi.yaml",
            "{openapi: 3.1.0, info: {title: T, version: '1'}, components: {schemas: "
                + "{A: {$ref: 'a.yaml#/S'}, B: {$ref: 'b.yaml#/S'}}}}"
        )
        let (_, findings) = try folder.read("openapi.yaml", Configuration())
        #expect(findings.contains { $0.hasPrefix("b.yaml:") && $0.hasSuffix("[too-many-nodes]") })
    }

    static let pet = "type: object\nproperties: {tag: {type: string}}\n"

    static func document(_ row: Row) -> String {
        """
        openapi: 3.1.0
        info: {title: Pets, version: '1'}
        components:
          schemas:
            Tested: {$ref: '\(row.reference)'}
        \(row.names.contains("Other") ? "    Other: {type: string}" : "")
        """
    }
}

extension TemporaryFolder {
    /// The document in a file, and the findings in this file and the files that it refers to.
    func read(_ path: String, _ configuration: Configuration) throws -> (Document?, [String]) {
        let diagnostics = Diagnostics()
        let file = try #require(DocumentFile.read(url.appending(path: path).path, diagnostics: diagnostics))
        let document = Pipeline(configuration: configuration, diagnostics: diagnostics).document(in: file)
        let findings = diagnostics.all.map { found in
            let name = diagnostics.file(found.location.file)?.lastPathComponent ?? ""
            let place = "\(name):\(found.location.line):\(found.location.column)"
            return "\(place): \(found.severity): \(found.message) [\(found.defect.identifier)]"
        }
        return (document, findings)
    }
}
