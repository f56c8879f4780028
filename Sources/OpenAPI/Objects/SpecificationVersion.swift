import ApusYAML

/// The supported versions of OpenAPI, the first of which is called Swagger. There is one model, that of the newest version; older
/// documents are upgraded when they are read.
package enum SpecificationVersion: String, Comparable, CaseIterable, Sendable {
    case v20 = "2.0"
    case v30 = "3.0"
    case v31 = "3.1"
    case v32 = "3.2"

    package static let newest = v32

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension SpecificationVersion {
    /// The version that a file states; `nil` if it is not a whole description of an API.
    init?(_ root: Node) {
        guard root["openapi"] == nil else {
            let text = root["openapi"].flatMap { $0.string ?? $0.number?.text } ?? ""
            let version = Self.allCases.first { text.hasPrefix($0.rawValue) }
            self = version ?? .newest
            return
        }
        guard root["swagger"] != nil else { return nil }
        self = .v20
    }
}
