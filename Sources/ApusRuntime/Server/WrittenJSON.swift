/// JSON that a closure writes, for answers that servers alone give: a type that writes itself would be linked into clients too,
/// as all conformances are.
struct WrittenJSON: JSONEncodable {
    private let body: (inout JSONWriter) -> Void

    init(_ body: @escaping (inout JSONWriter) -> Void) { self.body = body }

    func write(to writer: inout JSONWriter) { body(&writer) }
}
