import HTTPTypes

/// Bodies; `nil` means no body.
extension ClientRequest {
    /// A JSON body. A value without a JSON form (see ``JSONWriter``) is refused.
    public mutating func json<Value: JSONEncodable>(
        _ value: Value, contentType: String = "application/json", _ check: Check? = nil
    ) {
        do {
            let json = try value.jsonBytes()
            demand(check, of: value, json: json)
            setBody(json, contentType)
        } catch {
            refuse("The body cannot be written: \(error)")
        }
    }

    /// A JSON body, or none.
    public mutating func json<Value: JSONEncodable>(
        _ value: Value?, contentType: String = "application/json", _ check: Check? = nil
    ) {
        if let value { json(value, contentType: contentType, check) }
    }

    /// A JSON body that is always sent: `nil` is written as `null`.
    public mutating func json<Value: JSONEncodable>(
        orNull value: Value?, contentType: String = "application/json", _ check: Check? = nil
    ) {
        let body = value.map { Nullable.value($0) } ?? .null
        json(body, contentType: contentType, check ?? Self.check(ofNullable: Value.self))
    }

    /// A text body, in UTF-8: a `String`, or a value that text can represent, such as a number or a value of an enumeration.
    public mutating func text<Value: JSONEncodable>(
        _ value: Value?, contentType: String = "text/plain; charset=utf-8", _ check: Check? = nil
    ) {
        guard let value else { return }
        demand(check, of: value)
        do {
            if let text = try TextCoding.text(of: value) { setBody(Array(text.utf8), contentType) }
        } catch {
            refuse("The body cannot be written as text: \(error)")
        }
    }

    /// A body of bytes. If `contentType` is a range (`image/*`), the body specifies its media type.
    public mutating func stream(_ body: HTTPBody?, contentType: String = "application/octet-stream") {
        guard let body else { return }
        setHeader("Content-Type", body.mediaType(declared: contentType))
        self.body = body
    }

    /// A `multipart/form-data` body.
    public mutating func multipart<Form: MultipartModel>(_ form: Form?) {
        guard let form else { return }
        var writer = MultipartWriter(encoding: Form.encoding)
        form.write(to: &writer)
        if let failure = writer.failure { return refuse("The form cannot be written: \(failure)") }
        multipartType = Form.self as? any (MultipartModel & Validated).Type
        let body = writer.finish()
        if body.buffered == nil { multipartOutline = writer.outline }
        self.body = body
        headers[.contentType] = "multipart/form-data; boundary=\(writer.boundary)"
    }

    /// An `application/x-www-form-urlencoded` body: the members of the value's JSON object, each with its encoding.
    ///
    /// `required` contains the names of the required lists. An empty one would be the same as none and is refused.
    public mutating func urlEncoded<Form: JSONEncodable>(
        _ form: Form?, encoding: [String: FormEncoding] = [:], required: [String] = [], _ check: Check? = nil
    ) {
        guard let form else { return }
        demand(check, of: form)
        do {
            setBody(
                Array(try FormCoding(encodings: encoding, required: required).encode(form).utf8),
                "application/x-www-form-urlencoded")
        } catch {
            refuse("The form cannot be written as text: \(error)")
        }
    }

    /// An XML body.
    ///
    /// `item` is the name of each element of an array; the root element contains these elements.
    public mutating func xml<Value: JSONEncodable>(
        _ value: Value?, _ root: XMLName, item: XMLName? = nil, contentType: String = "application/xml",
        _ check: Check? = nil
    ) {
        guard let value else { return }
        demand(check, of: value)
        do { setBody(try XMLCoding(root: root, item: item).encode(value), contentType) } catch {
            refuse("The body cannot be written as XML: \(error)")
        }
    }

    private mutating func setBody(_ bytes: [UInt8], _ contentType: String) {
        body = HTTPBody(bytes)
        headers[.contentType] = contentType
    }
}
