/// What ``Connection/validates`` holds against the document before a request is sent.
extension ClientRequest {
    /// What a schema demands of a parameter or a body: reports what does not hold.
    public typealias Check = @Sendable (inout Validator) -> Void

    /// A value of the request and what is demanded of it.
    struct Demand: Sendable {
        /// Of a parameter, `nil` for the body.
        var name: String?
        var json: [UInt8]
        var check: Check
    }

    /// Notes what is demanded of a value, by `check` or else by its type.
    mutating func demand<Value: JSONEncodable>(
        _ check: Check?, of value: Value, named name: String? = nil, json: [UInt8]? = nil
    ) {
        guard let check = check ?? (Value.self as? any Validated.Type).map(Self.check),
            let json = json ?? (try? value.jsonBytes())
        else { return }
        demands.append(Demand(name: name, json: json, check: check))
    }

    /// The check of a type that knows how, beside `null`.
    static func check<Value>(ofNullable type: Value.Type) -> Check? {
        guard let type = type as? any Validated.Type else { return nil }
        return { value in value.nullable { type.validate(in: &$0) } }
    }

    private static func check(of type: any Validated.Type) -> Check {
        { type.validate(in: &$0) }
    }

    /// What does not hold, parameters first; the path of an issue in one begins with its name.
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
        // What is not JSON is what reading it will say.
        guard let document = try? JSONDocument(json) else { return [] }
        return Validator.validate(document.root, check).map { issue in
            var issue = issue
            if let name { issue.path.insert(.key(name), at: 0) }
            return issue
        }
    }
}
