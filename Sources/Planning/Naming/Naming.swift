/// Where an inline schema stands, from which its declaration is named.
struct Naming {
    /// The declaration that the new one is nested in; nil at the top level.
    var parent: DeclarationID?
    /// The property's, parameter's or operation's name, as a type name.
    var name: String
    /// Whether the schema is that of a list's or map's items, whose name is singular.
    var isItem = false
    /// What stands in where something else has the name: `CircleShape` for `Circle`.
    var alternative: String?
    /// What the name is followed by where something else has it, if that is not what the type is: `SortParameter`.
    var kind: String?
    /// A name that nothing else can have, where all others are claimed twice.
    var unique: String?

    /// The place of a list's items: a list that its author titled `Location` holds values called so.
    func item(title: String?) -> Naming {
        var naming = self
        naming.name = telling(title).map { SwiftName.type($0) } ?? name
        naming.isItem = true
        return naming
    }

    /// Names in the order of preference: the title where its author wrote one, else the role.
    ///
    /// - Parameter suffix: what the type is, for where the role alone names something else: `CommitDetails` in a `Commit`.
    func claim(title: String?, suffix: String) -> NameClaim {
        let what = kind ?? suffix
        var names = [unreserved(role, what), alternative ?? Self.name(role, what)]
        if let title = telling(title) { names.insert(unreserved(SwiftName.type(title), what), at: 0) }
        if isItem { names.append(name + "Item") }
        if let unique { names.append(unique) }
        return NameClaim(names: names, yields: isItem || isType)
    }

    /// What the schema is to what holds it.
    var role: String { isItem ? SwiftName.singular(name) : name }

    private var isType: Bool { name == "Type" && parent != nil }

    /// `DataItem` for `Data`, which is Foundation's; a nested `Type` is a `Kind`.
    private func unreserved(_ name: String, _ what: String) -> String {
        if name == "Type", isType { return "Kind" }
        return ReservedNames.type(name) == name ? name : Self.name(name, isItem ? "Item" : what)
    }

    /// `CommitDetails`; a `JobKind` that is not the one is a `JobKindChoice`.
    private static func name(_ name: String, _ what: String) -> String {
        name.hasSuffix(what) ? name + "Choice" : name + what
    }

    /// A title, where it says more than the name that FastAPI derived it from.
    private func telling(_ title: String?) -> String? {
        guard let title, !FastAPINames.isDerived(title: title, from: name), !FastAPINames.isResponseTitle(title) else {
            return nil
        }
        return title
    }
}

extension Naming {
    /// The place of a property; `foo` and `Foo` may stand beside each other.
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

/// The names that a declaration would like, the best first.
struct NameClaim {
    var names: [String]
    /// Whether others of the place choose first: beside `status`, the items of `statuses` are not `Status`.
    var yields: Bool
}
