import ApusRuntime
import Foundation
import Testing

struct FoundationTypesTests {
    @Test func dataIsBase64() throws {
        #expect(try Data(jsonText: #""AP8B""#) == Data([0, 255, 1]))
        #expect(try Data(jsonText: #""""#) == Data())
        #expect(try Data([0, 255, 1]).jsonText() == #""AP8B""#)
        for text in ["A", "AP8", "AP8B=", "A-_B", "AP8B\\n"] {
            #expect(throws: JSONError.self) { try Data(jsonText: "\"\(text)\"") }
        }
    }

    @Test func aUUIDIsReadAndWritten() throws {
        let text = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
        let value = try #require(UUID(uuidString: text))
        #expect(try UUID(jsonText: "\"\(text)\"") == value)
        #expect(try UUID(jsonText: "\"\(text.uppercased())\"") == value)
        #expect(try value.jsonText() == "\"\(text)\"")
        // Pydantic reads the last ones, and so does a server with FastAPI's error format.
        for text in [
            "", "f81d4fae7dec11d0a76500a0c91e6bf", text + "0", "g" + text.dropFirst(), "{\(text)",
            "f81d4fae7dec11d0a76500a0c91e6bf6", "{\(text)}", "urn:uuid:\(text)",
        ] {
            #expect(throws: JSONError.self) { try UUID(jsonText: "\"\(text)\"") }
        }
    }

    @Test func aURLIsReadAndWritten() throws {
        let value = try URL(jsonText: #""https:\/\/example.com/a?b=c""#)
        #expect(value == URL(string: "https://example.com/a?b=c"))
        #expect(try value.jsonText() == #""https://example.com/a?b=c""#)
        #expect(throws: JSONError.self) { try URL(jsonText: #""http://a b/""#) }
    }

    /// Strings that `format: uri` and `uri-reference` allow are kept character by character; a response with another string is read
    /// too.
    @Test(arguments: [
        ("", ""), ("../a;b", "../a;b"), ("HTTP://EXAMPLE.com/%7e", "HTTP://EXAMPLE.com/%7e"),
        ("urn:isbn:1", "urn:isbn:1"),
        ("//host/p", "//host/p"), ("#f", "#f"), ("http://[::1]:80/", "http://[::1]:80/"),
        ("https://x/{y}", "https://x/%7By%7D"),
    ])
    func aURLIsKeptCharacterByCharacter(text: String, written: String) throws {
        #expect(try URL(jsonText: "\"\(text)\"").jsonText() == "\"\(written)\"")
    }

    /// Only the content matters, however it is escaped.
    @Test func escapesDoNotMatter() throws {
        #expect(try Data(jsonText: #""AP8\u0042""#) == Data([0, 255, 1]))
        #expect(try Date(jsonText: #""1970-01-01\u005400:00:00Z""#) == Date(timeIntervalSince1970: 0))
    }
}
