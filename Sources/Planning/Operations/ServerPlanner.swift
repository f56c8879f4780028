import ApusDiagnostics
import ApusOpenAPI

/// The servers of the document, its paths and its operations as named URLs.
struct ServerPlanner {
    private let document: Document
    private(set) var servers: [ServerPlan] = []
    private(set) var choices: [ServerChoicePlan] = []
    /// The indices of `servers` by server.
    private var indices: [Key: Int] = [:]

    /// Servers with the same contents are one.
    private struct Key: Hashable {
        let url: String
        let variables: [String: [String]]
        let isOfDocument: Bool
    }

    /// `schemas` knows which names are free inside the client.
    init(document: Document, schemas: SchemaPlanner) {
        self.document = document
        let found = Self.servers(of: document)
        let names = UniqueNames.assign(
            found.map { nameText($0.server, isOfDocument: $0.key.isOfDocument, among: found.map(\.server)) },
            name: { SwiftName.member($0) }, reserve: ReservedNames.member
        )
        let variables = ServerVariablePlanner(Array(zip(names, found.map(\.server))), schemas: schemas)
        choices = variables.choices
        for (index, entry) in found.enumerated() {
            indices[entry.key] = index
            let planned = variables.plan(entry.server)
            servers.append(
                ServerPlan(
                    name: names[index],
                    url: planned.url,
                    variables: planned.variables,
                    base: Self.base(of: entry.server, isOfDocument: entry.key.isOfDocument),
                    documentation: documentation(of: entry.server, name: names[index])
                )
            )
        }
    }

    /// The server to which requests of an operation are sent, if it is not the client's.
    func server(of operation: Operation, in path: Path, diagnostics: Diagnostics) -> Int? {
        let own = Self.own(operation, path, in: document).compactMap { server in
            indices[Self.key(server, isOfDocument: true)] ?? indices[Self.key(server, isOfDocument: false)]
        }
        let usable = own.first { index in servers[index].variables.allSatisfy { $0.default != nil } }
        if usable == nil, let first = own.first {
            let name = servers[first].name
            diagnostics.report(
                .unsupportedServer,
                "a variable of the server `\(name)` has no default: requests go to the client's server",
                at: operation.location
            )
        }
        return usable
    }

    // MARK: Collecting

    private static func servers(of document: Document) -> [(key: Key, server: Server)] {
        var found: [(Key, Server)] = []
        var keys: Set<Key> = []
        func add(_ servers: [Server], isOfDocument: Bool) {
            // "/" means the same as no servers: any address that the caller gives.
            for server in servers where server.url != "/" || !isOfDocument {
                let key = key(server, isOfDocument: isOfDocument)
                let isKnown = !isOfDocument && keys.contains(Self.key(server, isOfDocument: true))
                if !isKnown, keys.insert(key).inserted { found.append((key, server)) }
            }
        }
        add(document.servers, isOfDocument: true)
        for path in document.paths {
            for operation in path.item.operations {
                add(own(operation, path, in: document), isOfDocument: false)
            }
        }
        return found
    }

    /// The servers of the operation or its path, unless the first of them is the first server of the document anyway.
    private static func own(_ operation: Operation, _ path: Path, in document: Document) -> [Server] {
        let servers = operation.servers.isEmpty ? path.item.servers : operation.servers
        guard let first = servers.first else { return [] }
        let isUsual = document.servers.first.map { key($0, isOfDocument: true) } == key(first, isOfDocument: true)
        return isUsual ? [] : servers
    }

    /// Only an absolute URL has the same meaning for the document and for an operation.
    private static func key(_ server: Server, isOfDocument: Bool) -> Key {
        let variables = server.variables.map { ($0.key, [$0.value.default ?? ""] + $0.value.enumeration.map(\.value)) }
        return Key(
            url: server.url,
            variables: Dictionary(variables) { first, _ in first },
            isOfDocument: isOfDocument
        )
    }

    private static func base(of server: Server, isOfDocument: Bool) -> ServerPlan.Base {
        // A URL that begins with a variable without a known value may become any address.
        if server.substituted.contains("://") || server.substituted.hasPrefix("{") { return .none }
        return isOfDocument ? .argument : .client
    }

    // MARK: Words

    /// The description, if it says more than the name.
    private func documentation(of server: Server, name: String) -> [String] {
        guard let description = server.description else { return [] }
        let words = Words(description).words.filter { $0.lowercased() != "server" }
        let said = SwiftName.member(words.joined(separator: " "))
        return said == name ? [] : Documentation.paragraphs(description)
    }

    /// `Production server` -> `production`; without a meaningful description, the values of the variables in which it differs from
    /// other servers with the same URL; else the host of the URL, with the path if several servers have the same host.
    private func nameText(_ server: Server, isOfDocument: Bool, among all: [Server]) -> String {
        if let name = server.name { return name }
        let words = Words(server.description ?? "").words.filter { $0.lowercased() != "server" }
        if !words.isEmpty, words.count <= 4 { return words.joined(separator: " ") }
        if isOfDocument, document.servers.count == 1 { return "default" }
        let telling = server.tellingValues(among: all.filter { $0.url == server.url })
        if !telling.isEmpty { return telling.joined(separator: " ") }
        let isOnlyOfHost = all.count { $0.host == server.host } == 1
        // The slashes around a relative URL are irrelevant: `/v2/` -> `v2`.
        let address = server.url.replacing("https://", with: "").trimmingSlashes
        return isOnlyOfHost ? server.host ?? address : address
    }
}

extension String {
    fileprivate var trimmingSlashes: String {
        guard let first = firstIndex(where: { $0 != "/" }), let last = lastIndex(where: { $0 != "/" }) else {
            return self
        }
        return String(self[first...last])
    }
}

extension Server {
    /// The URL with each variable replaced by its default.
    var substituted: String {
        var url = url
        for variable in variables {
            guard let value = variable.value.default else { continue }
            url = url.replacing("{\(variable.key)}", with: value)
        }
        return url
    }

    /// The defaults of the variables that have a different default in another server with the same URL.
    fileprivate func tellingValues(among others: [Server]) -> [String] {
        variables.compactMap { variable in
            let differs = others.contains { $0.variables[variable.key]?.default != variable.value.default }
            return differs ? variable.value.default : nil
        }
    }

    /// `{region}.example.com`; `nil` for a relative URL.
    fileprivate var host: String? {
        guard substituted.contains("://") else { return nil }
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 2 ? String(parts[2]) : nil
    }
}
