import ApusRuntime
import Foundation
import Testing

/// Arrays with a type for each position, and maps with keys that are not plain strings.
struct TupleTests {
    struct Point: JSONTuple {
        var latitude: Double
        var longitude: Double
        var height: Int?
        var label: String?
        var rest: [Bool]

        init(latitude: Double, longitude: Double, height: Int? = nil, label: String? = nil, rest: [Bool] = []) {
            self.latitude = latitude
            self.longitude = longitude
            self.height = height
            self.label = label
            self.rest = rest
        }

        init(json elements: inout JSONArrayReader) throws(JSONError) {
            latitude = try elements.required()
            longitude = try elements.required()
            height = try elements.optional()
            label = try elements.optional()
            rest = try elements.rest()
        }

        func write(to elements: inout JSONArrayWriter) {
            elements.write(latitude)
            elements.write(longitude)
            elements.write(optional: height)
            elements.write(optional: label)
            elements.write(contentsOf: rest)
        }
    }

    @Test(arguments: [
        ("[1.5,2.0]", Point(latitude: 1.5, longitude: 2)),
        ("[1.5,2.0,3]", Point(latitude: 1.5, longitude: 2, height: 3)),
        ("[0.0,0.0,3,\"x\",true,false]", Point(latitude: 0, longitude: 0, height: 3, label: "x", rest: [true, false])),
    ])
    func tuplesAreReadAndWritten(text: String, point: Point) throws {
        #expect(try Point(jsonText: text) == point)
        #expect(try Point(jsonText: point.jsonText()) == point)
        #expect(try JSONDecoder().decode(Point.self, from: JSONEncoder().encode(point)) == point)
    }

    @Test(arguments: [
        ("[1]", "an array of 2 or more elements is expected, but the length is 1"),
        ("{}", "expected an array, found an object"),
        ("[1,\"2\"]", "[1]: expected a number, found a string"),
    ])
    func arraysThatAreNotTheTupleAreRefused(text: String, message: String) {
        let error = #expect(throws: JSONError.self) { try Point(jsonText: text) }
        #expect(error?.description == message)
    }

    /// An array cannot have gaps.
    @Test(arguments: [
        Point(latitude: 0, longitude: 0, label: "x"), Point(latitude: 0, longitude: 0, height: 1, rest: [true]),
    ])
    func aTupleWithAGapCannotBeWritten(point: Point) { #expect(throws: JSONError.self) { try point.jsonText() } }

    @Test func dictionariesMayHaveKeysOfOtherTypes() throws {
        let id = try #require(UUID(uuidString: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))
        let text = #"{"f81d4fae-7dec-11d0-a765-00a0c91e6bf6":[1]}"#
        #expect(try [UUID: [Int]](jsonText: text) == [id: [1]])
        #expect(try [id: [1]].jsonText() == text)
        #expect(try [CalendarDate: Int](jsonText: #"{"2024-02-29":1}"#).keys.first?.month == 2)
        let error = #expect(throws: JSONError.self) { try [UUID: Int](jsonText: #"{"x":1}"#) }
        #expect(error?.description == "x: unknown value x")
    }
}
