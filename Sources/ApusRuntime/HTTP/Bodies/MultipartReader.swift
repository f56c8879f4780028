import HTTPTypes

/// The parts of a `multipart/form-data` body, read by name. Parts that no call asks for are ignored.
///
///     files = try form.required("files")             // [FilePart], String, Int, Bool, or any model as a JSON part
///     comment = try form.optional("comment")
public struct MultipartReader: Sendable {
    private let parts: [MultipartPart]
    private let encoding: [String: FormEncoding]
    /// The values of the properties that have a style.
    private var styled: [String: ParameterText] = [:]
    /// The names that calls have asked for.
    private var named: Set<String> = []

    /// - Throws: the reason why `body` is not a form with this boundary.
    init(
        _ body: BodyContent, boundary: String, encoding: [String: FormEncoding] = [:]
    ) throws(MultipartSyntaxError) {
        parts = try MultipartParser.parse(body, boundary: boundary)
        self.encoding = encoding
        for (name, style) in encoding.sorted(by: { $0.key < $1.key }) {
            styled[name] = try style.value(of: name, in: parts)
        }
    }

    /// The value of the part `name`.
    ///
    /// - Throws: ``JSONError``: of kind `missing` if no part has the name, or the reason why a part does not match `Value`.
    public mutating func required<Value: JSONDecodable>(_ name: String) throws(JSONError) -> Value {
        guard let value: Value = try optional(name) else { throw Self.missing(name) }
        return value
    }

    /// The value of the part `name`; `nil` if no part has the name. An array is read from all parts with the name, anything else
    /// from the last one.
    public mutating func optional<Value: JSONDecodable>(_ name: String) throws(JSONError) -> Value? {
        named.insert(name)
        return try value(name)
    }

    private func value<Value: JSONDecodable>(_ name: String) throws(JSONError) -> Value? {
        do {
            if let text = styled[name] {
                return try ParameterJSON(text, shape: Value.jsonShape, readsJSON: true).value(Value.self, nil)
            }
            let named = parts.filter { $0.name == name }
            guard let last = named.last else { return nil }
            var text = try last.text()
            if case .array = Value.jsonShape {
                if named.count == 1, text.isArray { return try Value(jsonBytes: last.bytes) }
                text = .array(try named.map { (part) throws(JSONError) in try part.text() })
            }
            return try ParameterJSON(text, shape: Value.jsonShape, readsJSON: true).value(Value.self, nil)
        } catch {
            throw Self.error(error, in: name)
        }
    }

    /// The last file with the name. `contentType` lists the media types that it may have, `image/png, image/jpeg`, and `headers`
    /// the fields that its part must have.
    ///
    /// - Throws: ``JSONError`` of kind `missing` if there is none.
    public mutating func required(
        _ name: String, contentType: String? = nil, headers: [String] = []
    ) throws(JSONError) -> FilePart {
        guard let file: FilePart = try optional(name, contentType: contentType, headers: headers) else {
            throw Self.missing(name)
        }
        return file
    }

    /// The last file with the name; `nil` if there is none.
    public mutating func optional(
        _ name: String, contentType: String? = nil, headers: [String] = []
    ) throws(JSONError) -> FilePart? {
        named.insert(name)
        guard let part = parts.last(where: { $0.name == name }) else { return nil }
        return try Self.file(part, [.key(name)], MediaRanges(contentType), headers)
    }

    /// All files with the name; at least one.
    public mutating func required(
        _ name: String, contentType: String? = nil, headers: [String] = []
    ) throws(JSONError) -> [FilePart] {
        guard let files: [FilePart] = try optional(name, contentType: contentType, headers: headers) else {
            throw Self.missing(name)
        }
        return files
    }

    /// All files with the name; `nil` if there is none.
    public mutating func optional(
        _ name: String, contentType: String? = nil, headers: [String] = []
    ) throws(JSONError) -> [FilePart]? {
        named.insert(name)
        return try files(name, MediaRanges(contentType), headers)
    }

    private func files(_ name: String, _ ranges: MediaRanges, _ headers: [String]) throws(JSONError) -> [FilePart]? {
        var files: [FilePart] = []
        for part in parts where part.name == name {
            files.append(try Self.file(part, [.key(name), .index(files.count)], ranges, headers))
        }
        return files.isEmpty ? nil : files
    }

