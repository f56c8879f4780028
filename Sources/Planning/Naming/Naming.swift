/// The place of an inline schema, after which its declaration is named.
struct Naming {
    /// The declaration that the new one is nested in; `nil` at the top level.
    var parent: DeclarationID?
    /// The property's, parameter's or operation's name, as a type name.
    var name: String
    /// Whether the schema describes the items of a list or map, whose name is singular.
    var isItem = false
    /// The replacement if something else has the name: `CircleShape` for `Circle`.
    var alternative: String?
    /// The suffix of the name if something else has the name, instead of one for the kind of type: `SortParameter`.
    var kind: String?
    /// A name that nothing else can have, for the case that all others are claimed twice.
    var unique: String?

    /// The place of a list's items: if its author titled a list `Location`, that is the name of its items.
    func item(title: String?) -> Naming {
        var naming = self
        naming.name = telling(title).map { SwiftName.type($0) } ?? name
        naming.isItem = true
        return naming
    }

    /// Names in order of preference: the title if its author wrote one, else the role.
    ///
    /// - Parameter suffix: the kind of type, in case something else has the role as its name: `CommitDetails` in a `Commit`.
    func claim(title: String?, suffix: String) -> NameClaim {
        let what = kind ?? suffix
        var names = [unreserved(role, what), alternative ?? Self.name(role, what)]
        if let title = telling(title) { names.insert(unreserved(SwiftName.type(title), what), at: 0) }
        if isItem { names.append(name + "Item") }
        if let unique { names.append(unique) }
        return NameClaim(names: names, yields: isItem || isType)
    }

    /// The role of the schema in what contains it.
    var role: String { isItem ? SwiftName.singular(name) : name }

    private var isType: Bool { name == "Type" && parent != nil }

    /// `DataItem` for `Data`, which is part of Foundation; a nested `Type` becomes `Kind`.
    private func unreserved(_ name: String, _ what: String) -> String {
        if name == "Type", isType { return "Kind" }
        return ReservedNames.type(name) == name ? name : Self.name(name, isItem ? "Item" : what)
    }

    /// `CommitDetails`; if the name already ends with the suffix, `JobKind` becomes `JobKindChoice`.
    private static func name(_ name: String, _ what: String) -> String {
        name.hasSuffix(what) ? name + "Choice" : name + what
    }

    /// A title, if it says more than the name from which FastAPI derived it.
    private func telling(_ title: String?) -> String? {
        guard let title, !FastAPINames.isDerived(title: title, from: name), !FastAPINames.isResponseTitle(title) else {
            return nil
        }
        return title
    }
}

extension Naming {
    /// The place of a property; `foo` and `Foo` may occur side by side.
    init(parent: DeclarationID, member key: String) {
        let spelled = SwiftName.spelled(key)
        let isUppercase = spelled.first?.isUppercase ?? false
        self.init(
            parent: parent,
            name: SwiftName.type(key),
            unique: (isUppercase ? "Uppercase" : "Lowercase") + SwiftName.capitalized(spelled)
        )
    }
}

/// The candidate names of a declaration, the best first.
struct NameClaim {
    var names: [String]
    /// Whether others in the same place choose first: beside `status`, the items of `statuses` are not `Status`.
    var yields: Bool
}
