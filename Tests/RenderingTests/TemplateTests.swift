import ApusRendering
import Foundation
import Testing

struct TemplateTests {
    private func template(_ name: String, _ text: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        return folder.path
    }

    @Test func theBuiltInTemplatesAskForWhatTheirViewsHave() throws {
        _ = try TemplateSet()
    }

    @Test(arguments: [
        ("Alias.swift.mustache", "typealias {{alias.title}}", "the view has no `alias.title`"),
        ("Alias.swift.mustache", "\n{{> Structure}}", "partials"),
        ("Nothing.swift.mustache", "", "no template has this name"),
        ("Alias.mustache", "", "no template has this name"),
        ("Alias.swift.mustache", "{{#alias.nested}}", ""),
    ])
    func whatATemplateCannotBeIsAnError(name: String, text: String, message: String) throws {
        let folder = try template(name, text)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let error = #expect(throws: TemplateError.self) { try TemplateSet(overrides: folder) }
        #expect(error?.path == folder + "/" + name)
        if !message.isEmpty { #expect(error?.message.contains(message) == true) }
    }
}
