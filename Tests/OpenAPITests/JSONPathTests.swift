import ApusDiagnostics
import ApusYAML
import Testing

@testable import ApusOpenAPI

/// Queries of RFC 9535 and what they select.
struct JSONPathTests {
    private static let document = """
        {"store": {"book": [
            {"title": "a", "price": 8.95, "tags": ["x", "y"]},
            {"title": "b", "price": 12.99, "isbn": "1"},
            {"title": "c", "price": 22, "isbn": null}],
          "bicycle": {"colour": "red", "price": 399}},
         "x-é/~": {"": 1}, "limit": 12.99}
        """

    private func select(_ query: String) throws -> [String] {
        let file = SourceFile(name: "store.json", bytes: Array(Self.document.utf8))
        let root = try #require(Loader().load(file: file, diagnostics: Diagnostics()))
        return try JSONPath(parsing: query).places(in: root).map { place in
            place.map { step in
                switch step {
                case .key(let key): "/\(key)"
                case .index(let index): "/\(index)"
                }
            }.joined()
        }
    }

    @Test(arguments: [
        ("$", [""]), ("$.store.bicycle", ["/store/bicycle"]), ("$['store'][\"bicycle\"]", ["/store/bicycle"]),
        ("$ .store\n['bicycle']", ["/store/bicycle"]), ("$.nothing", []), ("$.store.book[0]", ["/store/book/0"]),
        ("$.store.book[-1]", ["/store/book/2"]), ("$.store.book[3]", []), ("$.store[0]", []),
        ("$.store.book[0,2]", ["/store/book/0", "/store/book/2"]),
        ("$.store.book[2,0]['title']", ["/store/book/2/title", "/store/book/0/title"]),
        ("$.store.book[1:]", ["/store/book/1", "/store/book/2"]),
        ("$.store.book[:-1]", ["/store/book/0", "/store/book/1"]),
        ("$.store.book[::2]", ["/store/book/0", "/store/book/2"]),
        ("$.store.book[::-1]", ["/store/book/2", "/store/book/1", "/store/book/0"]),
        ("$.store.book[::0]", []), ("$.store.book[5:0:-2]", ["/store/book/2"]),
        ("$.store.*.colour", ["/store/bicycle/colour"]),
        ("$..price", ["/store/bicycle/price", "/store/book/0/price", "/store/book/1/price", "/store/book/2/price"]),
        ("$..book[0]", ["/store/book/0"]),
        ("$..['colour','isbn']", ["/store/bicycle/colour", "/store/book/1/isbn", "/store/book/2/isbn"]),
        ("$.store.book[?@.isbn]", ["/store/book/1", "/store/book/2"]), ("$.store.book[?!@.isbn]", ["/store/book/0"]),
        ("$.store.book[?@.price < 10]", ["/store/book/0"]),
        ("$.store.book[?@.price >= 12.99]", ["/store/book/1", "/store/book/2"]),
        ("$.store.book[?@.price == $.limit]", ["/store/book/1"]), ("$.store.book[?@.price == 22.0]", ["/store/book/2"]),
        ("$.store.book[?@.title == 'a' || @.title=='c']", ["/store/book/0", "/store/book/2"]),
        ("$.store.book[?(@.title > 'a' && @.isbn)]", ["/store/book/1", "/store/book/2"]),
        ("$.store.book[?@.isbn == null]", ["/store/book/2"]),
        ("$.store.book[?@.x == @.y]", ["/store/book/0", "/store/book/1", "/store/book/2"]),
        ("$.store.book[?@.title < 1]", []),
        ("$.store.book[?length(@.title) == 1]", ["/store/book/0", "/store/book/1", "/store/book/2"]),
        ("$.store.book[?count(@.*) == 2]", []), ("$.store.book[?count(@.tags[*]) == 2]", ["/store/book/0"]),
        ("$['x-é/~']['']", ["/x-é/~/"]), ("$['x-\\u00e9/~']", ["/x-é/~"]),
        ("$.store[?@.colour == \"red\"]", ["/store/bicycle"]),
        ("$.store[?match(@.colour, 'r.d')]", ["/store/bicycle"]), ("$.store[?match(@.colour, 'e')]", []),
        ("$.store[?search(@.colour, 'e')]", ["/store/bicycle"]), ("$.store.book[?search(@.price, '9')]", []),
        ("$.store.book[?!match(@.title, '[ab]')]", ["/store/book/2"]),
    ])
    func aQuerySelectsItsNodes(_ query: String, _ places: [String]) throws {
        let found = try select(query)
        // The order of the branches that `..` descends into is not defined.
        #expect(query.contains("..") ? found.sorted() == places.sorted() : found == places, "\(found)")
    }

    @Test(arguments: [
        ("", 0, "'$' is expected, not the end"), ("store", 0, "'$' is expected, not 'store'"),
        ("$.", 2, "a name or '*' is expected after the dot; names with other characters are written as ['x-name']"),
        ("$.a-b", 3, "'-b' is not a segment"), ("$[", 2, "a selector is expected, not ''"),
        ("$[0", 3, "']' is expected, not the end"),
        ("$['a", 4, "a string does not end"), ("$['\\q']", 5, "'\\q' is not an escape"),
        ("$[?]", 3, "a query, a literal or a function is expected, not ']'"),
        ("$[?@.a = 1]", 7, "']' is expected, not '= 1]'"), ("$[?1]", 4, "a comparison is expected, not ']'"),
        ("$[?match(@.a, 'x(')]", 14, "'x(' is not a regular expression"),
        ("$[?match(@.a, @.b)]", 14, "a string with a pattern is expected"),
        ("$[99999999999999999999]", 2, "an index is expected"),
    ])
    func aMalformedQueryIsRefusedWithItsPlace(_ query: String, _ offset: Int, _ message: String) {
        do {
            _ = try JSONPath(parsing: query)
            Issue.record("\(query) is not a query")
        } catch {
            #expect(error.message == message)
            #expect(error.offset == offset)
        }
    }

    @Test func nestingHasALimit() {
        let deep = "$[?" + String(repeating: "(", count: 100_000) + "@.a"
        #expect(throws: JSONPathError.self) { try JSONPath(parsing: deep) }
    }
}
