/// One step from a JSON value to one inside it.
public enum JSONPathComponent: Hashable, Sendable {
    /// The key of an object's member.
    case key(String)
    /// The position of an array's element, from 0.
    case index(Int)
}

extension JSONPathComponent: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible {
    public init(stringLiteral value: String) { self = .key(value) }
    public init(integerLiteral value: Int) { self = .index(value) }

    public var description: String {
        switch self {
        case .key(let key): key
        case .index(let index): String(index)
        }
    }
}

extension [JSONPathComponent] {
    /// The path in human-readable form: `items[3].title`.
    public var jsonPath: String {
        reduce(into: "") { path, component in
            switch component {
            case .key(let key): path += path.isEmpty ? key : ".\(key)"
            case .index(let index): path += "[\(index)]"
            }
        }
    }
}

extension JSONView {
    /// The path from the document's root to this value.
    public var path: [JSONPathComponent] {
        var path: [JSONPathComponent] = []
        var view = document.root
        while view.index < index, let (component, child) = view.child(around: index) {
            path.append(component)
            view = child
        }
        return path
    }

    /// The child that is or contains the value at `target`; for the index of a key, the key's member.
    private func child(around target: Int) -> (JSONPathComponent, JSONView)? {
        switch kind {
        case .array:
            for (position, element) in elements.enumerated() where target < tape.indexAfter(element.index) {
                return (.index(position), element)
            }
        case .object:
            for member in members where target < tape.indexAfter(member.value.index) {
                return (.key(member.key), member.value)
            }
        default: break
        }
        return nil
    }
}
