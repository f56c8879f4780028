/// A generated `multipart/form-data` body.
public protocol MultipartModel: Sendable {
    init(form: inout MultipartReader) throws(JSONError)

    func write(to form: inout MultipartWriter)
}
