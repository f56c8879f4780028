import Foundation
import Testing

@Suite("apus generate")
struct GenerateTests {
    let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    @Test
    func checkFailsAfterAnEditUntilItIsMended() throws {
        let written = try workspace.run("generate", "sound.yaml", "--output", "out")
        #expect(written.output.contains("wrote out/Models.swift\n"))
        #expect(try workspace.run("generate", "sound.yaml", "--output", "out", "--check").status == 0)

        let models = try workspace.text("out/Models.swift")
        try workspace.write("out/Models.swift", models + "// edited\n")
        let edited = try workspace.run("generate", "sound.yaml", "--output", "out", "--check")
        #expect(edited.status == 2)
        #expect(edited.output == "out of date: out/Models.swift\n")
        #expect(try workspace.text("out/Models.swift").hasSuffix("// edited\n"), "--check writes nothing")

        let mended = try workspace.run("generate", "sound.yaml", "--output", "out")
        #expect(mended.output == "wrote out/Models.swift\n")
        #expect(try workspace.run("generate", "sound.yaml", "--output", "out", "--check").output == "out: up to date\n")
    }

    @Test
    func aDocumentIsReadFromStandardInput() throws {
        let result = try workspace.run("generate", "-", "--output", "out", input: Workspace.document())
        #expect(result.status == 0)
        #expect(try workspace.files(in: "out").keys.contains("Models.swift"))
        let broken = try workspace.run("validate", "-", input: "openapi: 3.1.0\na: [\n")
        #expect(broken.status == 1)
        #expect(broken.errors.hasPrefix("<stdin>:"))
        let external = try workspace.run("validate", "-", input: try workspace.text("parts/several.yaml"))
        #expect(external.status == 1)
        #expect(
            external.errors.contains("is in another file, but this document is not in a folder [unreadable-reference]"))
    }

    @Test
    func diagnosticsInJSONAreAnObjectALine() throws {
        let result = try workspace.run("generate", "wrong.yaml", "--output", "out", "--diagnostics", "json")
        let lines = result.errors.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["file"] as? String == "wrong.yaml")
            #expect(object?["line"] as? Int == 14)
            #expect(object?["severity"] as? String == "error")
            #expect(object?["identifier"] is String)
        }
    }

    @Test
    func emitWritesThePartsThatItNamesAndRemovesTheOthers() throws {
        _ = try workspace.run("generate", "sound.yaml", "--output", "out")
        let result = try workspace.run("generate", "sound.yaml", "--output", "out", "--emit", "models,client")
        #expect(result.output.contains("removed out/Server.swift\n"))
        #expect(Set(try workspace.files(in: "out").keys) == ["Models.swift", "Client.swift"])
    }

    @Test(arguments: [1, 3])
    func shardsWritesItsFilesWhateverTheDocumentHolds(_ count: Int) throws {
        _ = try workspace.run("generate", "sound.yaml", "--output", "out", "--shards", "\(count)", "--emit", "models")
        let numbers = count == 1 ? [""] : (0..<count).map(String.init)
        let expected = ["Models", "Validators", "Client", "Server", "Samples"].flatMap { part in
            numbers.map { "\(part)\($0).swift" }
        }
        #expect(try workspace.files(in: "out").keys.sorted() == expected.sorted())
    }

    @Test
    func allowErrorsWritesWhatItCanAndStillFails() throws {
        let result = try workspace.run("generate", "wrong.yaml", "--output", "out", "--allow-errors")
        #expect(result.status == 1)
        #expect(try workspace.files(in: "out").keys.contains("Models.swift"))
    }

    @Test
    func flagsWinOverTheConfigurationWhosePathsAreRelativeToIt() throws {
        try workspace.write("sdk/apus.yaml", "document: ../sound.yaml\noutput: Generated\naccess: internal\n")
        #expect(try workspace.run("generate", "--config", "sdk/apus.yaml").status == 0)
        #expect(try workspace.text("sdk/Generated/Models.swift").contains("\nstruct Pet"))
        #expect(try workspace.run("generate", "--config", "sdk/apus.yaml", "--access", "public").status == 0)
        #expect(try workspace.text("sdk/Generated/Models.swift").contains("\npublic struct Pet"))
    }

    @Test
    func aMistakeInTheConfigurationStopsTheRun() throws {
        try workspace.write("apus.yaml", "acess: internal\n")
        let result = try workspace.run("generate", "sound.yaml", "--output", "out", "--config", "apus.yaml")
        #expect(result.status == 1)
        #expect(
            result.errors.hasPrefix(
                """
                apus.yaml:1:1: error: apus.yaml has no key 'acess': did you mean 'access'? [unknown-configuration-key]
                    acess: internal
                    ^
                """
            )
        )
        #expect(try workspace.files(in: "out").isEmpty)
    }

    @Test
    func aUsersFileInTheWayIsNamedAndStays() throws {
        try workspace.write("out/Models.swift", "mine")
        let result = try workspace.run("generate", "sound.yaml", "--output", "out")
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("out/Models.swift: error: "))
        #expect(result.errors.hasSuffix("[foreign-file]\n"))
        #expect(try workspace.files(in: "out") == ["Models.swift": "mine"])
    }
}
