import HTTPTypes

/// Bodies. Each is read once, after its content type has been accepted.
extension ServerInput {
    /// A JSON body that its model validates. An optional body that is empty is `nil`.
    ///
    /// Any JSON media type is accepted (`application/json`, `application/merge-patch+json`), always in UTF-8, whatever its
    /// `charset`.
    ///
    /// `isEmbedded`: whether the model was made from the arguments of a function. In that case, a body that is not an object
    /// contains none of them.
    public mutating func json<Value: JSONDecodable & Validated>(
        _ type: Value.Type, required: Bool = true, contentType: String = "application/json", isEmbedded: Bool = false
    ) async -> Value? {
        let conventions = errors.conventions
        return await json(accepting: contentType, required: required, isEmbedded: isEmbedded) { document in
            Validator.validate(document.root, conventions: conventions) { $0.model(type) }
        }
    }

    /// A JSON body of any other type, validated by `check`.
    public mutating func json<Value: JSONDecodable>(
        _ type: Value.Type, required: Bool = true, contentType: String = "application/json", _ check: Check? = nil
    ) async -> Value? {
        let conventions = errors.conventions
        return await json(accepting: contentType, required: required, isEmbedded: false) { document in
            check.map { Validator.validate(document.root, conventions: conventions, $0) }
        }
    }

    /// A JSON body, validated by `check` or else by its type, if that is `Validated`.
    mutating func json<Value: JSONDecodable>(
        _ type: Value.Type, accepting contentType: String, required: Bool, _ check: Check?
    ) async -> Value? {
        let conventions = errors.conventions
        return await json(accepting: contentType, required: required, isEmbedded: false) { document in
            if let check { return Validator.validate(document.root, conventions: conventions, check) }
            return (type as? any Validated.Type).map { type in
                Validator.validate(document.root, conventions: conventions) { $0.model(type) }
            }
        }
    }

    private mutating func json<Value: JSONDecodable>(
        accepting contentType: String, required: Bool, isEmbedded: Bool, _ validate: (JSONDocument) -> ValidationIssues?
    ) async -> Value? {
        let body = await collect(.json(contentType), limit: limits.text, required: required && !isEmbedded)
        guard refusal == nil, var bytes = body?.bytes ?? (isEmbedded ? Array("{}".utf8) : nil) else { return nil }
        var document: JSONDocument
        do {
            document = try JSONDocument(bytes, laxStrings: errors.conventions?.laxStrings)
            if isEmbedded, document.root.kind != .object {
                bytes = Array("{}".utf8)
                document = try JSONDocument(bytes, laxStrings: errors.conventions?.laxStrings)
            }
        } catch {
            // In code points.
            let position = bytes.prefix(error.offset).count { $0 & 0xC0 != 0x80 }
            note(ValidationIssue(.malformedJSON(error), path: errors.placesSyntaxErrors ? [.index(position)] : []))
            return nil
        }
        let value = isEmbedded ? RequestValue.arguments(.json(document.root)) : .json(document.root)
        if let found = validate(document), !found.isEmpty {
            for issue in found { note(issue, of: value) }
            return nil
        }
        // For a type without a null of its own, `null` is the same as no body.
        if !required, document.root.isNull, !Value.acceptsNull { return nil }
        do { return try document.root.decode() } catch {
            note(ValidationIssue(undecodable: error), of: value)
            return nil
        }
    }

    /// A text body, decoded according to its charset: a `String`, or what the text represents, such as a number or a value of an
    /// enumeration. It is validated by `check` or else by its type, if that is `Validated`.
    public mutating func text<Value: JSONDecodable>(
        _ type: Value.Type, required: Bool = true, contentType: String = "text/plain", _ check: Check? = nil
    ) async -> Value? {
        guard let body = await collect(.text(contentType), limit: limits.text, required: required) else { return nil }
        guard let text = TextCoding.decode(body.bytes, charset: body.type?.charset) else {
            note(ValidationIssue(.format("text"), path: [], message: "is not text in its charset"))
            return nil
        }
        do { return try TextCoding.value(text, as: type, conventions: errors.conventions, check) } catch {
            for issue in error.issues { note(issue) }
            return nil
        }
    }

