/// The statuses for which a response is read: a number, or one of these.
///
///     return try await send(request).json(200)
///     return try await send(request).json()           // any success
public struct ExpectedStatus: Sendable, ExpressibleByIntegerLiteral {
    private let statuses: ClosedRange<Int>

    private init(_ statuses: ClosedRange<Int>) { self.statuses = statuses }

    /// One status.
    public init(integerLiteral status: Int) { statuses = status...status }

    /// Any success: 200 to 299.
    public static let success = Self(200...299)

    /// Any status, for a response whose status was checked before.
    public static let any = Self(Int.min...Int.max)

    func contains(_ status: Int) -> Bool { statuses.contains(status) }
}
