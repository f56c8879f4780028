import ApusDiagnostics
import ApusYAML

/// Changes to a document that are kept in a file of their own [Overlay Specification 1.0 and 1.1].
package struct Overlay: Sendable {
    var actions: [Action]

    struct Action: Sendable {
        var target: JSONPath
        var location: SourceLocation
        /// Merged into what the target selects.
        var update: Node?
        /// Selects the one value that is merged into what the target selects, from the document as it is at that point.
        var copy: JSONPath?
        /// Whether what the target selects is removed.
        var removes: Bool
    }

    /// `nil`, reported, if the file is not an overlay.
    package init?(_ root: Node, diagnostics: Diagnostics) {
        guard let fields = root.mapping, let version = fields["overlay"] else {
            diagnostics.report(
                .invalidOverlay, "there is no field 'overlay' that says that this is an overlay", at: root.location)
            return nil
        }
        guard let text = version.string ?? version.number?.text, text == "1" || text.hasPrefix("1.") else {
            let message = "expected version 1 of the Overlay Specification, '1.0.0'"
            diagnostics.report(.invalidOverlay, message, at: version.location)
            return nil
        }
        for entry in fields.entries where !Self.fields.contains(entry.key) && !entry.key.hasPrefix("x-") {
            diagnostics.report(.unknownField, "an overlay has no field '\(entry.key)'", at: entry.keyLocation)
        }
        guard let actions = fields["actions"]?.sequence else {
            let place = fields["actions"]?.location ?? root.location
            diagnostics.report(.invalidOverlay, "an overlay must have a list of 'actions'", at: place)
            return nil
        }
        self.actions = actions.compactMap { Action($0, diagnostics) }
    }

    private static let fields: Set<String> = ["overlay", "info", "extends", "actions"]
}

extension Overlay.Action {
    private static let fields: Set<String> = ["target", "description", "update", "remove", "copy"]

    fileprivate init?(_ node: Node, _ diagnostics: Diagnostics) {
        guard let fields = node.mapping, let target = fields["target"], let text = target.string else {
            let message = "an action must have a 'target' that says what it changes: \"$.paths['/pets'].get\""
            diagnostics.report(.invalidOverlay, message, at: node["target"]?.location ?? node.location)
            return nil
        }
        for entry in fields.entries where !Self.fields.contains(entry.key) && !entry.key.hasPrefix("x-") {
            diagnostics.report(.unknownField, "an action has no field '\(entry.key)'", at: entry.keyLocation)
        }
        guard let path = Self.path(text, at: target, diagnostics) else { return nil }
        self.target = path
        location = target.location
        update = fields["update"]
        removes = fields["remove"]?.bool == true
        if let remove = fields["remove"], remove.bool == nil {
            diagnostics.report(
                .invalidOverlay, "'remove' must be true or false, not \(remove.kindName)", at: remove.location)
        } else if let source = fields["copy"] {
            guard let text = source.string, let path = Self.path(text, at: source, diagnostics) else { return nil }
            copy = path
        } else if update == nil, !removes {
            diagnostics.report(.invalidOverlay, "the action neither updates nor removes anything", at: node.location)
        }
    }

    private static func path(_ text: String, at node: Node, _ diagnostics: Diagnostics) -> JSONPath? {
        do { return try JSONPath(parsing: text) } catch {
            let message = "'\(text)' is not a JSONPath: at character \(error.offset + 1), \(error.message)"
            diagnostics.report(.invalidOverlay, message, at: node.location)
            return nil
        }
    }
}
