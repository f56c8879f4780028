/// JSON that does not fit the Swift type it is read as, or a Swift value that has no JSON form.
public struct JSONError: Error, Sendable {
    /// The kind of error.
    public enum Kind: Hashable, Sendable {
        /// The text is not JSON.
        case syntax(JSONSyntaxError)
        /// A required member is missing.
        case missing
        /// A value of a kind other than the one that the type is read from; `expected` includes an article: `a string`.
        case mismatch(expected: String, found: JSONKind)
        /// A number outside the range of the named Swift type.
        case outOfRange(String)
        /// A string that does not have the format of the type: `an RFC 3339 date-time`.
        case invalidFormat(String)
        /// A value that a closed enumeration does not have.
        case unknownCase(String)
        /// A value that no member of a union accepts.
        case noMember
        /// A Swift value without a JSON form, with a description.
        case unwritable(String)
        /// Anything else, with a description.
        case other(String)
    }

    /// Stored by reference: reading is a chain of functions that each pass an error on, and a single word is cheapest for that.
    private final class Storage: Sendable {
        let kind: Kind
        let location: Location

        init(_ kind: Kind, _ location: Location) {
            self.kind = kind
            self.location = location
        }
    }

    private enum Location {
        case path([JSONPathComponent])
        /// A value, or a missing member of it.
        case view(JSONView, key: String?)
    }

    private let storage: Storage

    /// The kind of error.
    public var kind: Kind { storage.kind }

    /// An error about `view`.
    public init(_ kind: Kind, at view: JSONView) { storage = Storage(kind, .view(view, key: nil)) }

    /// An error about something that is not in a JSON document, such as a part of a form.
    public init(_ kind: Kind, path: [JSONPathComponent]) { storage = Storage(kind, .path(path)) }

    init(_ kind: Kind, at view: JSONView, key: String) { storage = Storage(kind, .view(view, key: key)) }

    /// The error for a text that is not JSON.
    public init(_ error: JSONSyntaxError) { self.init(.syntax(error), path: []) }

    /// The path from the document's root to the error. It is determined only on request: reading without errors pays nothing for
    /// it.
    public var path: [JSONPathComponent] {
        switch storage.location {
        case .path(let path): path
        case .view(let view, let key): view.path + (key.map { [.key($0)] } ?? [])
        }
    }

    /// The position of the value, or of the object that lacks a member, in bytes from the start of the document.
    public var offset: Int? {
        switch storage.location {
        case .path: if case .syntax(let error) = kind { error.offset } else { nil }
        case .view(let view, _): view.offset
        }
    }

    /// A human-readable description of the error: `expected a string, found a number`.
    public var message: String {
        switch kind {
        case .syntax(let error): error.description
        case .missing: "required, but missing"
        case .mismatch(let expected, let found): "expected \(expected), found \(found.withArticle)"
        case .outOfRange(let type): "the number is out of the range of \(type)"
        case .invalidFormat(let expected): "expected \(expected)"
        case .unknownCase(let value): "unknown value \(value)"
        case .noMember: "the value fits none of the possible types"
        case .unwritable(let reason), .other(let reason): reason
        }
    }
}

extension JSONError: CustomStringConvertible {
    public var description: String {
        let path = path
        return path.isEmpty ? message : "\(path.jsonPath): \(message)"
    }
}

extension JSONError: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        left.kind == right.kind && left.path == right.path && left.offset == right.offset
    }
}

extension JSONKind {
    var withArticle: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONView {
    @usableFromInline
    @inline(never)
    func mismatch(_ expected: String) -> JSONError { JSONError(.mismatch(expected: expected, found: kind), at: self) }
}
