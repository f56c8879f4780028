import ApusRuntime
import Testing

struct ErrorTests {
    /// A value that does not fit, the message with its path, and the offset of the byte.
    @Test(arguments: [
        ("1", "expected an object, found a number", 0),
        ("{}", "title: required, but missing", 0),
        (#"{"title": 1}"#, "title: expected a string, found a number", 10),
        (#"{"title": "t", "count": 1.5}"#, "count: expected an integer, found a number", 24),
        (#"{"title": "t", "count": 1e30}"#, "count: the number is out of the range of Int", 24),
        (#"{"title": "t", "created_at": "now"}"#, "created_at: expected an RFC 3339 date-time", 29),
        (
            #"{"title": "t", "updated_at": null, "status": "s", "owner": "x"}"#, #"owner: unknown value "x""#, 59
        ),
        (
            #"{"title": "t", "updated_at": null, "status": "s", "location": [], "labels": {"a": "b", "c": [0]}}"#,
            "labels.c: expected a string, found an array", 92
        ),
        ("{", "invalid JSON at byte 1: expected a key in quotes", 1),
    ])
    func anErrorHasMessagePathAndOffset(json: String, description: String, offset: Int) {
        let error = #expect(throws: JSONError.self) { try Conversation(jsonText: json) }
        #expect(error?.description == description)
        #expect(error?.offset == offset)
    }

    @Test func thePathLeadsThroughObjectsAndArrays() {
        let error = #expect(throws: JSONError.self) {
            try [String: [Cat]](jsonText: #"{"cats": [{"kind": "cat", "lives": 1}, {}]}"#)
        }
        #expect(error?.path == ["cats", 1, "kind"])
        #expect(error?.kind == .missing)
    }
}
