import ApusYAML

/// A path into a document: `/paths/~1pets/get` [RFC 6901].
package struct JSONPointer: Sendable {
    package let tokens: [String]

    package init(tokens: [String]) { self.tokens = tokens }

    /// From the fragment of a URI, which may be percent-encoded; `nil` if it is not a pointer.
    package init?(fragment: String) {
        guard let text = fragment.percentDecoded else { return nil }
        if text.isEmpty {
            tokens = []
            return
        }
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        tokens = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(Self.unescape)
    }

    /// `#/paths/~1pets/get`
    package var fragment: String { "#" + tokens.map { "/" + Self.escape($0) }.joined() }

    /// The node at the end, or the number of tokens that could be followed. `visit` is called with the nodes on the way.
    func target(in root: Node, visit: (Node) -> Void) -> (node: Node?, found: Int) {
        var node = root
        for (position, token) in tokens.enumerated() {
            visit(node)
            guard let next = Self.child(token, of: node) else { return (nil, position) }
            node = next
        }
        return (node, tokens.count)
    }

    private static func child(_ token: String, of node: Node) -> Node? {
        switch node.value {
        case .mapping(let mapping):
            return mapping[token]
        case .sequence(let elements):
            // "no leading zeros" [RFC 6901, section 4]
            guard let index = Int(token), token == "\(index)", elements.indices.contains(index) else { return nil }
            return elements[index]
        case .null, .bool, .number, .string:
            return nil
        }
    }

    /// `~1` is `/` and `~0` is `~`, in this order: `~01` is `~1`.
    private static func unescape(_ token: Substring) -> String {
        guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
        return token.split(separator: "~1", omittingEmptySubsequences: false).map {
            $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        }.joined(separator: "/")
    }

    private static func escape(_ token: String) -> String {
        var text = ""
        for scalar in token.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            case "%": text += "%25"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