    /// The parts that no earlier call has asked for, by name. An array is read from all parts with a name, anything else from the
    /// last one.
    ///
    /// - Parameter patterns: ECMA-262 patterns of the names to read, as in ``StringPattern``; without any, all names are read.
    public func additionalProperties<Value: JSONDecodable>(
        matching patterns: StaticString...
    ) throws(JSONError) -> [String: Value] {
        var values: [String: Value] = [:]
        for name in otherNames(patterns) { values[name] = try value(name) }
        return values
    }

    /// The files that no earlier call has asked for, by name; of several with the same name, the last one.
    public func additionalProperties(matching patterns: StaticString...) throws(JSONError) -> [String: FilePart] {
        var files: [String: FilePart] = [:]
        for name in otherNames(patterns) { files[name] = try self.files(name, MediaRanges(nil), [])?.last }
        return files
    }

    /// All files that no earlier call has asked for, by name.
    public func additionalProperties(matching patterns: StaticString...) throws(JSONError) -> [String: [FilePart]] {
        var files: [String: [FilePart]] = [:]
        for name in otherNames(patterns) { files[name] = try self.files(name, MediaRanges(nil), []) }
        return files
    }

    private func otherNames(_ patterns: [StaticString]) -> Set<String> {
        let patterns = patterns.map(PatternCache.pattern)
        let others = parts.filter { part in
            !named.contains(part.name) && !isStyled(part)
                && (patterns.isEmpty || patterns.contains { $0.matches(part.name) })
        }
        return Set(others.map(\.name))
    }

    /// The form as an object for its validator. A file becomes an empty object, so that it is not a string.
    var content: ParameterText {
        let members = parts.compactMap { part -> ParameterText.Member? in
            if isStyled(part) { return nil }
            let file = ParameterText.json(Array("{}".utf8))
            let isFile = part.filename != nil && !part.isJSON
            return .init(key: part.name, value: isFile ? file : (try? part.text()) ?? file)
        }
        return .object(members + styled.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value) })
    }

    private func isStyled(_ part: MultipartPart) -> Bool {
        encoding.contains { styled[$0.key] != nil && $0.value.holds(part.name, of: $0.key) }
    }

    private static func file(
        _ part: MultipartPart, _ path: [JSONPathComponent], _ ranges: MediaRanges, _ headers: [String]
    ) throws(JSONError) -> FilePart {
        let file = FilePart(part)
        if !ranges.matches(file.contentType) { throw ranges.mismatch(file.contentType, path: path) }
        for name in headers where HTTPField.Name(name).flatMap({ file.headers[$0] }) == nil {
            throw JSONError(.missing, path: path + [.key(name)])
        }
        return file
    }

    private static func missing(_ name: String) -> JSONError { JSONError(.missing, path: [.key(name)]) }

    private static func error(_ error: any Error, in name: String) -> JSONError {
        switch error {
        case let error as JSONError: JSONError(error.kind, path: [.key(name)] + error.path)
        case let problem as ParameterProblem:
            JSONError(
                .invalidFormat(problem.issues.map(\.message).joined(separator: ", ")),
                path: [.key(name)] + (problem.issues.first?.path ?? [])
            )
        default: JSONError(.invalidFormat("\(error)"), path: [.key(name)])
        }
    }
}

extension MultipartPart {
    var isJSON: Bool { contentType.flatMap(MediaType.init)?.isJSON == true }

    /// JSON for a JSON part, otherwise text decoded with its charset.
    func text() throws(JSONError) -> ParameterText {
        if isJSON { return .json(bytes) }
        let charset = contentType.flatMap(MediaType.init)?.charset
        guard let text = TextCoding.decode(bytes, charset: charset) else {
            throw JSONError(.invalidFormat("text in the charset \(charset ?? "utf-8")"), path: [])
        }
        return .primitive(text)
    }
}

extension ParameterText {
    /// Whether the text is a complete JSON array.
    fileprivate var isArray: Bool {
        switch self {
        case .primitive(let text): (try? JSONDocument(text))?.root.kind == .array
        case .json(let bytes): (try? JSONDocument(bytes))?.root.kind == .array
        case .array, .object: false
        }
    }
}

extension FilePart {
    init(_ part: MultipartPart) {
        self.init(
            filename: part.filename,
            contentType: part.contentType ?? FilePart.unknownType,
            headers: part.headers,
            data: part.data
        )
    }
}
