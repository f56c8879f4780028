/// JSON that a closure writes, for answers that only servers give: the linker keeps the conformance of a type that writes itself,
/// even if it is unused.
struct WrittenJSON: JSONEncodable {
    private let body: (inout JSONWriter) -> Void

    init(_ body: @escaping (inout JSONWriter) -> Void) { self.body = body }

    func write(to writer: inout JSONWriter) { body(&writer) }
}
