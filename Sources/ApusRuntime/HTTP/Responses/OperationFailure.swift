#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The documented failures of an operation: a generated enum with a case for each status, which carries its body.
///
/// A client throws it inside ``ClientError/documented(_:_:)``; a handler throws it as it is, and the server answers with
/// its ``response``.
public protocol OperationFailure: Error, Sendable {
    /// How each failure is recognised and read, in order; the first one whose status matches is used.
    static var responses: [FailureResponse<Self>] { get }

    /// How the server answers with this failure.
    var response: ServerResponse { get }
}

/// The failure of operations that document none.
extension Never: OperationFailure {
    public static var responses: [FailureResponse<Never>] { [] }

    public var response: ServerResponse {
        switch self {}
    }
}

/// One entry of ``OperationFailure/responses``: its statuses, and how a case is created from the body.
///
///     [.json(422, Self.unprocessableContent), .json(range: 100..<600, Self.other)]
///
/// A case for a range of statuses carries the status in addition to the body.
public struct FailureResponse<Failure: Error & Sendable>: Sendable {
    typealias Reader = @Sendable (ResponseContent) throws(ResponseDecodingError) -> Failure

    let statuses: Range<Int>
    let read: Reader
    /// The required content type, if the status has several kinds of responses.
    private var mediaType: String?

    private init(_ statuses: Range<Int>, _ read: @escaping Reader) {
        self.statuses = statuses
        self.read = read
    }

    private init(_ status: Int, _ read: @escaping Reader) { self.init(status..<status + 1, read) }

    /// The same, but only for responses of a media type.
    public func matching(_ mediaType: String) -> Self {
        var response = self
        response.mediaType = mediaType
        return response
    }

    /// Whether the document declares a redirect with this status: individually or as `3XX`, not as `default`.
    func declaresRedirect(_ status: Int) -> Bool {
        statuses.contains(status) && statuses.lowerBound >= 300 && statuses.upperBound <= 400
    }

    func matches(_ content: ResponseContent) -> Bool {
        statuses.contains(content.status) && (mediaType.map(content.has) ?? true)
    }

    /// A JSON body.
    public static func json<Body: JSONDecodable & SendableMetatype>(
        _ status: Int, _ failure: @escaping @Sendable (Body) -> Failure
    ) -> Self {
        Self(status) { (content) throws(ResponseDecodingError) in failure(try content.json()) }
    }

    /// A JSON body, for a range of statuses.
    public static func json<Body: JSONDecodable & SendableMetatype>(
        range: Range<Int>, _ failure: @escaping @Sendable (Int, Body) -> Failure
    ) -> Self {
        Self(range) { (content) throws(ResponseDecodingError) in failure(content.status, try content.json()) }
    }

    /// An `application/x-www-form-urlencoded` body.
    public static func urlEncoded<Body: JSONDecodable & SendableMetatype>(
        _ status: Int, _ failure: @escaping @Sendable (Body) -> Failure, encoding: [String: FormEncoding] = [:]
    ) -> Self {
        Self(status) { (content) throws(ResponseDecodingError) in failure(try content.urlEncoded(encoding: encoding)) }
    }

    /// An `application/x-www-form-urlencoded` body, for a range of statuses.
    public static func urlEncoded<Body: JSONDecodable & SendableMetatype>(
        range: Range<Int>, _ failure: @escaping @Sendable (Int, Body) -> Failure, encoding: [String: FormEncoding] = [:]
    ) -> Self {
        Self(range) { (content) throws(ResponseDecodingError) in
            failure(content.status, try content.urlEncoded(encoding: encoding))
        }
    }

    /// An XML body.
    public static func xml<Body: JSONDecodable & SendableMetatype>(
        _ status: Int, _ failure: @escaping @Sendable (Body) -> Failure, _ root: XMLName, item: XMLName? = nil
    ) -> Self {
        Self(status) { (content) throws(ResponseDecodingError) in failure(try content.xml(root, item: item)) }
    }

    /// An XML body, for a range of statuses.
    public static func xml<Body: JSONDecodable & SendableMetatype>(
        range: Range<Int>, _ failure: @escaping @Sendable (Int, Body) -> Failure, _ root: XMLName, item: XMLName? = nil
    ) -> Self {
        Self(range) { (content) throws(ResponseDecodingError) in
            failure(content.status, try content.xml(root, item: item))
        }
    }

    /// A JSON or text body, if the document leaves the media type open.
    public static func jsonOrText<Body: JSONDecodable & SendableMetatype>(
        _ status: Int, _ failure: @escaping @Sendable (Body) -> Failure
    ) -> Self {
        Self(status) { (content) throws(ResponseDecodingError) in failure(try content.jsonOrText()) }
    }

    /// A JSON or text body, for a range of statuses.
    public static func jsonOrText<Body: JSONDecodable & SendableMetatype>(
        range: Range<Int>, _ failure: @escaping @Sendable (Int, Body) -> Failure
    ) -> Self {
        Self(range) { (content) throws(ResponseDecodingError) in failure(content.status, try content.jsonOrText()) }
    }

    /// A text body.
    public static func text<Body: JSONDecodable & SendableMetatype>(
        _ status: Int, _ failure: @escaping @Sendable (Body) -> Failure, _ check: ResponseContent.Check? = nil
    ) -> Self {
        Self(status) { (content) throws(ResponseDecodingError) in failure(try content.text(check)) }
    }

    /// A text body, for a range of statuses.
    public static func text<Body: JSONDecodable & SendableMetatype>(
        range: Range<Int>, _ failure: @escaping @Sendable (Int, Body) -> Failure, _ check: ResponseContent.Check? = nil
    ) -> Self {
        Self(range) { (content) throws(ResponseDecodingError) in failure(content.status, try content.text(check)) }
    }

    /// A body of bytes.
    public static func data(_ status: Int, _ failure: @escaping @Sendable (Data) -> Failure) -> Self {
        Self(status) { content in failure(content.data()) }
    }

    /// A body of bytes, for a range of statuses.
    public static func data(range: Range<Int>, _ failure: @escaping @Sendable (Int, Data) -> Failure) -> Self {
        Self(range) { content in failure(content.status, content.data()) }
    }

    /// A body with declared header fields.
    public static func value<Value: ResponseValue & SendableMetatype>(
        _ status: Int, _ failure: @escaping @Sendable (Value) -> Failure
    ) -> Self {
        Self(status) { (content) throws(ResponseDecodingError) in failure(try Value(from: content)) }
    }

    /// A body with declared header fields, for a range of statuses.
    public static func value<Value: ResponseValue & SendableMetatype>(
        range: Range<Int>, _ failure: @escaping @Sendable (Int, Value) -> Failure
    ) -> Self {
        Self(range) { (content) throws(ResponseDecodingError) in failure(content.status, try Value(from: content)) }
    }

    /// No body; any bytes are ignored.
    public static func noContent(_ status: Int, _ failure: Failure) -> Self {
        Self(status) { _ in failure }
    }

    /// No body, for a range of statuses.
    public static func noContent(range: Range<Int>, _ failure: @escaping @Sendable (Int) -> Failure) -> Self {
        Self(range) { content in failure(content.status) }
    }
}
