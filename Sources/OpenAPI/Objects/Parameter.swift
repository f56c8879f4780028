import ApusDiagnostics
import ApusYAML

/// A value that a request carries outside its body. [Parameter Object]
package struct Parameter: Readable, Referenceable {
    static let kind = "parameter"
    package static let section = "parameters"
    package static var table: WritableKeyPath<ReferenceTable, [ByteExact: Self]> { \.parameters }

    package enum Location: String, Choice {
        case path, query, header, cookie, querystring
    }

    package let name: String
    package let `in`: Location
    package internal(set) var description: String?
    package let required: Bool
    package let deprecated: Bool
    package let allowEmptyValue: Bool
    package let serialization: Serialization
    package let allowReserved: Bool
    package let schema: Schema?
    package let content: OrderedMap<MediaType>
    package let example: Node?
    package let examples: OrderedMap<Referenced<Example>>
    package let source: ObjectSource

    init?(from object: inout ObjectReader) {
        guard let name: String = object.required("name"), let place: Location = object.required("in") else {
            return nil
        }
        self.name = name
        `in` = place
        description = object.annotation("description")
        let required = object.flag("required")
        self.required = required || place == .path
        deprecated = object.flag("deprecated")
        allowEmptyValue = object.flag("allowEmptyValue")
        serialization = Serialization(from: &object, at: place, of: "\(place.rawValue) parameters")
        allowReserved = object.flag("allowReserved")
        schema = object.value("schema")
        content = object.content()
        example = object.value("example")
        examples = object.examples()
        source = object.source
    }

    /// The parameter for an undeclared variable of a path template: a string.
    package init(pathVariable name: String, at location: SourceLocation) {
        self.name = name
        `in` = .path
        description = nil
        required = true
        deprecated = false
        allowEmptyValue = false
        serialization = Serialization(at: .path)
        allowReserved = false
        schema = nil
        content = OrderedMap()
        example = nil
        examples = OrderedMap()
        source = ObjectSource(location: location, fields: Mapping())
    }
}
