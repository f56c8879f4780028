#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A key in a map: a string, or a value that is spelled as one.
///
///     let emails: [Provider: String]    // {"github": "a@example.com"}
public protocol JSONKey: Hashable, Sendable {
    /// `nil` if the text does not spell a value of the type.
    init?(jsonKey: String)
    /// The value's text.
    var jsonKey: String { get }
}

extension String: JSONKey {
    @inlinable
    public init?(jsonKey: String) { self = jsonKey }

    @inlinable public var jsonKey: String { self }
}

extension UUID: JSONKey {
    public init?(jsonKey: String) { self.init(uuidString: jsonKey) }

    /// In lower case, as values are written.
    public var jsonKey: String { uuidString.lowercased() }
}

extension StringEnum {
    @inlinable
    public init?(jsonKey: String) { self.init(rawValue: jsonKey) }

    @inlinable public var jsonKey: String { rawValue }
}

extension ClosedStringEnum {
    @inlinable
    public init?(jsonKey: String) { self.init(rawValue: jsonKey) }

    @inlinable public var jsonKey: String { rawValue }
}
