public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a server answers: a status, header fields and a body.
///
///     .json(201, note)
///     .text(400, "too early")
///     .noContent()
///
/// A status that these are given is a number from 100 to 599; any other becomes 500.
public struct ServerResponse: Sendable {
    /// The answer's status.
    public var status: HTTPResponse.Status
    /// The answer's header fields, `Content-Type` among them.
    public var headers: HTTPFields
    /// The body; empty for none. One that is a stream is read while it is sent.
    public var body: HTTPBody
    /// Why the body could not be written, such as a number that is not one: the router reports it and answers 500.
    var failure: JSONError?

    /// An answer as it stands: a body needs its `Content-Type` among `headers`.
    public init(status: HTTPResponse.Status, headers: HTTPFields = HTTPFields(), body: HTTPBody = HTTPBody()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    private init(_ status: Int, _ contentType: String, _ body: HTTPBody) {
        var headers = HTTPFields()
        headers.append(HTTPField(name: .contentType, value: contentType))
        self.init(status: HTTPResponse.Status(code: Self.valid(status)), headers: headers, body: body)
    }

    /// The answer that stands for one that cannot be written.
    static func unwritable(_ error: JSONError) -> Self {
        var response = Self(status: .internalServerError)
        response.failure = error
        return response
    }

    /// A JSON body. A value without a JSON form (see ``JSONWriter``) is answered with 500 and goes to
    /// ``APIRouter/onError``.
    public static func json(
        _ status: Int, _ value: some JSONEncodable, contentType: String = "application/json"
    ) -> Self {
        do {
            return Self(status, contentType, HTTPBody(try value.jsonBytes()))
        } catch {
            return unwritable(error)
        }
    }

    /// 200 with a JSON body.
    public static func json(_ value: some JSONEncodable, contentType: String = "application/json") -> Self {
        json(200, value, contentType: contentType)
    }

    /// An `application/x-www-form-urlencoded` body: the members of the value's JSON object, each by its encoding.
    public static func urlEncoded(
        _ status: Int, _ value: some JSONEncodable, encoding: [String: FormEncoding] = [:]
    ) -> Self {
        let contentType = "application/x-www-form-urlencoded"
        do {
            return Self(status, contentType, HTTPBody(try FormCoding(encodings: encoding).encode(value)))
        } catch {
            return unwritable(error)
        }
    }

    /// A `multipart/form-data` body. Large files are read while it is sent.
    public static func multipart<Form: MultipartModel>(_ status: Int, _ form: Form) -> Self {
        var writer = MultipartWriter(encoding: Form.encoding)
        form.write(to: &writer)
        if let failure = writer.failure { return unwritable(failure) }
        return Self(status, "multipart/form-data; boundary=\(writer.boundary)", writer.finish())
    }

    /// An XML body.
    ///
    /// `item` is the name of each element of an array, which the root element holds.
    public static func xml(
        _ status: Int, _ value: some JSONEncodable, _ root: XMLName, item: XMLName? = nil,
        contentType: String = "application/xml"
    ) -> Self {
        do { return Self(status, contentType, HTTPBody(try XMLCoding(root: root, item: item).encode(value))) } catch {
            return unwritable(error)
        }
    }

    /// A text body, in UTF-8: a `String`, or what a text stands for, such as a number or a value of an enumeration.
    public static func text(
        _ status: Int, _ value: some JSONEncodable, contentType: String = "text/plain; charset=utf-8"
    ) -> Self {
        do { return Self(status, contentType, HTTPBody(try TextCoding.text(of: value) ?? "")) } catch {
            return unwritable(error)
        }
    }

    /// A body of bytes.
    public static func data(
        _ status: Int, _ data: Data, contentType: String = "application/octet-stream"
    ) -> Self {
        Self(status, contentType, HTTPBody(data))
    }

    /// A body that is read while it is sent. Where `contentType` is a range (`image/*`), the body says which media type it
    /// is.
    public static func stream(
        _ status: Int, _ body: HTTPBody, contentType: String = "application/octet-stream"
    ) -> Self {
        Self(status, body.mediaType(declared: contentType), body)
    }

    /// No body.
    public static func noContent(_ status: Int = 204) -> Self {
        Self(status: HTTPResponse.Status(code: valid(status)))
    }

    /// The response as it goes out: a status that has no body (RFC 9110, section 6.4.1) goes without, and without the fields that
    /// describe one. Who writes the answer to HEAD leaves its body out, but not the fields.
    var sendable: Self {
        if status.allowsBody { return self }
        var response = self
        response.body = HTTPBody()
        response.headers[.contentType] = nil
        response.headers[.contentLength] = nil
        return response
    }

    /// A failure's status can come from anywhere; one that HTTP cannot write is a 500 instead of a crash.
    private static func valid(_ status: Int) -> Int { (100...599).contains(status) ? status : 500 }
}
