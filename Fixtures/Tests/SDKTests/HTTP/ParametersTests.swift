import ApusRuntime
import HTTPTypes
import ParametersSDK
import Testing

/// Parameters of every location, style, shape and media type: generated client against generated server in memory.
struct ParametersTests {
    /// Responds with what it received.
    private struct Server: ParametersAPI {
        func readPath(
            plain: [String], label: Int, labels: Color, matrix: Color, matrices: [Int], reserved: String,
            context: OperationContext<Void>
        ) async throws -> String { "\(plain) \(label) \(labels) \(matrix) \(matrices) \(reserved)" }

        func readQuery(
            words: [String]?, pipes: [Int]?, flat: Color?, deep: Filter?, link: String?, page: Int, filter: Filter?,
            count: Int?, context: OperationContext<Void>
        ) async throws -> String {
            "\(show(words)) \(show(pipes)) \(show(flat)) \(show(deep)) \(show(link)) \(page) \(show(filter)) \(show(count))"
        }

        func readHeader(
            xWords: [String], xColor: Color?, xFilter: Filter?, context: OperationContext<Void>
        ) async throws -> String { "\(xWords) \(show(xColor)) \(show(xFilter))" }

        func readCookie(
            plain: [String]?, list: [Int]?, path: String?, filter: Filter?, context: OperationContext<Void>
        ) async throws -> String { "\(show(plain)) \(show(list)) \(show(path)) \(show(filter))" }

        func search(criteria: SearchCriteria, context: OperationContext<Void>) async throws -> String {
            show(criteria)
        }

        func select(filter: Filter?, context: OperationContext<Void>) async throws -> String { show(filter) }

        func evaluate(expression: String?, context: OperationContext<Void>) async throws -> String {
            show(expression)
        }
    }

    private let transport = RecordingTransport(Server())
    private var client: ParametersClient { ParametersClient(server: .default, transport: transport) }
    private var path: String? { transport.last?.head.path }

    private static let color = Color(r: 100, g: 200, b: 150)
    private static let filter = Filter(name: "12", ids: [1, 2], within: .init(from: 3, to: 4))

