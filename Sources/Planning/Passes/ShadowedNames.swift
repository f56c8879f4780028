/// Renames nested declarations that would hide a top-level declaration used around them.
///
/// Needs settled names, and runs after everything that is named after them.
enum ShadowedNames {
    static func renamed(_ names: [String], of drafts: Drafts) -> [String] {
        let roots = Roots(of: drafts)
        var names = names
        for root in drafts.roots {
            let members = subtree(of: root, drafts)
            let named = Set(
                members.flatMap { drafts.content($0).contents.flatMap(\.declared) }.map { names[roots[$0].index] }
            )
            for member in members.dropFirst() where named.contains(names[member.index]) {
                guard let parent = drafts[member].parent else { continue }
                let taken = Set(members.map { names[$0.index] }).union(named)
                names[member.index] = UniqueNames.numbered(names[parent.index] + names[member.index], beside: taken)
            }
        }
        return names
    }

    private static func subtree(of root: DeclarationID, _ drafts: Drafts) -> [DeclarationID] {
        [root] + drafts[root].nested.flatMap { subtree(of: $0, drafts) }
    }

    private struct Roots {
        private let roots: [DeclarationID]

        /// A parent comes before its nested declarations.
        init(of drafts: Drafts) {
            var roots: [DeclarationID] = []
            for draft in drafts.all { roots.append(draft.parent.map { roots[$0.index] } ?? draft.id) }
            self.roots = roots
        }

        subscript(id: DeclarationID) -> DeclarationID { roots[id.index] }
    }
}
