public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The response of a server: a status, header fields and a body.
///
///     .json(201, note)
///     .text(400, "too early")
///     .noContent()
///
/// The status that is passed to these functions is a number from 100 to 599; any other number becomes 500.
public struct ServerResponse: Sendable {
    /// The response's status.
    public var status: HTTPResponse.Status
    /// The response's header fields, including `Content-Type`.
    public var headers: HTTPFields
    /// The body; empty if there is none. A stream is read while it is sent.
    public var body: HTTPBody
    /// The reason why the body could not be written, such as NaN: the router reports it and responds with 500.
    var failure: JSONError?

    /// Creates a response as given: if there is a body, `headers` must contain its `Content-Type`.
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

    /// The response that replaces one that cannot be written.
    static func unwritable(_ error: JSONError) -> Self {
        var response = Self(status: .internalServerError)
        response.failure = error
        return response
    }

    /// A JSON body. A value that JSON cannot represent (see ``JSONWriter``) results in a 500 response and is passed to
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

    /// An `application/x-www-form-urlencoded` body: the members of the value's JSON object, each with its encoding.
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
    /// `item` is the name of each element of an array; the root element contains these elements.
    public static func xml(
        _ status: Int, _ value: some JSONEncodable, _ root: XMLName, item: XMLName? = nil,
        contentType: String = "application/xml"
    ) -> Self {
        do { return Self(status, contentType, HTTPBody(try XMLCoding(root: root, item: item).encode(value))) } catch {
            return unwritable(error)
        }
    }

    /// A text body, in UTF-8: a `String`, or a value that text can represent, such as a number or a value of an enumeration.
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

    /// A body that is read while it is sent. If `contentType` is a range (`image/*`), the body specifies its media type.
    public static func stream(
        _ status: Int, _ body: HTTPBody, contentType: String = "application/octet-stream"
    ) -> Self {
        Self(status, body.mediaType(declared: contentType), body)
    }

    /// No body.
    public static func noContent(_ status: Int = 204) -> Self {
        Self(status: HTTPResponse.Status(code: valid(status)))
    }

    /// The response as it is sent: if its status does not allow a body (RFC 9110, section 6.4.1), without a body and without the
    /// fields that describe one. Code that writes the response to HEAD omits the body, but not the fields.
    var sendable: Self {
        if status.allowsBody { return self }
        var response = self
        response.body = HTTPBody()
        response.headers[.contentType] = nil
        response.headers[.contentLength] = nil
        return response
    }

    /// A failure's status can come from anywhere; one that is not valid in HTTP becomes a 500 instead of a crash.
    private static func valid(_ status: Int) -> Int { (100...599).contains(status) ? status : 500 }
}
