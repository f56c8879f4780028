import Mustache

/// What a template sees: values by dotted name, without reflection.
///
/// A name that is not there renders as nothing, and an empty text counts as absent. `TemplateSet` has checked that a
/// template asks for declared names only.
struct View: MustacheParent {
    private var fields: [String: Any]

    init(_ fields: [String: Any?]) {
        self.fields = fields.compactMapValues { value in
            if let text = value as? String, text.isEmpty { return nil }
            return value
        }
    }

    func child(named name: String) -> Any? {
        fields[name]
    }
}
