/// The values that a template can use.
protocol TemplateView: Sendable {
    static var schema: ViewSchema<Self> { get }
}

/// The keys of a view, each declared once: the name that a template may use, and where its value comes from.
///
///     ViewSchema<AliasView>("alias", [.text("name", \.name), .lines("nested", \.nested)])
///
/// gives a template `{{alias.name}}` and `{{#alias.nested}}{{.}}{{/alias.nested}}`.
struct ViewSchema<View>: Sendable {
    struct Key: Sendable {
        fileprivate let declaration: ViewKeys.Key
        fileprivate let value: @Sendable (View) -> ViewValue

        private init(_ name: String, _ kind: ViewKeys.Kind, _ value: @escaping @Sendable (View) -> ViewValue) {
            declaration = ViewKeys.Key(name: name, kind: kind)
            self.value = value
        }

        /// Text, which may be empty.
        static func text(_ name: String, _ value: @escaping @Sendable (View) -> String) -> Key {
            Key(name, .text) { .text(.text(value($0))) }
        }

        /// Text that may be broken into lines.
        static func code(_ name: String, _ value: @escaping @Sendable (View) -> Code) -> Key {
            Key(name, .text) { .text(value($0)) }
        }

        /// Whether a section is written.
        static func flag(_ name: String, _ value: @escaping @Sendable (View) -> Bool) -> Key {
            Key(name, .flag) { .flag(value($0)) }
        }

        /// A list of texts: a section is written once for each text, which is `{{.}}` in the section.
        static func lines(_ name: String, _ value: @escaping @Sendable (View) -> [String]) -> Key {
            Key(name, .lines) { .lines(value($0).map(Code.text)) }
        }

        /// The same for code.
        static func codes(_ name: String, _ value: @escaping @Sendable (View) -> [Code]) -> Key {
            Key(name, .lines) { .lines(value($0)) }
        }

        /// A list of views: a section is written once for each view, and can use the view's keys.
        static func views<Element: TemplateView>(
            _ name: String, _ value: @escaping @Sendable (View) -> [Element]
        ) -> Key {
            Key(name, .views(Element.schema.keys)) { .views(value($0).map(Element.schema.values)) }
        }

        /// A view that may be absent.
        static func view<Element: TemplateView>(
            _ name: String, _ value: @escaping @Sendable (View) -> Element?
        ) -> Key {
            Key(name, .views(Element.schema.keys)) { .views(value($0).map { [Element.schema.values(of: $0)] } ?? []) }
        }
    }

    let keys: ViewKeys
    private let values: [@Sendable (View) -> ViewValue]

    init(_ name: String, _ keys: [Key]) {
        self.keys = ViewKeys(name: name, keys: keys.map(\.declaration))
        values = keys.map(\.value)
    }

    /// The view's values, in the order of its keys.
    func values(of view: View) -> [ViewValue] { values.map { $0(view) } }
}

/// A view's name and keys, without the type of the view.
struct ViewKeys: Sendable {
    struct Key: Sendable {
        var name: String
        var kind: Kind
    }

    indirect enum Kind: Sendable {
        case text, flag, lines
        case views(ViewKeys)
    }

    /// `property`: the part before the full stop.
    var name: String
    var keys: [Key]
}

enum ViewValue: Sendable {
    case text(Code)
    case flag(Bool)
    case lines([Code])
    case views([[ViewValue]])
}
