import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Bodies. Each is read once, after its content type was found to be right.
extension ServerInput {
    /// A JSON body that its model validates. An optional one that is empty is `nil`.
    ///
    /// Any JSON media type is taken (`application/json`, `application/merge-patch+json`), in UTF-8.
    ///
    /// `isEmbedded`: whether FastAPI made the model of the arguments of a function. What is no object has none of them then.
    public mutating func json<Value: JSONDecodable & Validated>(
        _ type: Value.Type, required: Bool = true, contentType: String = "application/json", isEmbedded: Bool = false
    ) async -> Value? {
        let errors = errors
        return await json(accepting: contentType, required: required, isEmbedded: isEmbedded) { document in
            Validator.validate(document.root, errors: errors) { $0.model(type) }
        }
    }

    /// A JSON body of any other type, validated by `check`.
    public mutating func json<Value: JSONDecodable>(
        _ type: Value.Type, required: Bool = true, contentType: String = "application/json", _ check: Check? = nil
    ) async -> Value? {
        let errors = errors
        return await json(accepting: contentType, required: required, isEmbedded: false) { document in
            check.map { Validator.validate(document.root, errors: errors, $0) }
        }
    }

    private mutating func json<Value: JSONDecodable>(
        accepting contentType: String, required: Bool, isEmbedded: Bool, _ validate: (JSONDocument) -> ValidationIssues?
    ) async -> Value? {
        let body = await collect(.json(contentType), limit: limits.text, required: required && !isEmbedded)
        guard refusal == nil, var bytes = body?.bytes ?? (isEmbedded ? Array("{}".utf8) : nil) else { return nil }
        var document: JSONDocument
        do {
            document = try JSONDocument(bytes)
            if isEmbedded, document.root.kind != .object {
                bytes = Array("{}".utf8)
                document = try JSONDocument(bytes)
            }
        } catch {
            // Python counts code points.
            let position = bytes.prefix(error.offset).count { $0 & 0xC0 != 0x80 }
            note(ValidationIssue(.malformedJSON(error), path: errors == .httpValidationError ? [.index(position)] : []))
            return nil
        }
        if let found = validate(document), !found.isEmpty {
            for issue in found { note(issue) }
            return nil
        }
        // Where the schema allows `null` as well, it is the same as no body.
        if !required, document.root.isNull { return nil }
        do { return try document.root.decode() } catch {
            note(ValidationIssue(undecodable: error))
            return nil
        }
    }

    /// A text body, by its charset.
    public mutating func text(_ contentType: String = "text/plain", required: Bool = true) async -> String? {
        guard let body = await collect(.text(contentType), limit: limits.text, required: required) else { return nil }
        guard let text = TextCoding.decode(body.bytes, charset: body.type?.charset) else {
            note(ValidationIssue(.format("text"), path: [], message: "is no text in its charset"))
            return nil
        }
        return text
    }

    /// A body of bytes.
    public mutating func data(_ contentType: String = "application/octet-stream", required: Bool = true) async -> Data?
    {
        await collect(.data(contentType), limit: limits.binary, required: required).map { Data($0.bytes) }
    }

    /// A `multipart/form-data` body.
    public mutating func multipart<Form: MultipartModel>(_ type: Form.Type, required: Bool = true) async -> Form? {
        let accepted = BodyKind.data("multipart/form-data")
        guard let body = await collect(accepted, limit: limits.binary, required: required) else { return nil }
        do {
            var reader = try MultipartReader(body.bytes, boundary: body.type?["boundary"] ?? "")
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
        let accepted = BodyKind.data("application/x-www-form-urlencoded")
        guard let body = await collect(accepted, limit: limits.text, required: required) else { return nil }
        let text = FormCoding(encodings: encoding).decode(body.bytes)
        let form = ParameterJSON(text, shape: Form.jsonShape.asObject)
        do { return try form.value(type, check) } catch {
            for issue in error.issues { note(issue) }
            return nil
        }
    }

    private mutating func note(_ issue: ValidationIssue) { issues.append(LocatedIssue(issue, in: .body)) }
}

// MARK: Collecting

/// What a body has to be by its content type.
enum BodyKind: Sendable {
    case json(String)
    case text(String)
    case data(String)

    var mediaType: String {
        switch self {
        case .json(let type), .text(let type), .data(let type): type
        }
    }

    func accepts(_ type: MediaType) -> Bool {
        switch self {
        case .json: type.isJSON && (type.charset == nil || type.charset == "utf-8" || type.charset == "utf8")
        case .text(let range): Self.matches(type, range) && TextCoding.isKnown(charset: type.charset)
        case .data(let range): Self.matches(type, range)
        }
    }

    private static func matches(_ type: MediaType, _ range: String) -> Bool {
        MediaType(range).map(type.matches) ?? false
    }
}

extension ServerInput {
    /// The body's bytes, or `nil` after noting why there are none: 415 before 413 before 422.
    private mutating func collect(
        _ kind: BodyKind, limit: Int, required: Bool
    ) async -> (bytes: [UInt8], type: MediaType?)? {
        if refusal != nil { return nil }
        let field = request.headerFields.value(.contentType)
        let type = field == "application/json" ? MediaType.json : field.flatMap { MediaType($0) }
        if let coding = request.headerFields.value(.contentEncoding), coding.lowercased() != "identity" {
            refusal = .unsupportedMediaType(accepted: kind.mediaType)
            return nil
        }
        if field != nil, type.map(kind.accepts) != true {
            refusal = .unsupportedMediaType(accepted: kind.mediaType)
            return nil
        }
        // Without a content type there may well be no body at all: one byte tells.
        let limit = field == nil ? 0 : limit
        if let length = request.headerFields.value(.contentLength).flatMap({ Int($0) }), length > limit {
            refusal = field == nil ? .unsupportedMediaType(accepted: kind.mediaType) : .tooLarge
            return nil
        }
        do {
            let bytes = try await body.collect(upTo: limit)
            if !bytes.isEmpty || acceptsEmpty(kind, field) { return (bytes, type) }
            if required { note(ValidationIssue(.missing, path: [])) }
        } catch is BodyTooLarge {
            refusal = field == nil ? .unsupportedMediaType(accepted: kind.mediaType) : .tooLarge
        } catch {
            refusal = .unreadable(error)
        }
        return nil
    }

    /// Nothing is a text and a file too, when it is said to be one.
    private func acceptsEmpty(_ kind: BodyKind, _ field: String?) -> Bool {
        switch kind {
        case .json: false
        case .text, .data: field != nil
        }
    }
}

extension MediaType {
    /// What nearly every request says, without reading it.
    fileprivate static let json = MediaType(type: "application", subtype: "json")

    private init(type: String, subtype: String) {
        self.type = type
        self.subtype = subtype
    }
}
