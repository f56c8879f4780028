import HTTPTypes

/// Finds the route of a path: a tree with one level for each segment, which works on the bytes of the path.
///
/// A literal segment takes precedence over one with text around its variables, and that over a single variable; if the preferred
/// one leads to no route, the next one is tried. Segments are compared percent-decoded, an encoded slash stays inside its segment,
/// a trailing slash makes a different path, and a variable never matches an empty segment, `.` or `..`.
struct RouteTable<Route: Sendable>: Sendable {
    /// The route and the positions of the path's variables, in the order of the template.
    struct Match {
        var route: Route
        var captures: [Range<Int>]
    }

    enum Result {
        case found(Match)
        /// The path exists, but only with other methods; this is the route of one of them.
        case wrongMethod(allowed: [HTTPRequest.Method], Route)
        case unknown
    }

    private struct Node: Sendable {
        /// Sorted by hash.
        var literals: [(hash: UInt64, text: [UInt8], child: Int)] = []
        /// Those with more literal text first.
        var patterns: [(pattern: SegmentPattern, child: Int)] = []
        var variable: Int?
        /// Those with more fixed items in their query first.
        var routes: [(method: HTTPRequest.Method, query: FixedQuery, route: Route)] = []
    }

    private var nodes = [Node()]
    /// Whether the query of a request can matter.
    private(set) var hasQueries = false

    /// A template may have a fixed query, `/responses?beta=true`, whose items a request must have.
    mutating func insert(_ route: Route, method: HTTPRequest.Method, template: String) {
        let (path, text) = template[...].halves(at: "?") ?? (template[...], "")
        let query = FixedQuery(text)
        if !query.items.isEmpty { hasQueries = true }
        var node = 0
        for segment in PathTemplate.segments(of: String(path)) {
            node = child(of: node, for: SegmentPattern(segment))
        }
        nodes[node].routes.removeAll { $0.method == method && $0.query == query }
        nodes[node].routes.append((method, query, route))
        nodes[node].routes.sort { $0.query.items.count > $1.query.items.count }
    }

    private mutating func child(of node: Int, for pattern: SegmentPattern) -> Int {
        let new = nodes.count
        if let text = pattern.literal {
            let hash = SegmentPattern.hash(text[...])
            if let known = nodes[node].literals.first(where: { $0.text == text }) { return known.child }
            nodes[node].literals.append((hash, text, new))
            nodes[node].literals.sort { $0.hash < $1.hash }
        } else if pattern.isVariable {
            if let known = nodes[node].variable { return known }
            nodes[node].variable = new
        } else {
            if let known = nodes[node].patterns.first(where: { $0.pattern == pattern }) { return known.child }
            nodes[node].patterns.append((pattern, new))
            nodes[node].patterns.sort { $0.pattern.literalCount > $1.pattern.literalCount }
        }
        nodes.append(Node())
        return new
    }

    /// `path` begins with a slash and has no query.
    func match(
        _ method: HTTPRequest.Method, path: UnsafeBufferPointer<UInt8>, query: Substring = ""
    ) -> Result {
        guard path.first == UInt8(ascii: "/") else { return .unknown }
        var search = Search(method: method, query: query)
        if let route = find(in: 0, path, from: 1, &search) {
            return .found(Match(route: route, captures: search.captures))
        }
        guard let known = search.known else { return .unknown }
        return .wrongMethod(allowed: search.allowed, known)
    }

    private struct Search {
        let method: HTTPRequest.Method
        let query: Substring
        var captures: [Range<Int>] = []
        var allowed: [HTTPRequest.Method] = []
        var known: Route?
    }

    private func find(
        in node: Int, _ path: UnsafeBufferPointer<UInt8>, from start: Int, _ search: inout Search
    ) -> Route? {
        guard start <= path.count else { return route(at: node, &search) }
        var end = start
        while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
        let segment = path[start..<end]
        if let literal = literal(in: nodes[node], segment),
            let route = find(in: literal, path, from: end + 1, &search)
        {
            return route
        }
        if segment.isEmpty || SegmentPattern.isDots(segment) { return nil }
        let count = search.captures.count
        for (pattern, child) in nodes[node].patterns where pattern.match(segment, into: &search.captures) {
            if let route = find(in: child, path, from: end + 1, &search) { return route }
            search.captures.removeLast(search.captures.count - count)
        }
        guard let child = nodes[node].variable else { return nil }
        search.captures.append(start..<end)
        if let route = find(in: child, path, from: end + 1, &search) { return route }
        search.captures.removeLast()
        return nil
    }

    private func route(at node: Int, _ search: inout Search) -> Route? {
        for (method, query, route) in nodes[node].routes
        where method == search.method && query.isContained(in: search.query) {
            return route
        }
        let others = nodes[node].routes.filter { $0.query.isContained(in: search.query) }
        search.known = search.known ?? others.first?.route
        search.allowed += others.map(\.method)
        return nil
    }

    private func literal(in node: Node, _ segment: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        if node.literals.isEmpty { return nil }
        let hash = SegmentPattern.hash(segment)
        var low = 0
        var high = node.literals.count
        while low < high {
            let middle = (low + high) / 2
            if node.literals[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        while low < node.literals.count, node.literals[low].hash == hash {
            if SegmentPattern.equals(segment, node.literals[low].text) { return node.literals[low].child }
            low += 1
        }
        return nil
    }
}
