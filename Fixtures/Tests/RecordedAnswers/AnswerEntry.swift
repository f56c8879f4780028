package import ApusRuntime

/// An entry of `detail`. In `answers.jsonl` it is `[type, loc, msg, input, ctx]`; `ctx` is left out if there is none.
package struct AnswerEntry: Decodable, Equatable, Sendable {
    package enum Component: Decodable, Equatable, Sendable, CustomStringConvertible {
        case key(String)
        case index(Int)

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            self = try (try? container.decode(Int.self)).map { .index($0) } ?? .key(container.decode(String.self))
        }

        package var description: String {
            switch self {
            case .key(let key): key
            case .index(let index): "\(index)"
            }
        }
    }

    package var type: String
    package var loc: [Component]
    package var msg: String
    package var input: Shown?
    package var ctx: Shown?

    /// A value in a response; `nil` for a number that Foundation cannot decode.
    package struct Shown: Decodable, Equatable, Sendable {
        package var value: JSONValue?

        package init(from decoder: any Decoder) throws { value = try? JSONValue(from: decoder) }
    }

    private enum CodingKeys: CodingKey {
        case type, loc, msg, input, ctx
    }

    package init(from decoder: any Decoder) throws {
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
    package var place: String { "\(type) \(loc.map(\.description).joined(separator: "."))" }

    /// The entry without the byte offset at which the parser stopped, since parsers may differ in it.
    package var withoutOffset: Self {
        var entry = self
        if type == "json_invalid" { entry.loc = Array(loc.prefix(1)) }
        return entry
    }
}
