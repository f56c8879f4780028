/// Where an inline schema stands, from which its declaration is named.
struct Naming {
    /// The declaration that the new one is nested in; nil at the top level.
    var parent: DeclarationID?
    /// The property's, parameter's or operation's name, as a type name.
    var name: String
    /// Whether the schema is that of a list's or map's items, whose name is singular.
    var isItem: Bool

    /// The place of a list's items: a list that its author titled `Location` holds values called so.
    func item(title: String?) -> Naming {
        Naming(parent: parent, name: telling(title).map { SwiftName.type($0) } ?? name, isItem: true)
    }

    /// Names in the order of preference: the title where its author wrote one, else the role.
    ///
    /// - Parameter suffix: what the type is, for where the role alone names something else: `CommitDetails` in a `Commit`.
    func candidates(title: String?, suffix: String) -> [String] {
        let fallbacks = [role, role + suffix]
        guard let title = telling(title) else { return fallbacks }
        return [ReservedNames.type(SwiftName.type(title))] + fallbacks
    }

    /// What the schema is to what holds it.
    var role: String {
        ReservedNames.type(isItem ? SwiftName.singular(name) : name)
    }

    /// A title, where it says more than the name that FastAPI derived it from.
    private func telling(_ title: String?) -> String? {
        guard let title, !FastAPINames.isDerived(title: title, from: name), !FastAPINames.isResponseTitle(title) else {
            return nil
        }
        return title
    }
}
