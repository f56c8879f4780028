import Foundation
import HTTPTypes
import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// What handlers receive from parameters, and the errors that the caller receives if they are invalid.
@Suite struct ParameterInputTests {
    struct Filter: JSONModel, Validated {
        var kind: String
        var limit: Int?
        var tags: [String]?

        init(kind: String, limit: Int? = nil, tags: [String]? = nil) {
            self.kind = kind
            self.limit = limit
            self.tags = tags
        }

        init(json object: inout JSONObjectReader) throws(JSONError) {
            kind = try object.required("kind")
            limit = try object.optional("limit")
            tags = try object.optional("tags")
        }

        func write(to object: inout JSONObjectWriter) {
            object.write("kind", kind)
            object.write("limit", limit)
            object.write("tags", tags)
        }

        static func validate(_ object: inout Validator) {
            object.required("kind") { $0.string(minLength: 1) }
            object.optional("limit") { $0.integer(minimum: 1) }
            object.optional("tags") { $0.array { $0.string() } }
        }
    }

    /// Sends a request whose handler reads the input with `read` and responds with the value.
    static func answer<Value: Encodable & Sendable>(
        _ path: String,
        template: String = "/x",
        headers: HTTPFields = [:],
        errors: ServerErrorFormat = .httpValidationError,
        read: @escaping @Sendable (inout ServerInput) -> Value?
    ) async throws -> String {
        var router = APIRouter()
        router.on(.get, template, errors: errors) { input, _ in
            let value = read(&input)
            guard input.isValid else { throw input.rejection }
            return .text(200, value.map { "\($0)" } ?? "nil")
        }
        let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: path, headerFields: headers)
        let response = try await router.respond(to: head)
        if response.status.code == 200 { return String(decoding: (response.body.buffered ?? []), as: UTF8.self) }
        let body = try JSONValue(jsonBytes: (response.body.buffered ?? []))
        let entries = body["detail"]?.array ?? []
        return entries.map { entry in
            let loc = entry["loc"]?.array?.map { $0.string ?? $0.description }.joined(separator: ".") ?? ""
            return "\(response.status.code) \(entry["type"]?.string ?? "") \(loc): \(entry["msg"]?.string ?? "")"
        }.joined(separator: "\n")
    }

    @Test(arguments: [
        ("/x?limit=12", "12"),
        ("/x?limit=1&limit=3", "3"),
        ("/x?limit=%31%32", "12"),
        ("/x", "nil"),
        ("/x?limit=0", "422 greater_than_equal query.limit: Input should be greater than or equal to 1"),
        (
            "/x?limit=a",
            "422 int_parsing query.limit: Input should be a valid integer, unable to parse string as an integer"
        ),
        (
            "/x?limit=",
            "422 int_parsing query.limit: Input should be a valid integer, unable to parse string as an integer"
        ),
        (
            "/x?limit=1.5",
            "422 int_parsing query.limit: Input should be a valid integer, unable to parse string as an integer"
        ),
        ("/x?limit=+1", "1"), ("/x?limit=%2B007.0", "7"), ("/x?limit=1_000", "1000"),
        (
            "/x?limit=1e3",
            "422 int_parsing query.limit: Input should be a valid integer, unable to parse string as an integer"
        ),
        (
            "/x?limit=NaN",
            "422 int_parsing query.limit: Input should be a valid integer, unable to parse string as an integer"
        ),
        (
            "/x?limit",
            "422 int_parsing query.limit: Input should be a valid integer, unable to parse string as an integer"
        ),
    ])
    func integersAreReadAndValidated(path: String, answer: String) async throws {
        #expect(try await Self.answer(path) { $0.query("limit", as: Int.self) { $0.integer(minimum: 1) } } == answer)
    }

    @Test func integersBeyondIntAreRefused() async throws {
        for digits in ["99999999999999999999", "1e400"] {
            let answer = try await Self.answer("/x?limit=\(digits)") { $0.query("limit", as: Int.self) }
            #expect(answer.hasPrefix("422 "), "\(answer)")
        }
    }

    @Test(arguments: [
        ("/x?f=true", "true"), ("/x?f=false", "false"),
        ("/x?f=maybe", "422 bool_parsing query.f: Input should be a valid boolean, unable to interpret input"),
        ("/x?f=1", "true"), ("/x?f=No", "false"),
        ("/x?f=2", "422 bool_parsing query.f: Input should be a valid boolean, unable to interpret input"),
    ])
    func booleansAreReadAndValidated(path: String, answer: String) async throws {
        #expect(try await Self.answer(path) { $0.query("f", as: Bool.self) } == answer)
    }

    @Test(arguments: [
        ("/x?n=1.5", "1.5"), ("/x?n=-1e3", "-1000.0"),
        ("/x?n=x", "422 float_parsing query.n: Input should be a valid number, unable to parse string as a number"),
        ("/x?n=.5", "0.5"), ("/x?n=%2B5.", "5.0"),
        ("/x?n=1,5", "422 float_parsing query.n: Input should be a valid number, unable to parse string as a number"),
    ])
    func numbersAreReadAndValidated(path: String, answer: String) async throws {
        #expect(try await Self.answer(path) { $0.query("n", as: Double.self) { $0.number() } } == answer)
    }

    @Test(arguments: [
        ("/x?s=12", "12"), ("/x?s=true", "true"), ("/x?s=a+b%2Bc", "a b+c"), ("/x?s=", ""), ("/x?s=%22", "\""),
        ("/x?s=toolong", "422 string_too_long query.s: String should have at most 6 characters"),
        ("/x", "422 missing query.s: Field required"),
    ])
    func stringsAreReadAndValidated(path: String, answer: String) async throws {
        #expect(
            try await Self.answer(path) { $0.query("s", as: String.self, required: true) { $0.string(maxLength: 6) } }
                == answer)
    }

    @Test(arguments: [
        ("/x?t=1&t=2", "[1, 2]"), ("/x?t=1", "[1]"), ("/x", "nil"),
        (
            "/x?t=1&t=b",
            "422 int_parsing query.t.1: Input should be a valid integer, unable to parse string as an integer"
        ),
        ("/x?t=1&t=2&t=3", "422 too_long query.t: List should have at most 2 items after validation, not 3"),
    ])
    func arraysAreReadAndValidated(path: String, answer: String) async throws {
        let read: @Sendable (inout ServerInput) -> [Int]? = {
            $0.query("t", as: [Int].self) { $0.array(maxItems: 2) { $0.integer() } }
        }
        #expect(try await Self.answer(path, read: read) == answer)
    }

    @Test(arguments: [
        ("/x?q%5Bkind%5D=12&q[limit]=5", "12 5 nil"),
        ("/x?q[kind]=a&q[tags]=1&q[tags]=2", #"a nil ["1", "2"]"#),
        ("/x?q[kind]=a&q[tags]=1", #"a nil ["1"]"#),
        ("/x?q[kind]=a&q[kind]=b", "b nil nil"),
        (
            "/x?q[limit]=0&q[kind]=",
            """
            422 string_too_short query.q.kind: String should have at least 1 character
            422 greater_than_equal query.q.limit: Input should be greater than or equal to 1
            """
        ),
        (
            "/x?q[limit]=x",
            """
            422 missing query.q.kind: Field required
            422 int_parsing query.q.limit: Input should be a valid integer, unable to parse string as an integer
            """
        ),
        ("/x", "nil"),
    ])
    func objectsAreReadAndValidated(path: String, answer: String) async throws {
        let read: @Sendable (inout ServerInput) -> String? = { input in
            input.query("q", as: Filter.self, style: .deepObject, explode: true).map { filter in
                "\(filter.kind) \(filter.limit.map { "\($0)" } ?? "nil") \(filter.tags.map { "\($0)" } ?? "nil")"
            }
        }
        #expect(try await Self.answer(path, read: read) == answer)
    }

    @Test func parametersInJSONAreReadAndValidated() async throws {
        let read: @Sendable (inout ServerInput) -> String? = { $0.query("q", as: Filter.self, style: .json)?.kind }
        #expect(try await Self.answer(#"/x?q=%7B%22kind%22:%22a%22%7D"#, read: read) == "a")
        #expect(
            try await Self.answer("/x?q=%7B", read: read).hasPrefix("422 json_invalid query.q.1: JSON decode error"))
    }

    /// Inside an object and a union, only the schema determines what a text is.
    @Test(arguments: [
        ("q[a]=1&q[a]=x", "422 int_parsing query.q.a.1"), ("q[a][0]=1&q[a][1]=2", #"{"a":[1,2]}"#),
        ("q[a][1]=2&q[a][0]=1", #"{"a":[1,2]}"#), ("q[a][]=1&q[a][]=2", #"{"a":[1,2]}"#),
        ("q[a]=1", #"{"a":[1]}"#), ("q[m][0]=a&q[m][1]=b", #"{"m":{"0":"a","1":"b"}}"#),
        ("q[o][n]=1&q[o][s]=1", #"{"o":{"n":1,"s":"1"}}"#), ("q[o][n]=x", "422 int_parsing query.q.o.n"),
        ("q[o]=1", "422 model_attributes_type query.q.o"), ("q[a][0][0]=1", "422 int_type query.q.a.0"),
        ("q[u]=1", #"{"u":"1"}"#),
        ("q[t]=null", #"{"t":null}"#), ("q[t]=0x1", #"{"t":"0x1"}"#), ("q[t]=%201", #"{"t":" 1"}"#),
    ])
    func insideADeepObjectTheSchemaSaysWhatATextIs(query: String, answer: String) async throws {
        let read: @Sendable (inout ServerInput) -> JSONValue? = { input in
            input.query("q", as: JSONValue.self, style: .deepObject) {
                $0.object { object in
                    object.optional("a") { $0.array { $0.integer() } }
                    object.optional("u") { $0.anyOf({ $0.integer() }, { $0.string() }) }
                    object.optional("m") { $0.map { $0.string() } }
                    object.optional("o") { $0.object { $0.optional("n") { $0.integer() } } }
                    object.optional("t") { $0.anyOf({ $0.null() }, { $0.string(pattern: "x| ") }) }
                }
            }
        }
        #expect(try await Self.answer("/x?\(query)", read: read).hasPrefix(answer))
    }

    /// A text for a union is a number or a boolean if the union allows one; for pydantic it remains a string.
    @Test(arguments: [
        ("1", "1", "\"1\""), ("-2.5", "-2.5", "\"-2.5\""), ("true", "true", "\"true\""), ("x", "\"x\"", "\"x\""),
        ("01", "\"01\"", "\"01\""), ("1e5", "\"1e5\"", "\"1e5\""), ("null", "\"null\"", "\"null\""),
        ("12345678901234567890", "\"12345678901234567890\"", "\"12345678901234567890\""), ("[1]", "\"[1]\"", "\"[1]\""),
    ])
    func aUnionIsANumberOrABooleanWhereItTakesOne(text: String, plain: String, pydantic: String) async throws {
        let read: @Sendable (inout ServerInput) -> JSONValue? = { input in
            input.path("q", as: JSONValue.self) { $0.anyOf({ $0.number() }, { $0.boolean() }, { $0.string() }) }
        }
        let path = "/" + (text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        #expect(try await Self.answer(path, template: "/{q}", errors: .problemDetails, read: read) == plain)
        #expect(try await Self.answer(path, template: "/{q}", read: read) == pydantic)
    }

    @Test(arguments: [
        ("/x?n=", "nil"), ("/x?n", "nil"), ("/x", "nil"), ("/x?n=2", "2"), ("/x?n=&n=2", "2"),
        ("/x?n=a", "422 int_parsing query.n: Input should be a valid integer, unable to parse string as an integer"),
    ])
    func anEmptyValueMayBeAllowed(path: String, answer: String) async throws {
        #expect(try await Self.answer(path) { $0.query("n", as: Int.self, allowEmptyValue: true) } == answer)
    }

    @Test(arguments: [
        ("/x?kind=a&limit=2&tags=b", #"a 2 ["b"]"#), ("/x?kind=", "422 string_too_short query.kind"), ("/x", "nil"),
        ("/x?kind=a&limit=b", "422 int_parsing query.limit"), ("/x?limit=1", "422 missing query.kind"),
    ])
    func aWholeQueryIsReadAndValidated(path: String, answer: String) async throws {
        let read: @Sendable (inout ServerInput) -> String? = { input in
            input.queryString("q", as: Filter.self).map {
                "\($0.kind) \($0.limit.map { "\($0)" } ?? "nil") \($0.tags.map { "\($0)" } ?? "nil")"
            }
        }
        #expect(try await Self.answer(path, read: read).hasPrefix(answer))
    }

    @Test func pathsHeadersAndCookies() async throws {
        #expect(
            try await Self.answer("/a%2Fb/2", template: "/{a}/{b}") { input in
                let a = input.path("a", as: String.self)
                let b = input.path("b", as: Int.self)
                return "\(a ?? "-") \(b ?? -1)"
            } == "a/b 2")
        #expect(
            try await Self.answer("/x/y", template: "/{a}/{b}") { $0.path("b", as: Int.self) }.hasPrefix(
                "422 int_parsing path.b"))
        let field = try #require(HTTPField.Name("X-Trace"))
        #expect(
            try await Self.answer("/x", headers: [field: "1, 2"]) { $0.header("X-Trace", as: [Int].self) } == "[1, 2]")
        #expect(
            try await Self.answer("/x") { $0.header("X-Trace", as: Int.self, required: true) }
                == "422 missing header.X-Trace: Field required")
        #expect(
            try await Self.answer("/x", headers: [.cookie: "a=1; b=x%20y"]) { $0.cookie("b", as: String.self) } == "x y"
        )
        #expect(try await Self.answer("/x") { $0.cookie("b", as: Int.self, default: 7) } == "7")
        #expect(try await Self.answer("/x") { $0.query("b", as: Int.self, default: 7) } == "7")
        #expect(
            try await Self.answer("/x?b=q") { $0.query("b", as: Int.self, default: 7) }.hasPrefix("422 int_parsing"))
    }

    @Test func allThatIsWrongIsNamed() async throws {
        let answer = try await Self.answer("/x?a=x&b=z") { input in
            _ = input.query("a", as: Int.self)
            _ = input.query("b", as: Bool.self)
            _ = input.query("c", as: String.self, required: true)
            return "unused"
        }
        #expect(
            answer.split(separator: "\n").map { $0.split(separator: " ")[1] } == [
                "int_parsing", "bool_parsing", "missing",
            ])
    }

    /// For such an object a client sends nothing.
    @Test func aRequiredObjectMayHaveNoMembers() async throws {
        #expect(try await Self.answer("/x") { $0.query("f", as: [String: Int].self, required: true) } == "[:]")
        let deep = try await Self.answer("/x") {
            $0.query("f", as: [String: Int].self, required: true, style: .deepObject, explode: true)
        }
        #expect(deep == "[:]")
        let flat = try await Self.answer("/x") {
            $0.query("f", as: [String: Int].self, required: true, style: .form, explode: false)
        }
        #expect(flat.hasPrefix("422 missing query.f"))
        let filter = try await Self.answer("/x") {
            $0.query("f", as: Filter.self, required: true).map(\.kind)
        }
        #expect(filter.hasPrefix("422 missing query.f"))
    }
}
