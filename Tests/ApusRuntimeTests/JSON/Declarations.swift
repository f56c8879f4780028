import ApusRuntime
import Foundation

// One example of each shape of declaration in generated code.

/// Every way in which a property can be present or absent.
struct Conversation: JSONModel {
    var title: String
    var count: Int?
    var ratio: Double?
    var repository: Nullable<String>?
    var createdAt: Date?
    var updatedAt: Date?
    var status: Status
    var owner: Owner?
    var location: [Location]
    var labels: [String: String]
    var extra: [String: JSONValue]

    init(
        title: String = "Ship it", count: Int? = nil, ratio: Double? = nil, repository: Nullable<String>? = nil,
        createdAt: Date? = nil, updatedAt: Date? = nil, status: Status = .running, owner: Owner? = nil,
        location: [Location] = [], labels: [String: String] = [:], extra: [String: JSONValue] = [:]
    ) {
        self.title = title
        self.count = count
        self.ratio = ratio
        self.repository = repository
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.status = status
        self.owner = owner
        self.location = location
        self.labels = labels
        self.extra = extra
    }

    init(json object: inout JSONObjectReader) throws(JSONError) {
        title = try object.required("title")
        count = try object.optional("count")
        ratio = try object.optional("ratio")
        repository = try object.optional("repository")
        createdAt = try object.optional("created_at")
        updatedAt = try object.required("updated_at")
        status = try object.required("status")
        owner = try object.optional("owner")
        location = try object.required("location")
        labels = try object.required("labels")
        extra = try object.additionalProperties()
    }

    func write(to object: inout JSONObjectWriter) {
        object.write("title", title)
        object.write("count", count)
        object.write("ratio", ratio)
        object.write("repository", repository)
        object.write("created_at", createdAt)
        object.writeNullable("updated_at", updatedAt)
        object.write("status", status)
        object.write("owner", owner)
        object.write("location", location)
        object.write("labels", labels)
        object.write(additionalProperties: extra)
    }
}

struct Status: StringEnum {
    let rawValue: String

    static let running = Self(rawValue: "running")
    static let stopped = Self(rawValue: "stopped")

    static let allCases: [Self] = [.running, .stopped]
}

struct Priority: IntegerEnum {
    let rawValue: Int

    static let low = Self(rawValue: 1)
    static let high = Self(rawValue: 2)

    static let allCases: [Self] = [.low, .high]
}

struct Scale: NumberEnum {
    let rawValue: Double

    static let half = Self(rawValue: 0.5)
    static let whole = Self(rawValue: 1)

    static let allCases: [Self] = [.half, .whole]
}

enum Owner: String, ClosedStringEnum {
    case user
    case organization = "org"
}

/// An open union.
enum Location: JSONUnion {
    case string(String)
    case integer(Int)
    case other(JSONValue)

    init(json: JSONView) throws(JSONError) {
        self = try json.first(Self.string, Self.integer, otherwise: Self.other)
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .string(let value): writer.write(value)
        case .integer(let value): writer.write(value)
        case .other(let value): writer.write(value)
        }
    }
}

/// A closed union.
enum Flag: JSONUnion {
    case boolean(Bool)
    case list([Int])

    init(json: JSONView) throws(JSONError) { self = try json.first(Self.boolean, Self.list) }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .boolean(let value): writer.write(value)
        case .list(let value): writer.write(value)
        }
    }
}

/// A union whose members have a tag of their own.
enum Animal: JSONUnion {
    case cat(Cat)
    case comment(Comment)

    init(json: JSONView) throws(JSONError) {
        switch json.discriminator("kind") {
        case "cat": self = .cat(try json.decode())
        case "comment": self = .comment(try json.decode())
        default: throw json.noMember()
        }
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .cat(let value): writer.write(value)
        case .comment(let value): writer.write(value)
        }
    }
}

struct Cat: JSONModel {
    var kind: String
    var lives: Int8

    init(kind: String = "cat", lives: Int8) {
        self.kind = kind
        self.lives = lives
    }

    init(json object: inout JSONObjectReader) throws(JSONError) {
        kind = try object.required("kind")
        lives = try object.required("lives")
    }

    func write(to object: inout JSONObjectWriter) {
        object.write("kind", kind)
        object.write("lives", lives)
    }
}

/// A model that contains a value of its own type.
struct Comment: JSONModel {
    var kind: String
    @Indirect var parent: Comment?

    init(kind: String = "comment", parent: Comment? = nil) {
        self.kind = kind
        self.parent = parent
    }

    init(json object: inout JSONObjectReader) throws(JSONError) {
        kind = try object.required("kind")
        parent = try object.optional("parent")
    }

    func write(to object: inout JSONObjectWriter) {
        object.write("kind", kind)
        object.write("parent", parent)
    }
}

/// One property of any type.
struct Holder<Content: JSONCodable & Hashable & Sendable>: JSONModel {
    var value: Content

    init(_ value: Content) { self.value = value }

    init(json object: inout JSONObjectReader) throws(JSONError) { value = try object.required("value") }

    func write(to object: inout JSONObjectWriter) { object.write("value", value) }
}
