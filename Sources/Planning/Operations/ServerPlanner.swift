import ApusDiagnostics
import ApusOpenAPI

/// The servers of the document as named URLs.
struct ServerPlanner {
    let document: Document
    let diagnostics: Diagnostics

    func planServers() -> [ServerPlan] {
        let servers = document.servers.filter { isAbsolute($0) }
        let names = UniqueNames.assign(
            servers.map(nameText), name: { SwiftName.member($0) }, reserve: ReservedNames.member
        )
        return zip(servers, names).map { server, name in
            ServerPlan(
                name: name,
                url: substituted(server),
                documentation: documentation(of: server, name: name)
            )
        }
    }

    /// The description, where the name is not all that it says.
    private func documentation(of server: Server, name: String) -> [String] {
        guard let description = server.description else { return [] }
        let words = Words(description).words.filter { $0.lowercased() != "server" }
        let said = SwiftName.member(words.joined(separator: " "))
        return said == name ? [] : Documentation.paragraphs(description)
    }

    private func isAbsolute(_ server: Server) -> Bool {
        let url = substituted(server)
        if url.contains("://") { return true }
        if url != "/" {
            diagnostics.report(
                .relativeServer,
                "the server `\(url)` is relative to where the document is found, which generated code does not know",
                at: server.location
            )
        }
        return false
    }

    /// The URL with each variable's default in its place.
    private func substituted(_ server: Server) -> String {
        var url = server.url
        for variable in server.variables {
            url = url.replacing("{\(variable.key)}", with: variable.value.default)
        }
        return url
    }

    /// `Production server` -> `production`; without a telling description the URL's host.
    private func nameText(_ server: Server) -> String {
        if let name = server.name { return name }
        let words = Words(server.description ?? "").words.filter { $0.lowercased() != "server" }
        if !words.isEmpty, words.count <= 4 { return words.joined(separator: " ") }
        if document.servers.count == 1 { return "default" }
        let host = substituted(server).split(separator: "/", maxSplits: 2).last ?? "default"
        return String(host)
    }
}
