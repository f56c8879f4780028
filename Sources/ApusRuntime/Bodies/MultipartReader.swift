#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The parts of a `multipart/form-data` body, read by name. Parts that no call names do not matter.
///
///     files = try form.required("files")             // [FilePart], String, Int, Bool, or any model as a JSON part
///     comment = try form.optional("comment")
public struct MultipartReader: Sendable {
    private let parts: [MultipartPart]

    /// - Throws: why `bytes` are no form with this boundary.
    init(_ bytes: [UInt8], boundary: String) throws(MultipartSyntaxError) {
        parts = try MultipartParser.parse(bytes, boundary: boundary)
    }

    /// The value of the part `name`.
    ///
    /// - Throws: ``JSONError`` of kind `missing` where no part has the name, and why a part does not fit `Value`.
    public func required<Value: JSONDecodable>(_ name: String) throws(JSONError) -> Value {
        guard let value: Value = try optional(name) else { throw Self.missing(name) }
        return value
    }

    /// `value` where no part has the name.
    public func optional<Value: JSONDecodable>(_ name: String, default value: Value) throws(JSONError) -> Value {
        try optional(name) ?? value
    }

    /// `nil` where no part has the name. An array takes every part of the name, anything else the last one.
    public func optional<Value: JSONDecodable>(_ name: String) throws(JSONError) -> Value? {
        let named = parts.filter { $0.name == name }
        guard let last = named.last else { return nil }
        do {
            switch Value.jsonShape {
            case _ where last.contentType.flatMap(MediaType.init)?.isJSON == true, .object:
                return try Value(jsonBytes: last.bytes)
            case .array:
                let items = try named.map { try Self.text($0) }
                return try ParameterJSON(.array(items), shape: Value.jsonShape).value(Value.self, nil)
            case .any, .boolean, .integer, .number, .string:
                return try ParameterJSON(.primitive(Self.text(last)), shape: Value.jsonShape).value(Value.self, nil)
            }
        } catch {
            throw Self.error(error, in: name)
        }
    }

    /// The last file of the name.
    ///
    /// - Throws: ``JSONError`` of kind `missing` where there is none.
    public func required(_ name: String) throws(JSONError) -> FilePart {
        guard let file: FilePart = try optional(name) else { throw Self.missing(name) }
        return file
    }

    /// The last file of the name, `nil` where there is none.
    public func optional(_ name: String) throws(JSONError) -> FilePart? {
        parts.last { $0.name == name }.map(FilePart.init)
    }

    /// Every file of the name, at least one.
    public func required(_ name: String) throws(JSONError) -> [FilePart] {
        guard let files: [FilePart] = try optional(name) else { throw Self.missing(name) }
        return files
    }

    /// Every file of the name, `nil` where there is none.
    public func optional(_ name: String) throws(JSONError) -> [FilePart]? {
        let files = parts.filter { $0.name == name }.map(FilePart.init)
        return files.isEmpty ? nil : files
    }

    private static func missing(_ name: String) -> JSONError { JSONError(.missing, path: [.key(name)]) }

    private static func text(_ part: MultipartPart) throws(JSONError) -> String {
        let charset = part.contentType.flatMap(MediaType.init)?.charset
        guard let text = TextCoding.decode(Array(part.bytes), charset: charset) else {
            throw JSONError(.invalidFormat("text in the charset \(charset ?? "utf-8")"), path: [])
        }
        return text
    }

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

extension FilePart {
    init(_ part: MultipartPart) {
        self.init(
            filename: part.filename,
            contentType: part.contentType ?? "application/octet-stream",
            data: Data(part.bytes)
        )
    }
}
