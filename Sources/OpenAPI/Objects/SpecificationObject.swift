import ApusDiagnostics
import ApusYAML

/// An object of the specification: the properties that all of them have.
package protocol SpecificationObject: Sendable {
    var source: ObjectSource { get }
}

/// Where an object was read from.
package struct ObjectSource: Sendable {
    package let location: SourceLocation
    /// The object as in the document (after the upgrade).
    package let fields: Mapping
}

extension SpecificationObject {
    package var location: SourceLocation { source.location }

    /// The location of a field's key, for reports about one field; the object's own location if it has no such field.
    package func location(of field: String) -> SourceLocation {
        source.fields.entries.first { $0.key == field }?.keyLocation ?? source.location
    }

    /// The fields whose names begin with `x-`.
    package var extensions: OrderedMap<Node> {
        OrderedMap(
            source.fields.entries.lazy.filter { $0.key.hasPrefix("x-") }.map {
                .init(key: $0.key, location: $0.keyLocation, value: $0.value)
            }
        )
    }
}
