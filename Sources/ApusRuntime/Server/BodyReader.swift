/// One of the kinds of content that a body may have: its media type, and how it is read.
///
///     let body = await input.body(PictureBody.self, [.json(PictureBody.json), .stream(PictureBody.png, contentType: "image/png")])
///     let body = await input.body(Pet.self, [.json(Pet.self), .urlEncoded(Pet.self)])
public struct BodyReader<Body: Sendable>: Sendable {
    /// A function that checks a value against its schema and reports violations.
    public typealias Check = @Sendable (inout Validator) -> Void

    let kind: BodyKind
    let read: @Sendable (inout ServerInput, _ required: Bool) async -> Body?

    private init(_ kind: BodyKind, _ read: @escaping @Sendable (inout ServerInput, Bool) async -> Body?) {
        self.kind = kind
        self.read = read
    }
}

// Cases of an enumeration.
extension BodyReader {
    /// A JSON body.
    public static func json<Value: JSONDecodable & SendableMetatype>(
        _ body: @escaping @Sendable (Value) -> Body, contentType: String = "application/json", _ check: Check? = nil
    ) -> Self {
        Self(.json(contentType)) { input, required in
            await input.json(Value.self, accepting: contentType, required: required, check).map(body)
        }
    }

    /// An `application/x-www-form-urlencoded` body.
    public static func urlEncoded<Value: JSONDecodable & SendableMetatype>(
        _ body: @escaping @Sendable (Value) -> Body, encoding: [String: FormEncoding] = [:], _ check: Check? = nil
    ) -> Self {
        Self(.form) { input, required in
            await input.urlEncoded(Value.self, required: required, encoding: encoding, check).map(body)
        }
    }

    /// An XML body.
    public static func xml<Value: JSONDecodable & SendableMetatype>(
        _ body: @escaping @Sendable (Value) -> Body, _ root: XMLName, item: XMLName? = nil,
        contentType: String = "application/xml", _ check: Check? = nil
    ) -> Self {
        Self(.xml(contentType)) { input, required in
            await input.xml(Value.self, root, item: item, required: required, contentType: contentType, check).map(body)
        }
    }

    /// A `multipart/form-data` body.
    public static func multipart<Form: MultipartModel & SendableMetatype>(
        _ body: @escaping @Sendable (Form) -> Body
    ) -> Self {
        Self(.data(BodyKind.multipart)) { input, required in
            await input.multipart(Form.self, required: required).map(body)
        }
    }

    /// A text body.
    public static func text<Value: JSONDecodable & SendableMetatype>(
        _ body: @escaping @Sendable (Value) -> Body, contentType: String = "text/plain", _ check: Check? = nil
    ) -> Self {
        Self(.text(contentType)) { input, required in
            await input.text(Value.self, required: required, contentType: contentType, check).map(body)
        }
    }

    /// A body of bytes, which the handler reads as they arrive. `contentType` may be a range (`image/*`).
    public static func stream(_ body: @escaping @Sendable (HTTPBody) -> Body, contentType: String) -> Self {
        Self(.data(contentType)) { input, required in await input.stream(contentType, required: required).map(body) }
    }

    /// An event stream whose data is a JSON value or text.
    public static func events<Payload: JSONCodable & Sendable & SendableMetatype>(
        _ body: @escaping @Sendable (ItemStream<ServerSentEvent<Payload>>) -> Body,
        contentType: String = "text/event-stream", _ check: Check? = nil
    ) -> Self {
        Self(.data(contentType)) { input, required in
            await input.events(
                ServerSentEvent<Payload>.self, required: required, contentType: contentType, check
            ).map(body)
        }
    }

    /// An event stream whose items contain the fields of an event.
    public static func eventObjects<Item: JSONCodable & Sendable & SendableMetatype>(
        _ body: @escaping @Sendable (ItemStream<Item>) -> Body, contentType: String = "text/event-stream",
        _ check: Check? = nil
    ) -> Self {
        Self(.data(contentType)) { input, required in
            await input.eventObjects(Item.self, required: required, contentType: contentType, check).map(body)
        }
    }

    /// JSON values, one per line.
    public static func jsonLines<Item: JSONCodable & Sendable & SendableMetatype>(
        _ body: @escaping @Sendable (ItemStream<Item>) -> Body, contentType: String = "application/jsonl",
        _ check: Check? = nil
    ) -> Self {
        Self(.data(contentType)) { input, required in
            await input.jsonLines(Item.self, required: required, contentType: contentType, check).map(body)
        }
    }

    /// JSON values, each preceded by a record separator (RFC 7464).
    public static func jsonSequence<Item: JSONCodable & Sendable & SendableMetatype>(
        _ body: @escaping @Sendable (ItemStream<Item>) -> Body, contentType: String = "application/json-seq",
        _ check: Check? = nil
    ) -> Self {
        Self(.data(contentType)) { input, required in
            await input.jsonSequence(Item.self, required: required, contentType: contentType, check).map(body)
        }
    }
}

// A value that is the same for every kind of content.
extension BodyReader where Body: JSONDecodable & SendableMetatype {
    /// A JSON body.
    public static func json(
        _ type: Body.Type, contentType: String = "application/json", _ check: Check? = nil
    ) -> Self { json({ $0 }, contentType: contentType, check) }

    /// An `application/x-www-form-urlencoded` body.
    public static func urlEncoded(
        _ type: Body.Type, encoding: [String: FormEncoding] = [:], _ check: Check? = nil
    ) -> Self { urlEncoded({ $0 }, encoding: encoding, check) }

    /// An XML body.
    public static func xml(
        _ type: Body.Type, _ root: XMLName, item: XMLName? = nil, contentType: String = "application/xml",
        _ check: Check? = nil
    ) -> Self { xml({ $0 }, root, item: item, contentType: contentType, check) }
}

extension ServerInput {
    /// A body that may have several kinds of content: the content type selects one.
    public mutating func body<Body>(
        _ type: Body.Type, _ readers: [BodyReader<Body>], required: Bool = true
    ) async -> Body? {
        let contentType = request.headerFields.value(.contentType).flatMap { MediaType($0) }
        let reader = contentType.flatMap { contentType in
            // The reader that names the type takes precedence over those that also accept it.
            readers.first {
                MediaType($0.kind.mediaType).map(contentType.matches) == true && $0.kind.accepts(contentType)
            }
                ?? readers.first { $0.kind.accepts(contentType) }
        }
        // If there is no content type, or no reader accepts it, the first reader finds out whether there is a body at all.
        guard let body = await (reader ?? readers.first)?.read(&self, required) else {
            if case .unsupportedMediaType = refusal {
                refusal = .unsupportedMediaType(accepted: readers.map(\.kind.mediaType).joined(separator: ", "))
            }
            return nil
        }
        return body
    }
}
