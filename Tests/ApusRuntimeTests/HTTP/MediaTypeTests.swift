import Testing

@testable import ApusJSON
@testable import ApusRuntime

@Suite struct MediaTypeTests {
    @Test(arguments: [
        ("application/json", true, nil),
        ("Application/JSON; Charset=UTF-8", true, "utf-8"),
        ("application/merge-patch+json", true, nil),
        (#"text/plain;charset="utf-8""#, false, "utf-8"),
        (" text/plain ; charset=utf-8 ; ", false, "utf-8"),
        ("application/jsonp", false, nil),
    ])
    func aMediaTypeIsReadWithItsCharset(text: String, isJSON: Bool, charset: String?) {
        let type = MediaType(text)
        #expect(type?.isJSON == isJSON)
        #expect(type?.charset == charset)
    }

    @Test(arguments: [
        "", "json", "application/", "/json", "application json", "application/json, text/plain", "a/b; c", "a/b; c=",
        #"a/b; c="d"#, "ä/b", "a/b c",
    ])
    func refusesWhatIsNone(text: String) {
        #expect(MediaType(text) == nil)
    }

    @Test(arguments: [("*/*", true), ("image/*", true), ("image/png", true), ("image/jpeg", false), ("text/*", false)])
    func aRangeMatchesItsTypes(range: String, matches: Bool) throws {
        let type = try #require(MediaType("image/png; q=1"))
        #expect(type.matches(try #require(MediaType(range))) == matches)
    }

    @Test(
        arguments: [
            ([0xC3, 0xA9], nil, "é"), ([0xE9], "iso-8859-1", "é"), ([0xE9], nil, nil), ([0x61], "us-ascii", "a"),
            ([0xC3, 0xA9], "us-ascii", nil), ([0x61], "utf-16", nil),
        ] as [([UInt8], String?, String?)])
    func decodesTextByItsCharset(bytes: [UInt8], charset: String?, text: String?) {
        #expect(TextCoding.decode(bytes, charset: charset) == text)
    }
}
