import Foundation
import Testing

/// `make corpus` over a folder with every kind of file that may be in one.
@Suite("make corpus", .enabled(if: Python.isThere, "there is no python3"))
struct CorpusTests {
    @Test
    func everyDocumentOfAFolderIsJudged() throws {
        let workspace = try Workspace()
        try workspace.write("corpus/plain.yaml", Workspace.document())
        try workspace.write("corpus/an odd' \"näme.YML", Workspace.document())
        try workspace.write("corpus/page.md", "# Pets\n\n```yaml\n\(Workspace.document())```\n")
        try workspace.write("corpus/unsound.yaml", Workspace.document(reference: "Missing"))
        try workspace.write("corpus/broken.json", "{\"openapi\": \"3.1.0\", ")
        try workspace.write("corpus/notes.txt", "Nothing of the kind.\n")
        try workspace.write("corpus/empty.json", "")
        try workspace.write("corpus/picture.png", "no text")
        try workspace.write("corpus/several/api/root.yaml", try workspace.text("parts/several.yaml"))
        try workspace.write("corpus/several/sound.yaml", "components: {schemas: {Pet: {type: string}}}\n")
        try workspace.write("corpus/several/.hidden.yaml", Workspace.document())
        try workspace.write("corpus/twice/a.yaml", Workspace.document())
        try workspace.write("corpus/twice/b.yaml", Workspace.document())
        let link = workspace.url.appending(path: "corpus/dangling.yaml").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")

        let result = try run(workspace, apus: workspace.apus.url.path)
        #expect(result.status == 1)
        #expect(result.lines.last == "5 passed, 3 failed")
        for (name, outcome) in [
            ("plain.yaml", "compiled"),
            ("an odd' \"näme.YML", "compiled"),
            ("page.md", "compiled"),
            ("unsound.yaml", "unsound: 1 located"),
            ("broken.json", "FAILED: nothing generated"),
            ("several/api/root.yaml", "compiled"),
            ("twice", "FAILED: several of its files have `openapi` or `swagger` at the top: a.yaml, b.yaml"),
            ("dangling.yaml", "FAILED: cannot be read: No such file or directory"),
        ] {
            let row = result.lines.first { $0.hasPrefix(name + " ") } ?? ""
            #expect(row.contains(outcome), "\(name): \(row)")
        }
        #expect(result.output.contains("unsound.yaml:14:"), "the error's place is shown")
        for name in ["notes.txt", "empty.json", "picture.png"] {
            #expect(result.output.contains("\n\(name): skipped: "), "\(name)")
        }
    }

    @Test
    func aCrashOrAHangFailsItsDocumentAlone() throws {
        let workspace = try Workspace()
        for name in ["a-hangs", "b-crashes", "c-sound"] {
            try workspace.write("corpus/\(name).yaml", Workspace.document())
        }
        let script = """
            #!/bin/sh
            case $2 in
            *hangs*) sleep 60 ;;
            *crashes*) kill -SEGV $$ ;;
            *) exec '\(workspace.apus.url.path)' "$@" ;;
            esac

            """
        try workspace.write("apus.sh", script)
        let path = workspace.url.appending(path: "apus.sh").path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        let result = try run(workspace, apus: path)
        #expect(result.status == 1)
        #expect(result.lines.last == "1 passed, 2 failed")
        #expect(result.output.contains("FAILED: apus inspect: no end within"))
        #expect(result.output.contains("FAILED: apus inspect: ended by SIGSEGV"))
    }

    @Test
    func aMissingFolderIsAFailure() throws {
        let result = try run(try Workspace(), apus: "/bin/true")
        #expect(result.status != 0)
        #expect(result.lines.last == "0 passed, 0 failed")
    }

    private func run(_ workspace: Workspace, apus: String) throws -> (status: Int32, output: String, lines: [String]) {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let modules = workspace.apus.url.deletingLastPathComponent().appending(path: "Modules").path
        let python = Executable(url: URL(filePath: "/usr/bin/env"))
        let script = root.appending(path: "Corpus/corpus.py").path
        let folder = workspace.url.appending(path: "corpus").path
        let result = try python.run(["APUS_GENERATION_TIMEOUT=5", "python3", script, apus, modules, folder])
        return (result.status, result.output, result.output.split(separator: "\n").map(String.init))
    }
}

private enum Python {
    static let isThere =
        (try? Executable(url: URL(filePath: "/usr/bin/env")).run(["python3", "--version"]))?.status == 0
}
