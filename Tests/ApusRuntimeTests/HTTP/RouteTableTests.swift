import HTTPTypes
import Testing

@testable import ApusJSON
@testable import ApusRuntime

@Suite struct RouteTableTests {
    static let templates = [
        "GET /", "GET /users", "GET /users/me", "GET /users/{id}", "PATCH /users/{id}", "GET /users/{id}/posts",
        "GET /users/me/friends", "GET /users/", "GET /files/{name}.json", "GET /files/{name}", "GET /{a}-{b}/x",
        "GET /{any}/y", "GET /v1/{id}:cancel", "GET /range/{from}..{to}", "GET /été/{x}",
    ]

    static let table: RouteTable<String> = {
        var table = RouteTable<String>()
        for line in templates {
            let (method, template) = line[...].halves(at: " ") ?? ("", "")
            table.insert(line, method: .init(rawValue: String(method)) ?? .get, template: String(template))
        }
        return table
    }()

    static func match(_ method: HTTPRequest.Method, _ path: String) -> RouteTable<String>.Result {
        var path = path
        return path.withUTF8 { table.match(method, path: $0) }
    }

    @Test(arguments: [
        ("/", "GET /", []),
        ("/users", "GET /users", []),
        ("/users/", "GET /users/", []),
        ("/users/me", "GET /users/me", []),
        ("/%75sers/%6de", "GET /users/me", []),
        ("/users/42", "GET /users/{id}", ["42"]),
        ("/users/a%2Fb", "GET /users/{id}", ["a%2Fb"]),
        ("/users/me/posts", "GET /users/{id}/posts", ["me"]),
        ("/users/me/friends", "GET /users/me/friends", []),
        ("/users/...", "GET /users/{id}", ["..."]),
        ("/files/a.json", "GET /files/{name}.json", ["a"]),
        ("/files/a%2Ejson", "GET /files/{name}.json", ["a"]),
        ("/files/a.json.json", "GET /files/{name}.json", ["a.json"]),
        ("/files/.json", "GET /files/{name}", [".json"]),
        ("/files/a.xml", "GET /files/{name}", ["a.xml"]),
        ("/b-c/x", "GET /{a}-{b}/x", ["b", "c"]),
        ("/b-c-d/x", "GET /{a}-{b}/x", ["b", "c-d"]),
        ("/b-c/y", "GET /{any}/y", ["b-c"]),
        ("/v1/7:cancel", "GET /v1/{id}:cancel", ["7"]),
        ("/v1/7%3Acancel", "GET /v1/{id}:cancel", ["7"]),
        ("/range/1..2", "GET /range/{from}..{to}", ["1", "2"]),
        ("/%C3%A9t%C3%A9/1", "GET /été/{x}", ["1"]),
    ])
    func aPathFindsItsRouteAndCaptures(path: String, route: String, captures: [String]) throws {
        guard case .found(let match) = Self.match(.get, path) else {
            Issue.record("\(path) is not found")
            return
        }
        let bytes = Array(path.utf8)
        #expect(match.route == route)
        #expect(match.captures.map { String(decoding: bytes[$0], as: UTF8.self) } == captures)
    }

    @Test(arguments: [
        "/nothing", "/users/42/", "/users//posts", "/users/.", "/users/..", "/users/%2e%2E", "/users/42/posts/1",
        "users",
        "", "*", "/a-/x", "/v1/:cancel",
    ])
    func aPathOfNoRouteIsNotFound(path: String) {
        guard case .unknown = Self.match(.get, path) else {
            Issue.record("\(path) is found")
            return
        }
    }

    @Test func anotherTemplateMayHaveTheMethod() {
        guard case .found(let match) = Self.match(.patch, "/users/me") else {
            Issue.record("PATCH /users/me is not found")
            return
        }
        #expect(match.route == "PATCH /users/{id}")
    }

    @Test func namesTheMethodsOfAKnownPath() {
        guard case .wrongMethod(let allowed, _) = Self.match(.post, "/users/42") else {
            Issue.record("POST /users/42 is not refused for its method")
            return
        }
        #expect(Set(allowed) == [.get, .patch])
    }

    @Test func manyLiteralsAreTold() {
        var table = RouteTable<Int>()
        for index in 0..<1_000 { table.insert(index, method: .get, template: "/a\(index)/{x}/b\(index)") }
        for index in 0..<1_000 {
            var path = "/a\(index)/x/b\(index)"
            guard case .found(let match) = path.withUTF8({ table.match(.get, path: $0) }) else {
                Issue.record("\(path) is not found")
                return
            }
            #expect(match.route == index)
        }
    }
}