    /// A body of bytes, which the handler reads as they arrive. More bytes than ``BodyLimits/stream`` throw ``BodyTooLarge``.
    public mutating func stream(
        _ contentType: String = "application/octet-stream", required: Bool = true
    ) async -> HTTPBody? {
        guard request.headerFields.value(.contentType) != nil else {
            // Without a content type, there may be no body at all.
            _ = await collect(.data(contentType), limit: limits.stream, required: required)
            return nil
        }
        guard welcomes(.data(contentType), limit: limits.stream) else { return nil }
        var body = body
        if body.buffered == nil {
            body = body.failing { InputRejection(refusal: .unreadable($0), issues: []) }
        }
        body = body.limited(to: limits.stream)
        body.contentType = request.headerFields.value(.contentType)
        return body
    }

    /// A `multipart/form-data` body.
    public mutating func multipart<Form: MultipartModel>(_ type: Form.Type, required: Bool = true) async -> Form? {
        let accepted = BodyKind.data(BodyKind.multipart)
        let body = await collect(accepted, limit: limits.binary, required: required, isEmpty: \.isEmpty) {
            try await BodyContent(of: $0, upTo: $1)
        }
        guard let body else { return nil }
        do {
            let boundary = body.type?["boundary"] ?? ""
            var reader = try MultipartReader(body.content, boundary: boundary, encoding: Form.encoding)
            if let type = type as? any Validated.Type {
                try ParameterJSON(reader.content, shape: .object(.any), readsJSON: true).validate(type)
            }
            return try Form(form: &reader)
        } catch let problem as ParameterProblem {
            for issue in problem.issues { note(issue) }
        } catch let error as JSONError {
            note(ValidationIssue(undecodable: error))
        } catch {
            let message = (error as? MultipartSyntaxError)?.reason ?? "\(error)"
            note(ValidationIssue(.format("multipart/form-data"), path: [], message: message))
        }
        return nil
    }

    /// An `application/x-www-form-urlencoded` body as a model.
    public mutating func urlEncoded<Form: JSONDecodable>(
        _ type: Form.Type, required: Bool = true, encoding: [String: FormEncoding] = [:], _ check: Check? = nil
    ) async -> Form? {
        guard let body = await collect(.form, limit: limits.text, required: required) else { return nil }
        let text = FormCoding(encodings: encoding).decode(body.bytes)
        let form = ParameterJSON(text, shape: Form.jsonShape.asObject)
        do { return try form.value(type, check) } catch {
            for issue in error.issues { note(issue, of: error.text.map { .arguments(.text($0)) }) }
            return nil
        }
    }

    /// An XML body as a value.
    ///
    /// `item` is the name of each element of an array; the root element contains these elements.
    public mutating func xml<Value: JSONDecodable>(
        _ type: Value.Type, _ root: XMLName, item: XMLName? = nil, required: Bool = true,
        contentType: String = "application/xml", _ check: Check? = nil
    ) async -> Value? {
        guard let body = await collect(.xml(contentType), limit: limits.text, required: required) else { return nil }
        do {
            let text = try XMLCoding(root: root, item: item).decode(body.bytes, as: type)
            return try ParameterJSON(text, shape: type.jsonShape, isXML: true).value(type, check)
        } catch let problem as ParameterProblem {
            for issue in problem.issues { note(issue) }
        } catch {
            note(ValidationIssue(.format("xml"), path: [], message: (error as? XMLSyntaxError)?.reason ?? "\(error)"))
        }
        return nil
    }

    private mutating func note(_ issue: ValidationIssue, of value: RequestValue? = nil) {
        issues.append(LocatedIssue(issue, in: .body, of: value))
    }
}

// MARK: Collecting

