import ApusOpenAPI

/// The shapes of forms and of their parts: an object's members, and files.
extension Shapes {
    func formShape(of schema: Schema) -> ObjectShape? {
        switch resolvedShape(of: schema) {
        case .structure(let object): return object
        case .dictionary(_, let values): return ObjectShape(members: [], additional: values, isClosed: false)
        case .any, .never, .builtin, .flexibleNumber, .external, .reference, .array, .enumeration, .union, .tuple:
            return nil
        }
    }

    /// The shape of a schema after following references.
    func resolvedShape(of schema: Schema) -> Shape.Kind {
        var kind = shape(of: schema).kind
        for _ in 0..<64 {
            guard case .reference(let target) = kind else { break }
            kind = shape(of: target).kind
        }
        return kind
    }

    /// Whether a schema describes a file: bytes of any kind.
    func isFile(_ schema: Schema) -> Bool {
        document.target(of: schema).isFile
    }

    /// The type of a part that is a file or a list of files; if it may be either, the list. Null means that there is no part.
    ///
    /// - Parameter contentType: the content type that the part's encoding states.
    func fileType(of schema: Schema, contentType: String? = nil, depth: Int = 0) -> TypeReference? {
        let target = document.target(of: schema)
        if target.isFile || target.saysNothing && contentType.map(MediaTypeChoice.isBinary) == true {
            return .builtin(.filePart)
        }
        if depth > 16 { return nil }
        let alternatives = (target.anyOf + target.oneOf + (target.allOf.count == 1 ? target.allOf : []))
            .filter { !Nullability.isNull($0, in: document) }
        guard alternatives.isEmpty else {
            let types = alternatives.map { fileType(of: $0, contentType: contentType, depth: depth + 1) }
            return types.contains(nil) ? nil : types.first { $0 != .builtin(.filePart) } ?? .builtin(.filePart)
        }
        guard target.types?.contains(.array) ?? true, let items = target.items,
            fileType(of: items, contentType: contentType, depth: depth + 1) == .builtin(.filePart)
        else { return nil }
        return .array(.builtin(.filePart))
    }
}

extension Schema {
    /// `{}` and `{type: string}`: only the media type says what the value is.
    fileprivate var saysNothing: Bool {
        if isFreeForm { return boolean == nil }
        return (types ?? []).filter { $0 != .null } == [.string] && format == nil && enumeration == nil
            && constant == nil && contentEncoding == nil && contentMediaType == nil
    }

    /// `format: binary`, and since 3.1 a media type that is not text; some documents have `contentEncoding: binary`.
    fileprivate var isFile: Bool {
        guard enumeration == nil, (types ?? [.string]).filter({ $0 != .null }) == [.string] else { return false }
        if format == "binary" || contentEncoding == "binary" { return types != nil }
        guard let mediaType = contentMediaType.map(MediaTypeChoice.essence), contentEncoding == nil else {
            return false
        }
        return !mediaType.hasPrefix("text/") && !mediaType.hasSuffix("json") && properties.isEmpty
    }
}
