/// JSON that a closure writes, for answers that servers alone give: the linker keeps the conformance of a type that writes itself,
/// used or not.
struct WrittenJSON: JSONEncodable {
    private let body: (inout JSONWriter) -> Void

    init(_ body: @escaping (inout JSONWriter) -> Void) { self.body = body }

    func write(to writer: inout JSONWriter) { body(&writer) }
}
