import HTTPTypes
import Testing

@testable import ApusJSON
@testable import ApusRuntime

/// The target of a `Location`, and the parts of a URL that are shown.
@Suite struct RedirectTargetTests {
    @Test(arguments: [
        ("/new", "/new"), ("new", "/a/new"), ("../new", "/new"), ("./", "/a/"), ("?x=1", "/a/b?x=1"),
        ("new?x=/../1", "/a/new?x=/../1"),
        ("http://host:3000/new#end", "/new"), ("HTTP://HOST:3000/new", "/new"), ("//host:3000", "/"),
        ("http://host:3000?x=1", "/?x=1"), ("/é b?ü=%20", "/%C3%A9%20b?%C3%BC=%20"), ("/a:b", "/a:b"), ("new:1/x", nil),
        ("http://host/new", nil), ("http://host:3001/new", nil), ("https://host:3000/new", nil),
        ("http://host:3000.x/new", nil),
        ("//other/new", nil), ("http://user@host:3000/new", nil), ("http://host:3000@other/new", nil),
        ("mailto:a@b", nil),
        ("http:/new", nil), ("", nil), ("#end", nil), ("http://", nil),
    ])
    func aLocationIsResolvedAgainstTheRequest(location: String, path: String?) {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "host:3000", path: "/a/b?key=1")
        let target = Redirect.Target(location, from: head)
        #expect(target.flatMap { $0.isSameOrigin(as: head) ? $0.path : nil } == path)
    }

    /// The default port of a scheme.
    @Test(arguments: [
        ("http", "host", "http://host:80/", true), ("http", "host:80", "http://host/", true),
        ("https", "host", "https://host:443/", true), ("https", "host", "https://host:80/", false),
        ("https", "host", "http://host/", false), ("https", "host", "https://host:4433/", false),
    ])
    func theDefaultPortBelongsToTheOrigin(scheme: String, authority: String, location: String, isSame: Bool) {
        let head = HTTPRequest(method: .get, scheme: scheme, authority: authority, path: "/")
        #expect(Redirect.Target(location, from: head)?.isSameOrigin(as: head) == isSame)
    }

    @Test(arguments: [
        ("https://host/path", "https://host/path"), ("https://user:key@host/path?key=1#end", "https://host/path?..."),
        ("https://host/a@b", "https://host/a@b"), ("/path?key=1", "/path?..."), ("user:key@host", "host"), ("", ""),
        ("https://us@er:key@host?key=1", "https://host?..."), ("https://host#key", "https://host"),
    ])
    func credentialsAndQueriesAreRedacted(url: String, text: String) { #expect(RedactedURL.text(url) == text) }
}
