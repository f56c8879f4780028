/// UUIDs as pydantic parses them: with hyphens, without hyphens, in braces, and as a URN.
enum LaxUUIDs {
    /// `version` is the only version that is allowed; `nil` allows any.
    static func words(_ text: UnsafeBufferPointer<UInt8>, version: Int? = nil) -> IssueWording? {
        if let problem = UUIDText.problem(String(decoding: text, as: UTF8.self)) {
            let reason = reason(problem)
            return IssueWording("uuid_parsing", "Input should be a valid UUID, \(reason)", ["error": .string(reason)])
        }
        guard let version, !UUIDText.isUUID(text, version: version) else { return nil }
        let context: KeyValuePairs<String, JSONValue> = ["expected_version": JSONValue(integerLiteral: version)]
        return IssueWording("uuid_version", "UUID version \(version) expected", context)
    }

    private static func reason(_ problem: UUIDProblem) -> String {
        switch problem {
        case .character(let scalar, let position): "invalid character: found `\(scalar)` at \(position)"
        case .length(let length): "invalid length: found \(length)"
        case .groupCount(let count): "invalid group count: expected 5, found \(count)"
        case .groupLength(let group, let expected, let found):
            "invalid group length in group \(group): expected \(expected), found \(found)"
        }
    }
}
