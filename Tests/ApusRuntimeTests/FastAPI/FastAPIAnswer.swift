import ApusRuntime
import Foundation

/// A line of `answers.jsonl`: a request, and what FastAPI answered.
struct RecordedAnswer: Decodable, Sendable {
    var method: String
    var path: String
    var headers: [String: String]?
    var body: String?
    var status: Int
    var detail: [AnswerEntry]?

    var request: String {
        "\(method) \(path) \(headers.map { "\($0.sorted { $0.key < $1.key }) " } ?? "")\(body ?? "")"
    }
}

/// An entry of `detail`. In `answers.jsonl` it is `[type, loc, msg, input, ctx]`, the last where there is one.
struct AnswerEntry: Decodable, Equatable, Sendable {
    enum Component: Decodable, Equatable, Sendable, CustomStringConvertible {
        case key(String)
        case index(Int)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            self = try (try? container.decode(Int.self)).map { .index($0) } ?? .key(container.decode(String.self))
        }

        var description: String {
            switch self {
            case .key(let key): key
            case .index(let index): "\(index)"
            }
        }
    }

    var type: String
    var loc: [Component]
    var msg: String
    var input: Shown?
    var ctx: Shown?

    /// What an answer shows; nil for a number that Foundation cannot decode.
    struct Shown: Decodable, Equatable, Sendable {
        var value: JSONValue?

        init(from decoder: any Decoder) throws { value = try? JSONValue(from: decoder) }
    }

    private enum CodingKeys: CodingKey {
        case type, loc, msg, input, ctx
    }

    init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            type = try list.decode(String.self)
            loc = try list.decode([Component].self)
            msg = try list.decode(String.self)
            input = try list.decode(Shown.self)
            ctx = list.isAtEnd ? nil : try list.decode(Shown.self)
        } else {
            let object = try decoder.container(keyedBy: CodingKeys.self)
            type = try object.decode(String.self, forKey: .type)
            loc = try object.decode([Component].self, forKey: .loc)
            msg = try object.decode(String.self, forKey: .msg)
            input = object.contains(.input) ? try object.decode(Shown.self, forKey: .input) : nil
            ctx = object.contains(.ctx) ? try object.decode(Shown.self, forKey: .ctx) : nil
        }
    }

    /// `int_type body.size.int`
    var place: String { "\(type) \(loc.map(\.description).joined(separator: "."))" }
}

/// A rule of `exceptions.json`: which answers differ, and why they shall. Each pattern is one of a regular expression.
struct AnswerException: Decodable, Sendable {
    var reason: String
    /// Of the request: method, path, headers, body.
    var request: String?
    /// Of FastAPI's answer: the status, and the type and place of each entry.
    var theirs: String?
    var ours: String?
    /// Whether the rule is about `input` and `ctx` alone.
    var isAboutDetails: Bool?

    func matches(_ difference: AnswerDifference) throws -> Bool {
        try (isAboutDetails ?? false) == difference.isSame && Self.matches(request, difference.recorded.request)
            && Self.matches(theirs, difference.theirs)
            && Self.matches(ours, difference.ours)
    }

    private static func matches(_ pattern: String?, _ text: String) throws -> Bool {
        try pattern.map { try text.contains(Regex($0)) } ?? true
    }
}

/// What came of a recorded request.
struct AnswerDifference: Sendable {
    var recorded: RecordedAnswer
    var status: Int
    var detail: [AnswerEntry]?

    var isSame: Bool { theirs == ours }
    var hasSameDetails: Bool {
        isSame && recorded.detail?.map(\.input) == detail?.map(\.input)
            && recorded.detail?.map(\.ctx) == detail?.map(\.ctx)
    }
    var hasSameMessages: Bool { isSame && recorded.detail?.map(\.msg) == detail?.map(\.msg) }

    var theirs: String { Self.summary(recorded.status, recorded.detail) }
    var ours: String { Self.summary(status, detail) }

    private static func summary(_ status: Int, _ detail: [AnswerEntry]?) -> String {
        ["\(status)"].appending((detail ?? []).map(\.place)).joined(separator: "; ")
    }
}

extension [String] {
    fileprivate func appending(_ others: [String]) -> [String] { self + others }
}