/// What a body must be, according to its content type.
enum BodyKind: Sendable {
    case json(String)
    case xml(String)
    case text(String)
    case data(String)

    static let form = Self.data("application/x-www-form-urlencoded")
    static let multipart = "multipart/form-data"

    var mediaType: String {
        switch self {
        case .json(let type), .xml(let type), .text(let type), .data(let type): type
        }
    }

    func accepts(_ type: MediaType) -> Bool {
        switch self {
        // "Adding one really has no effect on compliant recipients." [RFC 8259, section 11, on the parameter charset]
        case .json: type.isJSON
        case .xml: type.isXML && ["utf-8", "utf8", "us-ascii", nil].contains(type.charset)
        case .text(let range): Self.matches(type, range) && TextCoding.isKnown(charset: type.charset)
        case .data(let range): Self.matches(type, range)
        }
    }

    private static func matches(_ type: MediaType, _ range: String) -> Bool {
        MediaType(range).map(type.matches) ?? false
    }
}

extension ServerInput {
    /// The body's bytes, or `nil` after recording why there are none: 415 takes precedence over 413, and 413 over 422.
    private mutating func collect(
        _ kind: BodyKind, limit: Int, required: Bool
    ) async -> (bytes: [UInt8], type: MediaType?)? {
        let found = await collect(kind, limit: limit, required: required, isEmpty: \.isEmpty) {
            try await $0.bytes(upTo: $1)
        }
        return found.map { ($0.content, $0.type) }
    }

    /// The same, with the content that `read` returns.
    private mutating func collect<Content>(
        _ kind: BodyKind, limit: Int, required: Bool, isEmpty: (Content) -> Bool,
        _ read: (HTTPBody, _ limit: Int) async throws -> Content
    ) async -> (content: Content, type: MediaType?)? {
        let field = request.headerFields.value(.contentType)
        // Without a content type, there may be no body at all: a single byte shows that there is one.
        let limit = field == nil ? 0 : limit
        guard welcomes(kind, limit: limit) else { return nil }
        let type = field == "application/json" ? MediaType.json : field.flatMap { MediaType($0) }
        do {
            let content = try await read(body, limit)
            if !isEmpty(content) || acceptsEmpty(kind, field) { return (content, type) }
            if required { note(ValidationIssue(.missing, path: []), of: .absent) }
        } catch is BodyTooLarge {
            refusal = field == nil ? .unsupportedMediaType(accepted: kind.mediaType) : .tooLarge
        } catch {
            refusal = .unreadable(error)
        }
        return nil
    }

    /// Whether the header fields announce a body that can be read; if not, the request is rejected with 415 or 413.
    private mutating func welcomes(_ kind: BodyKind, limit: Int) -> Bool {
        if refusal != nil { return false }
        let field = request.headerFields.value(.contentType)
        let type = field == "application/json" ? MediaType.json : field.flatMap { MediaType($0) }
        if let coding = request.headerFields.value(.contentEncoding), coding.lowercased() != "identity" {
            refusal = .unsupportedMediaType(accepted: kind.mediaType)
        } else if field != nil, type.map(kind.accepts) != true {
            refusal = .unsupportedMediaType(accepted: kind.mediaType)
        } else if let length = request.headerFields.value(.contentLength).flatMap({ Int($0) }), length > limit {
            refusal = field == nil ? .unsupportedMediaType(accepted: kind.mediaType) : .tooLarge
        }
        return refusal == nil
    }

    /// Empty content is valid as text or as a file, if the content type says that it is one.
    private func acceptsEmpty(_ kind: BodyKind, _ field: String?) -> Bool {
        switch kind {
        case .json, .xml: false
        case .text, .data: field != nil
        }
    }
}

extension MediaType {
    /// The content type of nearly every request, without parsing it.
    fileprivate static let json = MediaType(type: "application", subtype: "json")

    private init(type: String, subtype: String) {
        self.type = type
        self.subtype = subtype
    }
}
