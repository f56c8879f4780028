import Foundation
import Testing

/// Every golden compiles without warnings in a target of every kind.
struct CompileTests {
    /// A target's settings, and the target's own code next to the generated sources.
    struct Target: Sendable, CustomStringConvertible {
        var description: String
        var flags: [String]
    }

    static let targets: [Target] = [
        Target(description: "default", flags: []),
        Target(
            description: "upcoming features",
            flags: [
                "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
                "NonisolatedNonsendingByDefault",
                "InferIsolatedConformances",
            ].flatMap { ["-enable-upcoming-feature", $0] }
        ),
        Target(description: "MainActor by default", flags: ["-default-isolation", "MainActor"]),
        Target(
            description: "MainActor by default, upcoming features",
            flags: [
                "-default-isolation", "MainActor", "-enable-upcoming-feature", "InternalImportsByDefault",
                "-enable-upcoming-feature", "MemberImportVisibility",
            ]
        ),
    ]

    @Test(arguments: Golden.all, targets)
    func compilesWithoutAWarning(golden: Golden, target: Target) throws {
        try compile(golden.sources.map(\.path), target)
    }

    /// The goldens are public; with other access levels, only that word and the imports differ.
    @Test(arguments: ["package", "internal"], targets)
    func compilesWithOtherAccess(access: String, target: Target) throws {
        let folder = try Golden.generated("update-conversation", access: access)
        defer { try? FileManager.default.removeItem(at: folder) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        try compile(names.map { folder.appending(path: $0).path }, target)
    }

    private func compile(_ sources: [String], _ target: Target) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-compile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // The user's own file in the target, with a plain import.
        let own = folder.appending(path: "Own.swift")
        try "import ApusRuntime\n\nstruct UsersOwn { var value = JSONValue.null }\n".write(
            to: own, atomically: true, encoding: .utf8
        )
        let result = try Compiler.run(
            ["-emit-sil", "-o", "/dev/null", "-wmo", "-package-name", "package"] + target.flags + sources + [own.path]
        )
        #expect(result.status == 0, "\(result.output)")
    }
}
