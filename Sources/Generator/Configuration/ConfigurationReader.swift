import ApusDiagnostics
import ApusPlanning
import ApusYAML

/// `apus.yaml` -> Configuration. Errors in it are reported like errors in a document.
package struct ConfigurationReader {
    let diagnostics: Diagnostics
    /// The file's folder, which paths in the file are relative to: `""`, or with a slash at the end.
    private var folder = ""

    package init(diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
    }

    package func read(_ file: SourceFile) -> Configuration {
        // A file with only comments is a template to be filled in, not a mistake.
        guard !isBlank(file), let root = Loader().load(file: file, diagnostics: diagnostics) else {
            return Configuration()
        }
        guard let mapping = root.mapping else {
            invalid("apus.yaml is expected to contain a mapping, not \(root.kindName)", at: root)
            return Configuration()
        }
        var reader = self
        reader.folder = file.name.lastIndex(of: "/").map { String(file.name[...$0]) } ?? ""
        return reader.read(mapping, except: [])
    }

    private func read(_ mapping: Mapping, except excluded: Set<ConfigurationKey>) -> Configuration {
        var configuration = Configuration()
        for entry in mapping.entries {
            let key = ConfigurationKey(rawValue: entry.key)
            if let key, excluded.contains(key) {
                invalid("'\(key.rawValue)' applies to all documents: it belongs beside 'documents'", at: entry.value)
            } else if let key {
                read(entry.value, for: key, into: &configuration)
            } else {
                reportUnknown(entry)
            }
        }
        return configuration
    }

    private func read(_ node: Node, for key: ConfigurationKey, into configuration: inout Configuration) {
        switch key {
        case .document: configuration.document = path(node, key)
        case .documents: configuration.documents = documents(node)
        case .output: configuration.output = path(node, key)
        case .overlays: configuration.overlays = paths(node, key)
        case .folders: configuration.folders = paths(node, key)
        case .urls: configuration.urls = urls(node)
        case .templates: configuration.templates = path(node, key)
        case .api: configuration.api = identifier(node, key)
        case .module: configuration.module = identifier(node, key)
        case .namespace: configuration.namespace = identifier(node, key)
        case .access: configuration.access = choice(node, key)
        case .validators: configuration.validators = choice(node, key)
        case .formats: configuration.formats = choice(node, key)
        case .enums: configuration.enums = choice(node, key)
        case .emit: configuration.emit = parts(node)
        case .shards: configuration.shards = shards(node)
        case .names:
            configuration.names = names(node)
            configuration.pinLocations.merge(keyLocations(node)) { $1 }
        case .types:
            configuration.types = types(node)
            configuration.pinLocations.merge(keyLocations(node)) { $1 }
        case .include: configuration.include = selection(node, key)
        case .exclude: configuration.exclude = selection(node, key)
        case .group: configuration.group = choice(node, key)
        case .strict: configuration.isStrict = flag(node, key)
        case .allowErrors: configuration.allowsErrors = flag(node, key)
        }
    }
}

extension ConfigurationReader {
    func text(_ node: Node, _ key: ConfigurationKey) -> String? {
        guard let text = node.string, !text.isEmpty else {
            invalid("'\(key)' is expected to be a string, not \(described(node))", at: node)
            return nil
        }
        return text
    }

    private func path(_ node: Node, _ key: ConfigurationKey) -> String? {
        text(node, key).map { $0.hasPrefix("/") ? $0 : folder + $0 }
    }

    private func paths(_ node: Node, _ key: ConfigurationKey) -> [String]? {
        guard let members = node.sequence else {
            let members = key == .folders ? "folders" : "files"
            invalid("'\(key)' is expected to be a list of \(members), not \(described(node))", at: node)
            return nil
        }
        return members.compactMap { path($0, key) }
    }

    /// `[pets.yaml, {document: orders.yaml, namespace: Orders, access: internal}]`
    private func documents(_ node: Node) -> [Configuration.DocumentEntry]? {
        guard let members = node.sequence, !members.isEmpty else {
            invalid("'documents' is expected to be a list of documents, not \(described(node))", at: node)
            return nil
        }
        return members.compactMap { member in
            var configuration = Configuration()
            if let mapping = member.mapping {
                configuration = read(mapping, except: [.documents, .output, .shards, .module, .strict, .allowErrors])
                if configuration.document == nil { invalid("the entry has no 'document'", at: member) }
            } else {
                configuration.document = path(member, .documents)
            }
            guard configuration.document != nil else { return nil }
            return Configuration.DocumentEntry(configuration: configuration, location: member.location)
        }
    }