    @Test func pathParametersOfEveryStyleArrive() async throws {
        let answer = try await client.readPath(
            plain: ["a,b", "c/d"], label: 9, labels: Self.color, matrix: Self.color, matrices: [1, 2], reserved: "a:b/c"
        )
        #expect(answer == #"["a,b", "c/d"] 9 \#(Self.color) \#(Self.color) [1, 2] a:b/c"#)
        #expect(
            path == "/paths/a%2Cb,c%2Fd/.9/.R=100.G=200.B=150/;matrix=R,100,G,200,B,150/;matrices=1;matrices=2/a:b%2Fc")
    }

    @Test func queryParametersOfEveryStyleArrive() async throws {
        let answer = try await client.readQuery(
            words: ["a", "b"], pipes: [1, 2], flat: Self.color, deep: Self.filter, link: "http://a/?b=c", page: 2,
            filter: Self.filter, count: 3
        )
        #expect(
            answer
                == #"["a", "b"] [1, 2] \#(Self.color) \#(Self.filter) http://a/?b=c 2 \#(Self.filter) 3"#)
        let json =
            "%7B%22name%22%3A%2212%22%2C%22ids%22%3A%5B1%2C2%5D%2C%22within%22%3A%7B%22from%22%3A3%2C%22to%22%3A4%7D%7D"
        let query = [
            "words=a%20b", "pipes=1%7C2", "flat=R,100,G,200,B,150", "deep%5Bname%5D=12",
            "deep%5Bids%5D%5B0%5D=1", "deep%5Bids%5D%5B1%5D=2", "deep%5Bwithin%5D%5Bfrom%5D=3",
            "deep%5Bwithin%5D%5Bto%5D=4", "link=http://a/?b%3Dc", "page=2", "filter=\(json)", "count=3",
        ]
        #expect(path == "/query?" + query.joined(separator: "&"))
        #expect(try await client.readQuery() == "- - - - - 1 - -")
    }

    @Test func headersOfEveryStyleArrive() async throws {
        let answer = try await client.readHeader(xWords: ["a", "b"], xColor: Self.color, xFilter: Self.filter)
        #expect(answer == #"["a", "b"] \#(Self.color) \#(Self.filter)"#)
        let fields = try #require(transport.last?.head.headerFields)
        #expect(HTTPField.Name("X-Color").flatMap { fields[$0] } == "R=100,G=200,B=150")
        #expect(
            HTTPField.Name("X-Filter").flatMap { fields[$0] }
                == #"{"name":"12","ids":[1,2],"within":{"from":3,"to":4}}"#)
    }

    @Test func cookiesOfEveryStyleArrive() async throws {
        let answer = try await client.readCookie(
            plain: ["a", "b"], list: [1, 2], path: "/a;b", filter: Filter(ids: [1]))
        #expect(answer == #"["a", "b"] [1, 2] /a;b \#(Filter(ids: [1]))"#)
        let cookies = "plain=a; plain=b; list=1,2; path=/a%3Bb; filter={%22ids%22:[1]}"
        #expect(transport.last?.head.headerFields[.cookie] == cookies)
    }

    @Test func aWholeQueryArrives() async throws {
        let criteria = SearchCriteria(
            text: "a b&c", limit: 5, tags: ["x", "y"], color: Self.color, filter: Filter(name: "n")
        )
        #expect(try await client.search(criteria: criteria) == "\(criteria)")
        let query = [
            "text=a+b%26c", "limit=5", "tags=x,y", "color%5BR%5D=100", "color%5BG%5D=200", "color%5BB%5D=150",
            "filter=%7B%22name%22%3A%22n%22%7D",
        ]
        #expect(path == "/search?" + query.joined(separator: "&"))
        #expect(try await client.select(filter: Filter(ids: [])) == "\(Filter(ids: []))")
        #expect(path == "/select?%7B%22ids%22%3A%5B%5D%7D")
        #expect(try await client.select() == "-")
        #expect(try await client.evaluate(expression: "$.a[?@.b==1]") == "$.a[?@.b==1]")
        #expect(path == "/evaluate?%24.a%5B%3F%40.b%3D%3D1%5D")
    }

    /// Every parameter is validated against its schema, in whatever style or notation it is written.
    @Test(arguments: [
        ("/query?page=", 200, ""), ("/query?page", 200, ""), ("/query?count=0", 422, "count"),
        ("/query?count=", 422, "count"), ("/query?pipes=1%7Cx", 422, "pipes"), ("/query?filter=%7B", 422, "filter"),
        ("/query?filter=%7B%22name%22%3A%22%22%7D", 422, "filter"), ("/query?deep[name]=", 422, "deep"),
        ("/query?deep[ids][0]=x", 422, "ids"), ("/query?deep[within][from]=x", 422, "within"),
        ("/query?deep[within]=1", 422, "within"), ("/query?flat=R,1,G", 200, ""),
        ("/query?flat=R,1,G,2,B,256", 422, "B"),
        ("/search", 422, "criteria"), ("/search?limit=1", 422, "text"), ("/search?text=a&limit=0", 422, "limit"),
        ("/search?text=a&color[R]=x", 422, "color"), ("/search?text=a&filter=1", 422, "filter"),
        ("/search?text=a&filter=%7B", 422, "filter"), ("/search?text=a&tags=1,2", 200, "[\"1\", \"2\"]"),
        ("/search?text=12&unknown=x&&=&%zz", 200, "12"), ("/select?x", 422, "filter"), ("/select?null", 422, "filter"),
        ("/evaluate?aaaaaaaaaaaaaaaaaaaaa", 422, "expression"), ("/header", 422, "X-Words"),
        ("/paths/a/.10/.R=1.G=1.B=1/;matrix=R,1,G,1,B,1/;matrices=1/a", 422, "label"),
        ("/paths/a/1/.R=1.G=1.B=1/;matrix=R,1,G,1,B,1/;matrices=1/a", 422, "label"),
        ("/paths/a/.1/.R=1.G=1.B=1/matrix=R,1,G,1,B,1/;matrices/a", 422, "matrix"),
    ])
    func everyParameterIsValidatedWhateverItsStyle(path: String, status: Int, mention: String) async throws {
        let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: path)
        let response = try await APIRouter(Server()).respond(to: head)
        let body = String(decoding: response.bytes, as: UTF8.self)
        #expect(response.status.code == status, "\(body)")
        #expect(mention.isEmpty || body.contains(mention), "\(body)")
    }

    /// The work is bounded by the size of the input, whatever issues the schema reports.
    @Test(arguments: [
        HostileInput("many values", "/search?text=a" + String(repeating: "&limit=1", count: 50_000)),
        HostileInput("a long list", "/search?text=a&tags=" + String(repeating: ",", count: 100_000)),
        HostileInput("an issue each", "/query?" + (0..<20_000).map { "deep[ids][\($0)]=x" }.joined(separator: "&")),
        HostileInput("a number each", "/query?" + (0..<20_000).map { "deep[ids][\($0)]=1" }.joined(separator: "&")),
        HostileInput("a key each", "/query?" + (0..<20_000).map { "deep[k\($0)]=1" }.joined(separator: "&")),
        HostileInput("deep", "/query?deep" + String(repeating: "[a]", count: 30_000) + "=1"),
        HostileInput("deep JSON", "/query?filter=" + String(repeating: "%5B", count: 50_000)),
    ])
    func theWorkForAQueryIsBoundedByItsLength(path: HostileInput) async throws {
        let start = ContinuousClock.now
        let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: path.text)
        let response = try await APIRouter(Server()).respond(to: head)
        let isAnswered = [200, 422].contains(response.status.code) && response.bytes.count < 1 << 20
        let isInTime = ContinuousClock.now - start < .seconds(30)
        #expect(isAnswered)
        #expect(isInTime)
    }
}

private func show<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
