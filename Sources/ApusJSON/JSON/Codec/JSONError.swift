/// JSON that does not fit the Swift type it is read as, or a Swift value that has no JSON form.
public struct JSONError: Error, Sendable {
    /// What does not fit.
    public enum Kind: Hashable, Sendable {
        /// The text is not JSON.
        case syntax(JSONSyntaxError)
        /// A member that must be there is not.
        case missing
        /// A value of another kind than the type is read from; `expected` has an article: `a string`.
        case mismatch(expected: String, found: JSONKind)
        /// A number beyond the range of the Swift type that is named.
        case outOfRange(String)
        /// A string that is not what the type is read from: `an RFC 3339 date-time`.
        case invalidFormat(String)
        /// A value that a closed enumeration does not have.
        case unknownCase(String)
        /// A value that no member of a union accepts.
        case noMember
        /// A Swift value without a JSON form, described.
        case unwritable(String)
        /// Anything else, described.
        case other(String)
    }

    /// Held by reference: reading is a chain of functions that each hand an error on, and one word costs them the least.
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
        /// A value, or the member of it that is missing.
        case view(JSONView, key: String?)
    }

    private let storage: Storage

    /// What does not fit.
    public var kind: Kind { storage.kind }

    /// An error about `view`.
    public init(_ kind: Kind, at view: JSONView) { storage = Storage(kind, .view(view, key: nil)) }

    /// An error about something that is in no JSON document, such as a part of a form.
    public init(_ kind: Kind, path: [JSONPathComponent]) { storage = Storage(kind, .path(path)) }

    init(_ kind: Kind, at view: JSONView, key: String) { storage = Storage(kind, .view(view, key: key)) }

    /// The error for a text that is not JSON.
    public init(_ error: JSONSyntaxError) { self.init(.syntax(error), path: []) }

    /// From the document's root to what is wrong. Found when it is asked for: reading without errors pays nothing for it.
    public var path: [JSONPathComponent] {
        switch storage.location {
        case .path(let path): path
        case .view(let view, let key): view.path + (key.map { [.key($0)] } ?? [])
        }
    }

    /// Where the value begins, or the object that lacks a member, in bytes from the start of the document.
    public var offset: Int? {
        switch storage.location {
        case .path: if case .syntax(let error) = kind { error.offset } else { nil }
        case .view(let view, _): view.offset
        }
    }

    /// What is wrong, for people: `expected a string, found a number`.
    public var message: String {
        switch kind {
        case .syntax(let error): error.description
        case .missing: "required, but missing"
        case .mismatch(let expected, let found): "expected \(expected), found \(found.withArticle)"
        case .outOfRange(let type): "the number is out of the range of \(type)"
        case .invalidFormat(let expected): "expected \(expected)"
        case .unknownCase(let value): "unknown value \(value)"
        case .noMember: "the value fits none of the types that are possible here"
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
