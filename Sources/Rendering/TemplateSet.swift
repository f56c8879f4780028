import ApusTemplates
import Foundation
import Mustache

/// The templates: built in, or a user's own in their place.
package struct TemplateSet: Sendable {
    let templates: [String: MustacheTemplate]

    /// - Parameter overrides: A folder of `<Name>.swift.mustache` files that replace the built-in ones.
    /// - Throws: ``TemplateError`` for a file that is not a template's, for text that is not Mustache, and for a tag or
    ///   partial that the template's view does not have: Mustache itself would render it as nothing.
    package init(overrides: String? = nil) throws(TemplateError) {
        var texts: [String: (path: String, text: String)] = [:]
        for (name, bytes) in Templates.all {
            texts[name] = ("\(name).swift.mustache", String(decoding: bytes, as: UTF8.self))
        }
        if let overrides {
            for (name, file) in try Self.overrides(in: overrides) { texts[name] = file }
        }
        var templates: [String: MustacheTemplate] = [:]
        for (name, file) in texts {
            try TemplateChecker(name: name, path: file.path).check(file.text)
            do {
                // Text: Swift source is not to be escaped as HTML is.
                templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE: TEXT}}\n" + file.text)
            } catch {
                throw TemplateError(path: file.path, line: 1, message: "\(error)")
            }
        }
        // What has no template would be rendered as nothing.
        if let missing = TemplateChecker.names.keys.first(where: { templates[$0] == nil }) {
            throw TemplateError(path: "\(missing).swift.mustache", line: nil, message: "the template is missing")
        }
        self.templates = templates
    }

    private static func overrides(in folder: String) throws(TemplateError) -> [(String, (path: String, text: String))] {
        let suffix = ".swift.mustache"
        var files: [(String, (path: String, text: String))] = []
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw TemplateError(path: folder, line: nil, message: "the folder of templates cannot be read")
        }
        for file in names.sorted() where file.hasSuffix(".mustache") {
            let path = folder + "/" + file
            let name = String(file.dropLast(suffix.count))
            guard file.hasSuffix(suffix), Templates.all[name] != nil else {
                let known = Templates.all.keys.sorted().map { "\($0)\(suffix)" }.joined(separator: ", ")
                throw TemplateError(
                    path: path, line: nil, message: "no template has this name; expected one of \(known)")
            }
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
            else { throw TemplateError(path: path, line: nil, message: "the file cannot be read as UTF-8") }
            files.append((name, (path, text)))
        }
        return files
    }

    func render(_ name: String, _ view: View) -> String {
        templates[name]?.render(view) ?? ""
    }
}

/// A template that cannot be used.
package struct TemplateError: Error, CustomStringConvertible, Sendable {
    package var path: String
    package var line: Int?
    package var message: String

    package var description: String {
        line.map { "\(path):\($0): error: \(message)" } ?? "\(path): error: \(message)"
    }
}
