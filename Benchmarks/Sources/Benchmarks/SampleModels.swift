import Foundation

// Handwritten structs for Foundation's coders, one for each schema of samples.openapi.yaml.

struct PlainIssue: Codable {
    var id: Int
    var nodeID: String?
    var url: URL
    var repositoryURL: URL
    var commentsURL: URL?
    var eventsURL: URL?
    var htmlURL: URL
    var number: Int
    var state: String
    var title: String
    var body: String?
    var user: PlainUser
    var labels: [PlainLabel]
    var assignee: PlainUser?
    var locked: Bool
    var comments: Int
    var closedAt: Date?
    var createdAt: Date
    var updatedAt: Date
    var authorAssociation: String?

    enum CodingKeys: String, CodingKey {
        case id, url, number, state, title, body, user, labels, assignee, locked, comments
        case nodeID = "node_id"
        case repositoryURL = "repository_url"
        case commentsURL = "comments_url"
        case eventsURL = "events_url"
        case htmlURL = "html_url"
        case closedAt = "closed_at"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case authorAssociation = "author_association"
    }
}

struct PlainUser: Codable {
    var login: String
    var id: Int
    var nodeID: String?
    var avatarURL: URL
    var url: URL
    var htmlURL: URL
    var followersURL: URL?
    var reposURL: URL?
    var type: String
    var siteAdmin: Bool

    enum CodingKeys: String, CodingKey {
        case login, id, url, type
        case nodeID = "node_id"
        case avatarURL = "avatar_url"
        case htmlURL = "html_url"
        case followersURL = "followers_url"
        case reposURL = "repos_url"
        case siteAdmin = "site_admin"
    }
}

struct PlainLabel: Codable {
    var id: Int
    var url: URL
    var name: String
    var description: String?
    var color: String
    var `default`: Bool
}

final class PlainFolder: Codable {
    var name: String
    var size: Int
    var child: PlainFolder?
}

struct PlainQuotation: Codable {
    var author: String
    var text: String
    var tags: [String]
}

struct PlainMeasurement: Codable {
    var latitude: Double
    var longitude: Double
    var values: [Double]
}

enum PlainEvent: Codable {
    case tap(Tap)
    case swipe(Swipe)
    case key(Key)

    struct Tap: Codable {
        var kind: String
        var x: Int
        var y: Int
        var target: String?
    }

    struct Swipe: Codable {
        var kind: String
        var from: [Int]
        var to: [Int]
        var duration: Double?
    }

    struct Key: Codable {
        var kind: String
        var key: String
        var modifiers: [String]?
    }

    enum CodingKeys: CodingKey { case kind }

    init(from decoder: any Decoder) throws {
        switch try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .kind) {
        case "tap": self = .tap(try Tap(from: decoder))
        case "swipe": self = .swipe(try Swipe(from: decoder))
        default: self = .key(try Key(from: decoder))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .tap(let tap): try tap.encode(to: encoder)
        case .swipe(let swipe): try swipe.encode(to: encoder)
        case .key(let key): try key.encode(to: encoder)
        }
    }
}

enum PlainShape: Codable {
    case circle(Circle)
    case rectangle(Rectangle)
    case polygon(Polygon)

    struct Circle: Codable {
        var centerX: Int
        var centerY: Int
        var radius: Int
        var label: String?
    }

    struct Rectangle: Codable {
        var left: Int
        var top: Int
        var width: Int
        var height: Int
        var label: String?
    }

    struct Polygon: Codable {
        var points: [Int]
        var label: String
        var closed: Bool?
    }

    init(from decoder: any Decoder) throws {
        if let circle = try? Circle(from: decoder) {
            self = .circle(circle)
        } else if let rectangle = try? Rectangle(from: decoder) {
            self = .rectangle(rectangle)
        } else {
            self = .polygon(try Polygon(from: decoder))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .circle(let circle): try circle.encode(to: encoder)
        case .rectangle(let rectangle): try rectangle.encode(to: encoder)
        case .polygon(let polygon): try polygon.encode(to: encoder)
        }
    }
}

struct PlainSettings: Codable {
    var setting00: String?
    var setting01: Int?
    var setting02: Bool?
    var setting03: Double?
    var setting04: String?
    var setting05: Int?
    var setting06: Bool?
    var setting07: Double?
    var setting08: String?
    var setting09: Int?
    var setting10: Bool?
    var setting11: Double?
    var setting12: String?
    var setting13: Int?
    var setting14: Bool?
    var setting15: Double?
    var setting16: String?
    var setting17: Int?
    var setting18: Bool?
    var setting19: Double?
    var setting20: String?
    var setting21: Int?
    var setting22: Bool?
    var setting23: Double?
    var setting24: String?
    var setting25: Int?
    var setting26: Bool?
    var setting27: Double?
    var setting28: String?
    var setting29: Int?
    var setting30: Bool?
    var setting31: Double?
    var setting32: String?
    var setting33: Int?
    var setting34: Bool?
    var setting35: Double?
    var setting36: String?
    var setting37: Int?
    var setting38: Bool?
    var setting39: Double?
    var setting40: String?
    var setting41: Int?
    var setting42: Bool?
    var setting43: Double?
    var setting44: String?
    var setting45: Int?
    var setting46: Bool?
    var setting47: Double?
    var setting48: String?
    var setting49: Int?
    var setting50: Bool?
    var setting51: Double?
    var setting52: String?
    var setting53: Int?
    var setting54: Bool?
    var setting55: Double?
    var setting56: String?
    var setting57: Int?
    var setting58: Bool?
    var setting59: Double?
}
