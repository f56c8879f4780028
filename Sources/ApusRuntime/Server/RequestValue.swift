/// The content of an invalid part of a request, so that a response can show it.
enum RequestValue: Sendable {
    /// Nothing.
    case absent
    /// JSON.
    case json(JSONView)
    /// JSON, or a form, whose members are arguments that are read separately: there is no value around a missing one.
    indirect case arguments(RequestValue)
    /// The text of a parameter or form.
    case text(ParameterJSON)

    /// The value at a path; `nil` if it is unknown or longer than `limit` bytes.
    func value(at path: ArraySlice<JSONPathComponent>, limit: Int) -> JSONValue? {
        switch self {
        case .absent: .null
        case .json(let root): Self.value(in: root, at: path, limit: limit)
        case .arguments(let members): path.isEmpty ? .null : members.value(at: path, limit: limit)
        case .text(let text): text.reading(at: Array(path)).map { Self.value(of: $0.reading) }
        }
    }

    private static func value(in root: JSONView, at path: ArraySlice<JSONPathComponent>, limit: Int) -> JSONValue? {
        var view = root
        for component in path {
            let child =
                switch component {
                case .key(let key): view[key]
                case .index(let index): view[index]
                }
            guard let child else { return nil }
            view = child
        }
        return view.byteRange.count > limit ? nil : try? JSONValue(json: view)
    }

    private static func value(of reading: ParameterJSON.Reading) -> JSONValue {
        switch reading {
        case .text(let text): .string(text)
        case .json(let bytes): (try? JSONValue(jsonText: String(decoding: bytes, as: UTF8.self))) ?? .null
        case .list(let items): .array(items.map(value))
        case .object(let object):
            .object(Dictionary(object.entries.map { ($0.key, value(of: $0.values)) }) { _, last in last })
        }
    }

    private static func value(of nodes: [TextNode]) -> JSONValue {
        nodes.count == 1 ? value(nodes[0]) : .array(nodes.map(value))
    }

    private static func value(_ node: TextNode) -> JSONValue { value(of: ParameterJSON.Reading(node)) }
}
