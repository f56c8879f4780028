import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// XML according to the specification, without document types.
struct XMLDocumentParserTests {
    /// `{namespace}name(@attribute=value)[children]"text"`
    private static func show(_ element: XMLElement) -> String {
        let name = { (name: XMLElement.ExpandedName) in (name.namespace.map { "{\($0)}" } ?? "") + name.local }
        let attributes = element.attributes.map { "(\(name($0.name))=\($0.value))" }.joined()
        let children = element.children.isEmpty ? "" : "[" + element.children.map(show).joined(separator: " ") + "]"
        return name(element.name) + attributes + children + (element.text.isEmpty ? "" : "\"\(element.text)\"")
    }

    @Test(arguments: [
        ("<a/>", "a"), ("<a></a>", "a"), ("<a> b </a>", "a\" b \""), ("\u{FEFF}<a/>", "a"),
        ("<?xml version=\"1.0\" encoding='utf-8' standalone=\"yes\"?>\n<a/>\n", "a"),
        ("<a x='1' y = \"2\"/>", "a(x=1)(y=2)"), ("<a><b/><c>d</c></a>", "a[b c\"d\"]"),
        ("<a>1<b/>2</a>", "a[b]\"12\""), ("<a>&lt;&amp;&gt;&apos;&quot;&#65;&#x1F600;</a>", "a\"<&>'\"A😀\""),
        ("<a><![CDATA[<b>&c;]]]]></a>", "a\"<b>&c;]]\""), ("<a><!-- <b> --><?p i?>c</a>", "a\"c\""),
        ("<a>\r\nb\rc</a>", "a\"\nb\nc\""), ("<a b='1\n2&#10;3'/>", "a(b=1 2\n3)"), ("<é-1.2/>", "é-1.2"),
        ("<a xmlns='n'><b/></a>", "{n}a[{n}b]"), ("<a xmlns='n'><b xmlns=''/></a>", "{n}a[b]"),
        ("<p:a xmlns:p='n' p:x='1' y='2'/>", "{n}a({n}x=1)(y=2)"), ("<p:a/>", "a"),
        ("<a>\u{FFFC}\u{FFFD}</a>", "a\"\u{FFFC}\u{FFFD}\""),
        ("<a xml:lang='de'/>", "a({http://www.w3.org/XML/1998/namespace}lang=de)"),
    ])
    func wellFormedXMLIsRead(text: String, tree: String) throws {
        #expect(Self.show(try XMLDocumentParser.parse(Array(text.utf8))) == tree)
    }

    @Test(arguments: [
        "", " ", "a", "<", "<a", "<a>", "<a/", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a/>b", "b<a/>", "< a/>",
        "<1a/>",
        "<-a/>", "<a b/>", "<a b=/>", "<a b=c/>", "<a b='c/>", "<a b='<'/>", "<a b='1' b='2'/>", "<a b='1'c='2'/>",
        "<a xmlns:p='n' xmlns:q='n' p:b='1' q:b='2'/>", "<a xmlns:p='n' xmlns:p='m'/>", "<a>&</a>", "<a>&b;</a>",
        "<a>&#;</a>", "<a>&#x;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#+1;</a>",
        "<a>&lt</a>",
        "<a>\u{0}</a>", "<a>\u{1}</a>", "<a b='\u{8}'/>", "<a><![CDATA[\u{1}]]></a>", "<a><![CDATA[</a>",
        "<a><!-- </a>",
        "<a><!-- -- --></a>", "<a><?p </a>", "<!DOCTYPE a><a/>", "<a><!ELEMENT b></a>", "<a:b:c/>", "<:a/>", "<a:/>",
        "<?xml version='1.0' encoding='iso-8859-1'?><a/>", "<a/>\u{0}", "<a>\(fffe)</a>", "<a b='x\(ffff)'/>",
        "<a>&#xFFFE;</a>", "<a>&#65535;</a>", "<a><![CDATA[x\(ffff)y]]></a>",
    ])
    func malformedXMLIsRefused(text: String) {
        #expect(throws: XMLSyntaxError.self) { try XMLDocumentParser.parse(Array(text.utf8)) }
    }

    @Test func refusesWhatIsNotUTF8() {
        for bytes in [[0xFF], [0xFE, 0xFF, 0, 0x3C], Array("<a>".utf8) + [0xE9] + Array("</a>".utf8)] as [[UInt8]] {
            #expect(throws: XMLSyntaxError.self) { try XMLDocumentParser.parse(bytes) }
        }
    }

    @Test func boundsDepthAndAttributes() throws {
        let nested = { (depth: Int) in
            Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
        }
        _ = try XMLDocumentParser.parse(nested(100))
        #expect(throws: XMLSyntaxError.self) { try XMLDocumentParser.parse(nested(101)) }
        let attributes = { (count: Int) in Array("<a \((0..<count).map { "b\($0)=''" }.joined(separator: " "))/>".utf8)
        }
        _ = try XMLDocumentParser.parse(attributes(100))
        #expect(throws: XMLSyntaxError.self) { try XMLDocumentParser.parse(attributes(101)) }
    }
}

// Swift has no literals for them.
private let fffe = String(decoding: [0xEF, 0xBF, 0xBE] as [UInt8], as: UTF8.self)
private let ffff = String(decoding: [0xEF, 0xBF, 0xBF] as [UInt8], as: UTF8.self)