    private func urls(_ node: Node) -> [String: String]? {
        guard let mapping = node.mapping else {
            invalid("'urls' is expected to map beginnings of URLs to folders", at: node)
            return nil
        }
        let folders = mapping.entries.map { ($0.key, path($0.value, .urls)) }
        return Dictionary(folders.compactMap { url, folder in folder.map { (url, $0) } }) { first, _ in first }
    }

    private func identifier(_ node: Node, _ key: ConfigurationKey) -> String? {
        guard let text = text(node, key) else { return nil }
        return identifier(text, at: node)
    }

    private func identifier(_ text: String, at node: Node) -> String? {
        guard isIdentifier(text) else {
            invalid("'\(text)' is not a Swift identifier", at: node)
            return nil
        }
        return text
    }

    private func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ node: Node,
        _ key: ConfigurationKey
    ) -> Choice? {
        if let choice = node.string.flatMap(Choice.init(rawValue:)) { return choice }
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        invalid("'\(key)' is expected to be one of \(choices), not \(described(node))", at: node)
        return nil
    }

    private func flag(_ node: Node, _ key: ConfigurationKey) -> Bool? {
        guard let value = node.bool else {
            invalid("'\(key.rawValue)' is expected to be true or false, not \(described(node))", at: node)
            return nil
        }
        return value
    }

    private func parts(_ node: Node) -> Set<PlanOptions.Part>? {
        guard let members = node.sequence, !members.isEmpty else {
            invalid("'emit' is expected to be a list of parts, not \(described(node))", at: node)
            return nil
        }
        return Set(members.compactMap { choice($0, .emit) })
    }

    private func shards(_ node: Node) -> Int? {
        guard let shards = node.integer, Configuration.shardRange.contains(shards) else {
            let range = Configuration.shardRange
            invalid("'shards' is expected to be a number from \(range.lowerBound) to \(range.upperBound)", at: node)
            return nil
        }
        return shards
    }

    private func keyLocations(_ node: Node) -> [String: SourceLocation] {
        let entries = node.mapping?.entries.map { ($0.key, $0.keyLocation) } ?? []
        return Dictionary(entries) { first, _ in first }
    }

    private func names(_ node: Node) -> [String: String]? {
        guard let mapping = node.mapping else {
            invalid("'names' is expected to map JSON pointers and operation ids to Swift names", at: node)
            return nil
        }
        var names: [String: String] = [:]
        for entry in mapping.entries {
            guard let name = text(entry.value, .names) else { continue }
            names[entry.key] = identifier(name, at: entry.value)
        }
        return names
    }
}

extension ConfigurationReader {
    private func types(_ node: Node) -> [String: ExternalType]? {
        guard let mapping = node.mapping else {
            invalid("'types' is expected to map JSON pointers and 'format:...' to Swift types", at: node)
            return nil
        }
        var types: [String: ExternalType] = [:]
        for entry in mapping.entries {
            guard let name = text(entry.value, .types) else { continue }
            let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.allSatisfy(isIdentifier) else {
                invalid("'\(name)' is not the name of a Swift type", at: entry.value)
                continue
            }
            guard entry.key.hasPrefix("#/components/schemas/") || entry.key.hasPrefix("format:") else {
                invalid(
                    "'\(entry.key)' names neither a schema, #/components/schemas/..., nor a format, format:...",
                    at: entry.value)
                continue
            }
            types[entry.key] = ExternalType(name)
        }
        return types
    }

    private func reportUnknown(_ entry: Mapping.Entry) {
        let hint =
            nearest(to: entry.key, among: ConfigurationKey.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" }
            ?? "the keys are \(ConfigurationKey.allCases.map(\.rawValue).joined(separator: ", "))"
        diagnostics.report(
            .unknownConfigurationKey,
            "apus.yaml has no key '\(entry.key)': \(hint)",
            at: entry.keyLocation
        )
    }

    func invalid(_ message: String, at node: Node) {
        diagnostics.report(.invalidConfiguration, message, at: node.location)
    }

    func described(_ node: Node) -> String {
        node.string.map { $0.isEmpty ? "an empty one" : "'\($0)'" } ?? node.kindName
    }

    private func isBlank(_ file: SourceFile) -> Bool {
        let text = String(decoding: file.bytes, as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).allSatisfy { line in
            line.drop(while: \.isWhitespace).isEmpty || line.drop(while: \.isWhitespace).hasPrefix("#")
        }
    }
}
