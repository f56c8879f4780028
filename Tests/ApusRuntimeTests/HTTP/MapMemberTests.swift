import ApusRuntime
import Testing

/// If no member of a union names more of a value's keys than the others, the one that keeps most of the value is chosen: a map of
/// anything.
struct MapMemberTests {
    private struct Narrow: JSONModel, Validated {
        var name: JSONValue?

        init(json object: inout JSONObjectReader) throws(JSONError) { name = try object.optional("name") }
        func write(to object: inout JSONObjectWriter) { object.write("name", name) }
        static func validate(_ object: inout Validator) { object.optional("name") }
    }

    private enum Choice: JSONUnion {
        case narrow(Narrow)
        case map([String: JSONValue])
        case other(JSONValue)

        init(json: JSONView) throws(JSONError) {
            self = try json.valid(
                (Self.narrow, { $0.model(Narrow.self) }), (Self.map, { $0.map() }), otherwise: Self.other)
        }

        func write(to writer: inout JSONWriter) {
            switch self {
            case .narrow(let value): writer.write(value)
            case .map(let value): writer.write(value)
            case .other(let value): writer.write(value)
            }
        }
    }

    @Test func noMemberOfAMapIsDropped() throws {
        #expect(try Choice(jsonText: #"{"size":1}"#).jsonText() == #"{"size":1}"#)
    }
}
