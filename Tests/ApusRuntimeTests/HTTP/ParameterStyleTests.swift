import Testing

@testable import ApusRuntime

/// OpenAPI's table of styles, read in both directions.
@Suite struct ParameterStyleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var location: ParameterLocation
        var style: ParameterStyle
        var explode: Bool
        var value: ParameterText
        var text: String

        init(
            _ location: ParameterLocation, _ style: ParameterStyle, explode: Bool = false, _ value: ParameterText,
            _ text: String
        ) {
            self.location = location
            self.style = style
            self.explode = explode
            self.value = value
            self.text = text
        }

        var testDescription: String { "\(location) \(style)\(explode ? " exploded" : ""): \(text)" }
    }

    static let one = ParameterText.primitive("bl/ue")
    static let three = ParameterText.array(["blue", "bl,ack", "brown"])
    static let object = ParameterText.object([.init(key: "R", value: "100"), .init(key: "G", value: "2 0")])

    static let rows: [Row] = [
        Row(.path, .simple, one, "bl%2Fue"),
        Row(.path, .simple, three, "blue,bl%2Cack,brown"),
        Row(.path, .simple, explode: true, three, "blue,bl%2Cack,brown"),
        Row(.path, .simple, object, "R,100,G,2%200"),
        Row(.path, .simple, explode: true, object, "R=100,G=2%200"),
        Row(.path, .label, one, ".bl%2Fue"),
        Row(.path, .label, three, ".blue,bl%2Cack,brown"),
        Row(.path, .label, explode: true, three, ".blue.bl%2Cack.brown"),
        Row(.path, .label, object, ".R,100,G,2%200"),
        Row(.path, .label, explode: true, object, ".R=100.G=2%200"),
        Row(.path, .matrix, one, ";color=bl%2Fue"),
        Row(.path, .matrix, three, ";color=blue,bl%2Cack,brown"),
        Row(.path, .matrix, explode: true, three, ";color=blue;color=bl%2Cack;color=brown"),
        Row(.path, .matrix, object, ";color=R,100,G,2%200"),
        Row(.path, .matrix, explode: true, object, ";R=100;G=2%200"),
        Row(.query, .form, one, "color=bl%2Fue"),
        Row(.query, .form, three, "color=blue,bl%2Cack,brown"),
        Row(.query, .form, explode: true, three, "color=blue&color=bl%2Cack&color=brown"),
        Row(.query, .form, object, "color=R,100,G,2%200"),
        Row(.query, .form, explode: true, object, "R=100&G=2%200"),
        Row(.query, .spaceDelimited, .array(["a", "b"]), "color=a%20b"),
        Row(.query, .spaceDelimited, explode: true, three, "color=blue&color=bl%2Cack&color=brown"),
        Row(.query, .pipeDelimited, three, "color=blue%7Cbl%2Cack%7Cbrown"),
        Row(.query, .pipeDelimited, object, "color=R%7C100%7CG%7C2%200"),
        Row(.query, .deepObject, explode: true, object, "color%5BR%5D=100&color%5BG%5D=2%200"),
        Row(.query, .deepObject, object, "color%5BR%5D=100&color%5BG%5D=2%200"),
        Row(.query, .json, .primitive(#"{"a":1}"#), "color=%7B%22a%22%3A1%7D"),
        Row(.header, .simple, .primitive("a b"), "a b"),
        Row(.header, .simple, .array(["a", "b"]), "a,b"),
        Row(.header, .simple, explode: true, .object([.init(key: "a", value: "1")]), "a=1"),
        Row(.cookie, .form, explode: true, one, "color=bl%2Fue"),
        Row(.cookie, .form, three, "color=blue,bl%2Cack,brown"),
        Row(.cookie, .cookie, .primitive("a/b"), "color=a/b"),
        Row(.cookie, .cookie, explode: true, .array(["a", "b"]), "color=a; color=b"),
    ]

    @Test(arguments: rows)
    func encodes(row: Row) {
        let encoder = ParameterEncoder("color", in: row.location, style: row.style, explode: row.explode)
        #expect(encoder.encode(row.value) == row.text)
    }

    @Test(arguments: rows)
    func decodes(row: Row) {
        let decoder = ParameterDecoder("color", in: row.location, style: row.style, explode: row.explode)
        let form: ParameterForm =
            switch row.value {
            case .primitive: .primitive
            case .array: .array
            case .object: .object
            }
        let decoded =
            switch row.location {
            case .path, .header: decoder.decode(segment: row.text[...], as: form)
            case .query: decoder.decode(items: RequestItems(query: row.text[...]), as: form)
            case .cookie: decoder.decode(items: RequestItems(cookies: row.text), as: form)
            }
        #expect(decoded == row.value)
    }

    @Test func emptyArraysAndObjectsAreLeftOut() {
        for style in ParameterStyle.allCases where style != .json {
            let encoder = ParameterEncoder("a", in: .query, style: style)
            #expect(encoder.encode(.array([])) == nil)
            #expect(encoder.encode(.object([])) == nil)
        }
    }

    @Test(arguments: [
        ("color=a+b", ParameterStyle.spaceDelimited), ("color=a%20b", .spaceDelimited), ("color=a|b", .pipeDelimited),
        ("color=a%7cb", .pipeDelimited),
    ])
    func readsOtherSpellingsOfASeparator(query: String, style: ParameterStyle) {
        let decoder = ParameterDecoder("color", in: .query, style: style, explode: false)
        #expect(decoder.decode(items: RequestItems(query: query[...]), as: .array) == .array(["a", "b"]))
    }

    @Test func theLastOfRepeatedValuesCounts() {
        let decoder = ParameterDecoder("a", in: .query)
        #expect(decoder.decode(items: RequestItems(query: "a=1&b=2&a=3"), as: .primitive) == .primitive("3"))
    }

    @Test(arguments: [(".a", ParameterStyle.matrix), ("a", .label), (";b=1", .matrix)])
    func refusesAnotherStyle(segment: String, style: ParameterStyle) {
        let decoder = ParameterDecoder("color", in: .path, style: style)
        #expect(decoder.decode(segment: segment[...], as: .primitive) == nil)
    }

    @Test func readsCookies() {
        let items = RequestItems(cookies: #"a=1; b="x y";c=; d"#)
        #expect(items.pairs.map(\.name) == ["a", "b", "c", "d"])
        #expect(items.pairs.map { String($0.raw) } == ["1", "x y", "", ""])
    }
}
