/// The checks against the document before a request is sent, if ``Connection/validates`` demands them.
extension ClientRequest {
    /// A check of a parameter or body against its schema, which reports what is not valid.
    public typealias Check = @Sendable (inout Validator) -> Void

    /// A value of the request and its check.
    struct Demand: Sendable {
        /// The name of a parameter; `nil` for the body.
        var name: String?
        var json: [UInt8]
        var check: Check
    }

    /// Records the check of a value: `check`, or else that of its type.
    mutating func demand<Value: JSONEncodable>(
        _ check: Check?, of value: Value, named name: String? = nil, json: [UInt8]? = nil
    ) {
        guard let check = check ?? (Value.self as? any Validated.Type).map(Self.check),
            let json = json ?? (try? value.jsonBytes())
        else { return }
        demands.append(Demand(name: name, json: json, check: check))
    }

    /// The check of a type that can be validated, which accepts `null` too.
    static func check<Value>(ofNullable type: Value.Type) -> Check? {
        guard let type = type as? any Validated.Type else { return nil }
        return { value in value.nullable { type.validate(in: &$0) } }
    }

    private static func check(of type: any Validated.Type) -> Check {
        { type.validate(in: &$0) }
    }

    /// Throws the issues of invalid values, those of parameters first. The path of an issue in a parameter begins with the
    /// parameter's name.
    func validated() throws(InvalidRequest) {
        var issues: [ValidationIssue] = []
        for demand in demands where demand.name != nil { issues += demand.issues }
        let subject = issues.isEmpty ? "its body is" : "its parameters are"
        for demand in demands where demand.name == nil { issues += demand.issues }
        issues += multipartIssues
        guard issues.isEmpty else { throw InvalidRequest("\(subject) not valid", issues: issues) }
    }

    private var multipartIssues: [ValidationIssue] {
        guard let multipartType, let bytes = body?.buffered ?? multipartOutline,
            let boundary = headers.value(.contentType).flatMap(MediaType.init)?["boundary"],
            let reader = try? MultipartReader(BodyContent(bytes), boundary: boundary, encoding: multipartType.encoding)
        else { return [] }
        do {
            try ParameterJSON(reader.content, shape: .object(.any), readsJSON: true).validate(multipartType)
            return []
        } catch {
            return error.issues
        }
    }
}

extension ClientRequest.Demand {
    fileprivate var issues: [ValidationIssue] {
        // Invalid JSON is reported when it is read.
        guard let document = try? JSONDocument(json) else { return [] }
        return Validator.validate(document.root, check).map { issue in
            var issue = issue
            if let name { issue.path.insert(.key(name), at: 0) }
            return issue
        }
    }
}
