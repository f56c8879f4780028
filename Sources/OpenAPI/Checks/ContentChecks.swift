import ApusDiagnostics
import ApusJSON
import ApusYAML

extension Server {
    func check(in context: ReadingContext) {
        for case .variable(let name) in (try? PathTemplate.parts(url)) ?? [] where variables[name] == nil {
            let message = "the server's URL has a variable '\(name)' that is not among its 'variables'"
            context.report(.undefinedServerVariable, message, at: location(of: "url"))
        }
        for variable in variables {
            let values = variable.value.enumeration.map(\.value)
            guard let value = variable.value.default, !values.isEmpty, !values.contains(value) else { continue }
            let message = "the default '\(value)' is not among the values of the variable"
            context.report(.mismatchedValue, message, at: variable.value.location(of: "default"))
        }
    }
}

extension ReadingContext {
    /// Leaves out keys that are not statuses, so that the later stages see only `200`, `4XX` and `default`.
    func statuses<Value>(_ responses: OrderedMap<Value>) -> OrderedMap<Value> {
        OrderedMap(
            responses.compactMap { response in
                guard let status = Self.status(response.key) else {
                    let message = "'\(response.key)' is neither a status nor a range such as '4XX'; it is left out"
                    report(.invalidStatus, message, at: response.location)
                    return nil
                }
                return .init(key: status, location: response.location, value: response.value)
            }
        )
    }

    /// "The range definition ... MUST use uppercase X" is not obeyed everywhere.
    private static func status(_ key: String) -> String? {
        if key == "default" { return key }
        let status = key.uppercased()
        guard status.utf8.count == 3, let first = status.utf8.first, UInt8(ascii: "1")...UInt8(ascii: "5") ~= first
        else { return nil }
        return status.hasSuffix("XX") || Int(status) != nil ? status : nil
    }

    /// `type/subtype`, perhaps with parameters; either may be `*` [RFC 9110, section 12.5.1].
    fileprivate static func isMediaType(_ text: String) -> Bool {
        let essence = text.utf8.prefix { $0 != UInt8(ascii: ";") }
        let names = essence.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard names.count == 2 else { return false }
        return names.allSatisfy { name in
            let name = Substring(name).trimmingSpaces
            return !name.isEmpty && name.utf8.allSatisfy(HTTPToken.isTokenByte)
        }
    }
}

extension ObjectReader {
    /// The field `content`, without the keys that are not media types.
    mutating func content(isExpected: Bool = false) -> OrderedMap<MediaType> {
        let content: MediaTypes? = isExpected ? expected("content") : value("content")
        return content?.entries ?? OrderedMap()
    }
}

private struct MediaTypes: NodeReadable {
    let entries: OrderedMap<MediaType>

    static func read(_ node: Node, in context: ReadingContext) -> Self? {
        if node.isMisplacedReference { return context.bundling(node) { read($0, in: context) } }
        guard let fields = node.mapping else { return context.wrongType(node, expected: "a mapping") }
        return Self(
            entries: OrderedMap(
                fields.entries.compactMap { entry in
                    guard ReadingContext.isMediaType(entry.key) else {
                        let message = "'\(entry.key)' is not a media type; it is left out"
                        context.report(.invalidMediaType, message, at: entry.keyLocation)
                        return nil
                    }
                    return MediaType.read(entry.value, in: context).map {
                        .init(key: entry.key, location: entry.keyLocation, value: $0)
                    }
                }
            )
        )
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
