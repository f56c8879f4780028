/// The OpenAPI versions that are read. There is one model, the newest; older documents are upgraded on reading.
package enum SpecificationVersion: String, Comparable, CaseIterable, Sendable {
    case v30 = "3.0"
    case v31 = "3.1"
    case v32 = "3.2"

    package static let newest = v32

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
