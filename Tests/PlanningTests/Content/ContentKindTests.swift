import Testing

@testable import ApusPlanning

/// The row of the table that a media type belongs to, and what the row states.
struct ContentKindTests {
    @Test(arguments: [
        ("application/json", "json", "application/json"),
        ("Application/JSON; charset=utf-8", "json", "application/json"),
        ("application/problem+json", "json", "application/problem+json"), ("text/json", "json", "text/json"),
        ("*/*", "json", "*/*"), ("application/*", "json", "application/*"),
        ("application/*+json", "json", "application/json"),
        ("application/x-www-form-urlencoded", "urlEncoded", "application/x-www-form-urlencoded"),
        ("multipart/form-data", "multipart", "multipart/form-data"), ("multipart/mixed", "data", "multipart/mixed"),
        ("application/xml", "xml", "application/xml"), ("text/xml", "xml", "text/xml"),
        ("application/atom+xml", "xml", "application/atom+xml"), ("application/*+xml", "xml", "application/xml"),
        ("image/svg+xml", "data", "image/svg+xml"), ("text/plain", "text", "text/plain"), ("text/*", "text", "text/*"),
        ("text/csv", "text", "text/csv"), ("text/event-stream", "events", "text/event-stream"),
        ("application/x-ndjson", "jsonLines", "application/x-ndjson"), ("text/jsonl", "jsonLines", "text/jsonl"),
        ("application/json-seq", "jsonSequence", "application/json-seq"),
        ("application/geo+json-seq", "jsonSequence", "application/geo+json-seq"),
        ("application/pdf", "data", "application/pdf"), ("image/*", "data", "image/*"),
        ("nonsense", "data", "nonsense"),
    ])
    func aMediaTypeBelongsToARow(text: String, function: String, mediaType: String) {
        let content = ContentPlan(mediaType: text)
        #expect(content.kind.function == function)
        #expect(content.mediaType == mediaType)
    }

    @Test func eachRowHasAFunctionOfItsOwn() {
        #expect(Set(ContentKind.all.map(\.function)).count == ContentKind.all.count)
        let mediaTypes = ContentKind.all.flatMap { $0.mediaTypes.union($0.patterns.keys) }
        #expect(Set(mediaTypes).count == mediaTypes.count)
    }

    @Test(arguments: [
        ("application/json", nil), ("*/*", nil), ("application/problem+json", "application/problem+json"),
        ("application/x-www-form-urlencoded", nil), ("text/plain", nil), ("text/csv", "text/csv"), ("text/*", nil),
        ("application/x-ndjson", "application/x-ndjson"), ("application/jsonl", nil),
    ])
    func whatTheRuntimeAssumesIsNotSaid(text: String, stated: String?) {
        #expect(ContentPlan(mediaType: text).statedMediaType == stated)
    }

    @Test func aStreamOfARangeSaysWhich() {
        #expect(ContentPlan.stream("image/*").statedMediaType == "image/*")
        #expect(ContentPlan.data("image/*").statedMediaType == nil)
    }

    @Test func anAnswerOfAnyTypeMayBeText() {
        #expect(ContentPlan(mediaType: "*/*").answerFunction == "jsonOrText")
        #expect(ContentPlan(mediaType: "application/json").answerFunction == "json")
    }
}
