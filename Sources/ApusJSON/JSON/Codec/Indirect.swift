/// Stores a property on the heap, so that a structure can contain a value of its own type.
///
///     struct Comment { @Indirect var parent: Comment? }
@propertyWrapper
public struct Indirect<Wrapped> {
    @usableFromInline
    final class Box {
        @usableFromInline let value: Wrapped
        @inlinable init(_ value: Wrapped) { self.value = value }
    }

    @usableFromInline var box: Box

    /// Puts a value on the heap.
    @inlinable public init(wrappedValue: Wrapped) { box = Box(wrappedValue) }

    /// The value. Setting it does not change copies.
    @inlinable public var wrappedValue: Wrapped {
        get { box.value }
        set { box = Box(newValue) }
    }
}

// The box never changes.
extension Indirect: @unchecked Sendable where Wrapped: Sendable {}

extension Indirect: Equatable where Wrapped: Equatable {
    public static func == (left: Self, right: Self) -> Bool { left.wrappedValue == right.wrappedValue }
}

extension Indirect: Hashable where Wrapped: Hashable {
    public func hash(into hasher: inout Hasher) { wrappedValue.hash(into: &hasher) }
}
