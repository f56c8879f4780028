// `Codable` for generated types. A value passes through a tree of JSON values, which any self-describing coder can read and write,
// to the only codec of its type. Dates are written as in the document whatever the coder's date strategy is. A key strategy would
// change the document's keys, so only the default one works.

extension JSONDecodable {
    /// Reads the value from `decoder`.
    ///
    /// - Throws: `DecodingError`; if the JSON does not match the type, its underlying error is the ``JSONError``.
    init(bridging decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        do throws(JSONError) {
            try self.init(jsonBytes: try value.jsonBytes(), limits: JSONLimits(depth: .max))
        } catch {
            throw DecodingError(error, in: decoder.codingPath)
        }
    }
}

extension JSONEncodable {
    /// Writes the value to `encoder`.
    ///
    /// - Throws: `EncodingError` for a value without a JSON form and for a number that is not an `Int64`, `UInt64` or `Double`.
    func bridge(to encoder: any Encoder) throws {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(encoding: self)
        } catch {
            let context = EncodingError.Context(
                codingPath: encoder.codingPath, debugDescription: error.description, underlyingError: error)
            throw EncodingError.invalidValue(self, context)
        }
        try value.encode(to: encoder)
    }
}

extension DecodingError {
    fileprivate init(_ error: JSONError, in codingPath: [any CodingKey]) {
        var path = codingPath + error.path.map { BridgeKey(stringValue: $0.description) }
        if case .missing = error.kind, let key = path.popLast() {
            self = .keyNotFound(
                key, Context(codingPath: path, debugDescription: error.description, underlyingError: error))
        } else {
            self = .dataCorrupted(
                Context(codingPath: path, debugDescription: error.description, underlyingError: error))
        }
    }
}

extension JSONModel {
    public init(from decoder: any Decoder) throws { try self.init(bridging: decoder) }
    public func encode(to encoder: any Encoder) throws { try bridge(to: encoder) }
}

extension JSONTuple {
    public init(from decoder: any Decoder) throws { try self.init(bridging: decoder) }
    public func encode(to encoder: any Encoder) throws { try bridge(to: encoder) }
}

extension JSONUnion {
    public init(from decoder: any Decoder) throws { try self.init(bridging: decoder) }
    public func encode(to encoder: any Encoder) throws { try bridge(to: encoder) }
}

// `where Self: RawRepresentable` is implied, but without it the compiler prefers its own synthesis.

extension OpenEnumeration where Self: RawRepresentable {
    /// Reads the value from `decoder`. See <doc:JSONAndCodable>.
    public init(from decoder: any Decoder) throws { try self.init(bridging: decoder) }
    /// Writes the value to `encoder`. See <doc:JSONAndCodable>.
    public func encode(to encoder: any Encoder) throws { try bridge(to: encoder) }
}

extension ClosedEnumeration where Self: RawRepresentable {
    /// Reads the value from `decoder`. See <doc:JSONAndCodable>.
    public init(from decoder: any Decoder) throws { try self.init(bridging: decoder) }
    /// Writes the value to `encoder`. See <doc:JSONAndCodable>.
    public func encode(to encoder: any Encoder) throws { try bridge(to: encoder) }
}
