import ApusPlanning

/// Declarations -> files: header, imports, namespace, line breaks.
struct FileAssembler {
    let plan: Plan
    let templates: TemplateSet

    /// One file per part, or `shards` of them. A declaration's shard is a hash of its name, so that it stays in its file when the
    /// document grows. The first part's first file declares the namespace.
    func files(of part: PlanOptions.Part, holding declarations: [RenderedDeclaration], isFirst: Bool) -> [RenderedFile]
    {
        let name = part.rawValue.prefix(1).uppercased() + part.rawValue.dropFirst()
        let count = plan.options.shards
        if count == 1, !plan.options.hasFixedFiles {
            return filesByGroup(name, declarations, namespace: isFirst ? plan.namespace : nil)
        }
        var shards: [[RenderedDeclaration]] = Array(repeating: [], count: count)
        for declaration in declarations { shards[shard(of: declaration.name)].append(declaration) }
        return shards.enumerated().compactMap { index, members in
            let namespace = isFirst && index == 0 ? plan.namespace : nil
            guard !members.isEmpty || namespace != nil else { return nil }
            return file(count == 1 ? "\(name).swift" : "\(name)\(index).swift", members, declaring: namespace)
        }
    }

    /// `Client.swift`, and `Client+Pets.swift` for the group `Pets`.
    private func filesByGroup(
        _ part: String, _ declarations: [RenderedDeclaration], namespace: String?
    ) -> [RenderedFile] {
        var groups: [String?] = [nil]
        for group in declarations.map(\.group) where !groups.contains(group) { groups.append(group) }
        return groups.compactMap { group in
            let members = declarations.filter { $0.group == group }
            let opened = group == nil ? namespace : nil
            guard !members.isEmpty || opened != nil else { return nil }
            return file(group.map { "\(part)+\($0).swift" } ?? "\(part).swift", members, declaring: opened)
        }
    }

    private func file(
        _ path: String, _ declarations: [RenderedDeclaration], declaring opened: String?
    ) -> RenderedFile {
        // Declarations are laid out on all cores.
        let texts = concurrentMap(declarations) { declaration in
            let isMember = plan.namespace != nil && !declaration.isExtension
            return Layout.lines(of: declaration.text, indentation: isMember ? 4 : 0)
        }
        var sections = texts
        if let namespace = plan.namespace {
            let members = zip(declarations, texts).filter { !$0.0.isExtension }.map(\.1)
            let body = members.joined(separator: "\(.line)\(.line)")
            let outer: [Code] = members.isEmpty ? [] : ["extension \(namespace) {\(.line)\(body)\(.line)}"]
            sections = outer + zip(declarations, texts).filter(\.0.isExtension).map(\.1)
        }
        let view = FileView(
            source: Escaping.comment(plan.api.sourceName),
            imports: imports(of: declarations),
            namespace: opened.map { "\(plan.options.access.prefix)enum \($0) {}" } ?? "",
            declarations: sections
        )
        return RenderedFile(path: path, text: Layout.text(templates.file.render(view)))
    }

    // MARK: Imports

    /// Modules that public declarations use are imported publicly. For `package`, no single form works both with and without
    /// `InternalImportsByDefault`: with it, a plain import is internal; without it, an explicit one makes the user's own plain
    /// imports ambiguous.
    private func imports(of declarations: [RenderedDeclaration]) -> [String] {
        var modules: [String] = []
        if declarations.contains(where: \.usesRuntime) { modules.append("ApusRuntime") }
        if declarations.contains(where: \.usesFoundation) { modules.append("Foundation") }
        let others = declarations.reduce(into: Set<String>()) { $0.formUnion($1.modules) }.subtracting(modules)
        modules += others.sorted()
        // A module that declarations use only in their bodies is imported plainly: a public import would be reported as unused.
        var inner: [String] = []
        if !modules.contains("ApusRuntime"), declarations.contains(where: \.usesRuntimeInside) {
            inner.append("import ApusRuntime")
        }
        if !modules.contains("Foundation"), declarations.contains(where: \.usesFoundationInside) {
            inner.append("import Foundation")
        }
        if modules.isEmpty { return inner }
        switch plan.options.access {
        case .public: return modules.map { "public import \($0)" } + inner
        case .internal: return modules.map { "import \($0)" } + inner
        case .package:
            return ["#if hasFeature(InternalImportsByDefault)"] + modules.map { "    package import \($0)" }
                + ["#else"] + modules.map { "    import \($0)" } + ["#endif"] + inner
        }
    }

    // MARK: Shards

    /// FNV-1a over the name's UTF-8: the same on every machine and in every run.
    private func shard(of name: String) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(hash % UInt64(plan.options.shards))
    }
}
