/// Stores a property on the heap, so that a structure can contain a value of its own type.
///
///     struct Comment { @Indirect var parent: Comment? }
@propertyWrapper
public struct Indirect<Wrapped> {
    private final class Box {
        let value: Wrapped
        init(_ value: Wrapped) { self.value = value }
    }

    private var box: Box

    /// Puts a value on the heap.
    public init(wrappedValue: Wrapped) { box = Box(wrappedValue) }

    /// The value. Setting it does not change copies.
    public var wrappedValue: Wrapped {
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
