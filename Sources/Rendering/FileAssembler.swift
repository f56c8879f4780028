import ApusPlanning

/// Declarations -> files: header, imports, namespace, line breaks.
struct FileAssembler {
    let plan: Plan
    let templates: TemplateSet

    /// One file a part, or `shards` of them. A declaration's shard is a hash of its name, so that it stays in its file
    /// when the document grows.
    func files(of part: PlanOptions.Part, holding declarations: [RenderedDeclaration]) -> [RenderedFile] {
        let name = part.rawValue.prefix(1).uppercased() + part.rawValue.dropFirst()
        guard plan.options.shards > 1 else {
            return declarations.isEmpty ? [] : [file("\(name).swift", part, declarations)]
        }
        var shards: [[RenderedDeclaration]] = Array(repeating: [], count: plan.options.shards)
        for declaration in declarations { shards[shard(of: declaration.name)].append(declaration) }
        return shards.enumerated().compactMap { index, members in
            members.isEmpty ? nil : file("\(name)\(index).swift", part, members)
        }
    }

    private func file(
        _ path: String, _ part: PlanOptions.Part, _ declarations: [RenderedDeclaration]
    ) -> RenderedFile {
        let namespace = namespace
        var texts = declarations.map(\.text.trimmingNewline)
        var opening: [String] = []
        if let namespace {
            if part == .models || !plan.options.parts.contains(.models) {
                if path == firstPath(of: part) { opening.append("\(plan.options.access.prefix)enum \(namespace) {}") }
            }
            texts = namespaced(texts, part: part, namespace: namespace)
        }
        let view = View([
            "source": Escaping.comment(plan.api.sourceName),
            "imports": imports(usesFoundation: declarations.contains(where: \.usesFoundation)),
            "namespace": opening,
            "declarations": texts,
        ])
        let text = templates.render("File", View(["file": view, "layout": View(["brief": ""])]))
        return RenderedFile(path: path, text: Layout.resolve(text))
    }

    // MARK: Namespace

    private var namespace: String? {
        switch plan.options.namespace {
        case .none: nil
        case .title: plan.api.name
        case .named(let name): name
        }
    }

    /// The file that declares the namespace: the first shard, whatever it holds.
    private func firstPath(of part: PlanOptions.Part) -> String {
        let name = part.rawValue.prefix(1).uppercased() + part.rawValue.dropFirst()
        return plan.options.shards > 1 ? "\(name)0.swift" : "\(name).swift"
    }

    private func namespaced(_ texts: [String], part: PlanOptions.Part, namespace: String) -> [String] {
        switch part {
        case .validators:
            texts.map { $0.replacingFirst("extension ", with: "extension \(namespace).") }
        case .models, .client, .server:
            ["extension \(namespace) {\n" + texts.map { Layout.indented($0, by: 4) }.joined(separator: "\n\n") + "\n}"]
        }
    }

    // MARK: Imports

    /// What public declarations name is imported publicly. For `package` no one form serves with and without
    /// `InternalImportsByDefault`: a plain import is internal with it, and an explicit one makes the user's own plain
    /// imports ambiguous without it.
    private func imports(usesFoundation: Bool) -> [String] {
        let modules = usesFoundation ? ["ApusRuntime", "Foundation"] : ["ApusRuntime"]
        switch plan.options.access {
        case .public: return modules.map { "public import \($0)" }
        case .internal: return modules.map { "import \($0)" }
        case .package:
            return ["#if hasFeature(InternalImportsByDefault)"] + modules.map { "    package import \($0)" }
                + ["#else"] + modules.map { "    import \($0)" } + ["#endif"]
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

extension String {
    fileprivate func replacingFirst(_ text: String, with replacement: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return self[..<range.lowerBound] + replacement + self[range.upperBound...]
    }
}
