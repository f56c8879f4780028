import Testing

@testable import ApusJSON
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
        Row(
            .query, .deepObject, .object([.init(key: "0", value: "a"), .init(key: "", value: "")]),
            "color%5B0%5D=a&color%5B%5D="),
        Row(
            .query, .deepObject,
            .object([.init(key: "a", value: .object([.init(key: "b[c", value: "1"), .init(key: "d", value: "2")]))]),
            "color%5Ba%5D%5Bb%5Bc%5D=1&color%5Ba%5D%5Bd%5D=2"
        ),
        Row(.path, .matrix, "", ";color"),
        Row(.path, .matrix, explode: true, .array(["", "a;b", "c=d"]), ";color;color=a%3Bb;color=c%3Dd"),
        Row(.path, .matrix, explode: true, .object([.init(key: "R", value: "")]), ";R"),
        Row(.path, .label, explode: true, .array(["a.b", "c"]), ".a%2Eb.c"),
        Row(.query, .json, .primitive(#"{"a":1}"#), "color=%7B%22a%22%3A1%7D"),
        Row(.header, .simple, .primitive("a b"), "a b"),
        Row(.header, .simple, .array(["a", "b"]), "a,b"),
        Row(.header, .simple, explode: true, .object([.init(key: "a", value: "1")]), "a=1"),
        Row(.header, .simple, .array([""]), ""),
        Row(.query, .form, .array([""]), "color="),
        Row(.query, .form, explode: true, .array([""]), "color="),
        Row(.query, .form, explode: true, .array(["a,b", "c|d e&f"]), "color=a%2Cb&color=c%7Cd%20e%26f"),
        Row(.cookie, .form, explode: true, one, "color=bl/ue"),
        Row(.cookie, .form, explode: true, "50% \"a\"; é", "color=50%25%20%22a%22%3B%20%C3%A9"),
        Row(.cookie, .form, explode: true, .object([.init(key: "a=b", value: "c=d")]), "a%3Db=c=d"),
        Row(.cookie, .form, three, "color=blue,bl%2Cack,brown"),
        Row(.cookie, .cookie, .primitive("a/b"), "color=a/b"),
        Row(.cookie, .cookie, explode: true, .array(["a", "b"]), "color=a; color=b"),
    ]

    @Test(arguments: rows)
    func everyStyleIsEncodedAsTheSpecificationSays(row: Row) throws {
        let encoder = ParameterEncoder("color", in: row.location, style: row.style, explode: row.explode)
        #expect(try encoder.encode(row.value) == row.text)
    }

    @Test(arguments: rows)
    func everyStyleIsDecodedAsTheSpecificationSays(row: Row) {
        #expect(Self.decoded(row) == row.value)
    }

    private static func decoded(_ row: Row) -> ParameterText? {
        let decoder = ParameterDecoder("color", in: row.location, style: row.style, explode: row.explode)
        let form: ParameterForm =
            switch row.value {
            case .primitive, .json: .primitive
            case .array: .array
            case .object: .object
            }
        return switch row.location {
        case .path, .header: decoder.decode(segment: row.text[...], as: form)
        case .query: decoder.decode(items: RequestItems(query: row.text[...]), as: form)
        case .cookie: decoder.decode(items: RequestItems(cookies: row.text), as: form)
        }
    }

    /// The table of OpenAPI 3.2.0, section "Style Examples", for a parameter `color`: what the specification leaves undefined is
    /// left out. Its column "undefined" is the column "empty" of 3.1.0, an empty string. A query's leading question mark is not
    /// part of a parameter.
    static let specification: [Row] = {
        let blue = ParameterText.primitive("blue")
        let colors = ParameterText.array(["blue", "black", "brown"])
        let channels = ParameterText.object([
            .init(key: "R", value: "100"), .init(key: "G", value: "200"), .init(key: "B", value: "150"),
        ])
        let rows: [(ParameterLocation, ParameterStyle, Bool, empty: String?, String?, String?, String?)] = [
            (
                .path, .matrix, false, ";color", ";color=blue", ";color=blue,black,brown",
                ";color=R,100,G,200,B,150"
            ),
            (
                .path, .matrix, true, ";color", ";color=blue", ";color=blue;color=black;color=brown",
                ";R=100;G=200;B=150"
            ),
            (.path, .label, false, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
            (.path, .label, true, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
            (.path, .simple, false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
            (.path, .simple, true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
            (.header, .simple, false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
            (.header, .simple, true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
            (.query, .form, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
            (
                .query, .form, true, "color=", "color=blue", "color=blue&color=black&color=brown",
                "R=100&G=200&B=150"
            ),
            (
                .query, .spaceDelimited, false, nil, nil, "color=blue%20black%20brown",
                "color=R%20100%20G%20200%20B%20150"
            ),
            (
                .query, .pipeDelimited, false, nil, nil, "color=blue%7Cblack%7Cbrown",
                "color=R%7C100%7CG%7C200%7CB%7C150"
            ),
            (.query, .deepObject, true, nil, nil, nil, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
            (.cookie, .cookie, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
            (
                .cookie, .cookie, true, "color=", "color=blue", "color=blue; color=black; color=brown",
                "R=100; G=200; B=150"
            ),
        ]
        return rows.flatMap { row in
            zip(["", blue, colors, channels], [row.empty, row.4, row.5, row.6]).compactMap { value, text in
                text.map { Row(row.0, row.1, explode: row.2, value, $0) }
            }
        }
    }()

    @Test(arguments: specification)
    func writesAndReadsTheTableOfTheSpecification(row: Row) throws {
        try everyStyleIsEncodedAsTheSpecificationSays(row: row)
        #expect(Self.decoded(row) == row.value)
    }

    @Test(arguments: [
        (ParameterLocation.query, ParameterStyle.form, "color=a/b:c%3Dd"),
        (.path, .simple, "a%2Fb:c=d"),
        (.cookie, .form, "color=a/b:c=d"),
    ])
    func reservedCharactersMayBeLeft(location: ParameterLocation, style: ParameterStyle, text: String) throws {
        let encoder = ParameterEncoder("color", in: location, style: style, allowReserved: true)
        #expect(try encoder.encode("a/b:c=d") == text)
    }

    @Test func separatorsInsideItemsAreEscapedAllTheSame() throws {
        let encoder = ParameterEncoder("color", in: .path, allowReserved: true)
        #expect(try encoder.encode(.array(["a,b", "c:d"])) == "a%2Cb,c:d")
        #expect(try encoder.encode("a,b") == "a,b")
    }

    /// Values that would be read as two items, or as another key.
    @Test(arguments: [
        (ParameterLocation.header, ParameterStyle.simple, false, ParameterText.array(["a", "b,c"])),
        (.header, .simple, true, .array(["b,c"])), (.header, .simple, false, .array(["a "])),
        (.header, .simple, false, .object([.init(key: "a", value: "b,c")])),
        (.header, .simple, false, .object([.init(key: "a,b", value: "c")])),
        (.header, .simple, true, .object([.init(key: "a=b", value: "c")])),
        (.header, .simple, true, .object([.init(key: "a", value: "b,c")])),
        (.query, .spaceDelimited, false, .array(["a", "b c"])), (.query, .pipeDelimited, false, .array(["a|b"])),
        (.query, .pipeDelimited, false, .object([.init(key: "a", value: "b|c")])),
        (.query, .deepObject, true, .object([.init(key: "a][b", value: "c")])),
        (.cookie, .cookie, false, .array(["a,b"])), (.cookie, .cookie, true, .object([.init(key: "a=b", value: "c")])),
    ])
    func refusesSeparatorsThatCannotBeEscaped(
        location: ParameterLocation, style: ParameterStyle, explode: Bool, value: ParameterText
    ) {
        let encoder = ParameterEncoder("color", in: location, style: style, explode: explode)
        #expect(throws: JSONError.self) { try encoder.encode(value) }
    }

    /// If a separator has no meaning, it is an ordinary character.
    @Test(arguments: [
        (ParameterLocation.header, ParameterStyle.simple, false, ParameterText("a, b"), "a, b"),
        (.header, .simple, true, .object([.init(key: "a", value: "b=c")]), "a=b=c"),
        (.query, .spaceDelimited, true, .array(["b c"]), "color=b%20c"),
        (.query, .spaceDelimited, false, "b c", "color=b%20c"),
        (.query, .pipeDelimited, false, .array(["a b", "c"]), "color=a%20b%7Cc"),
    ])
    func writesSeparatorsThatSeparateNothing(
        location: ParameterLocation, style: ParameterStyle, explode: Bool, value: ParameterText, text: String
    ) throws {
        let encoder = ParameterEncoder("color", in: location, style: style, explode: explode)
        #expect(try encoder.encode(value) == text)
    }

    @Test(arguments: ParameterStyle.allCases)
    func nullIsLeftOut(style: ParameterStyle) throws {
        let list = try ParameterText.of(["a", nil, "b"] as [String?], style: style)
        let object = try ParameterText.of(["k": nil] as [String: String?], style: style)
        if style == .json {
            #expect(list == .primitive(#"["a",null,"b"]"#))
        } else {
            #expect(list == .array(["a", "b"]))
            #expect(object == .object([]))
        }
    }

    @Test(arguments: [
        (#"{"a":1,"b":2}"#, true), (#" {"a":[1]} "#, true), (#"{"a":1"#, false), ("[1,2]", false), ("{},1", false),
    ])
    func readsAnObjectInAHeaderThatIsJSON(text: String, isJSON: Bool) {
        let decoder = ParameterDecoder("color", in: .header)
        let value = decoder.decode(segment: text[...], as: .object)
        #expect((value == .json(Array(text.utf8))) == isJSON)
    }

    @Test(arguments: [
        "color", "color[", "color]", "color[a", "color[a]b", "colour[a]", "[a]",
    ])
    func refusesBracketsThatDoNotMatch(name: String) {
        let decoder = ParameterDecoder("color", in: .query, style: .deepObject)
        #expect(decoder.decode(items: RequestItems(query: "\(name)=1"), as: .object) == nil)
    }

    @Test(arguments: [33, 100_000])
    func bracketsNestedTooDeepAreRefused(depth: Int) {
        let decoder = ParameterDecoder("color", in: .query, style: .deepObject)
        let query = "color" + String(repeating: "[a]", count: depth) + "=1"
        #expect(decoder.decode(items: RequestItems(query: query[...]), as: .object) == nil)
    }

    @Test func emptyArraysAndObjectsAreLeftOut() throws {
        for style in ParameterStyle.allCases where style != .json {
            let encoder = ParameterEncoder("a", in: .query, style: style)
            #expect(try encoder.encode(.array([])) == nil)
            #expect(try encoder.encode(.object([])) == nil)
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
    func textOfAnotherStyleIsRefused(segment: String, style: ParameterStyle) {
        let decoder = ParameterDecoder("color", in: .path, style: style)
        #expect(decoder.decode(segment: segment[...], as: .primitive) == nil)
    }

    @Test func cookiesAreRead() {
        let items = RequestItems(cookies: #"a=1; b="x y";c=; d"#)
        #expect(items.pairs.map(\.name) == ["a", "b", "c", "d"])
        #expect(items.pairs.map { String($0.raw) } == ["1", "x y", "", ""])
    }
}

extension ParameterText: CustomTestStringConvertible {
    /// `array(["a"])`, without the names of modules.
    public var testDescription: String { "\(self)".replacing("ApusRuntime.ParameterText.", with: "") }
}
