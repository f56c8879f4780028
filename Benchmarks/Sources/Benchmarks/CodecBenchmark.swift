import ApusRuntime
import Foundation
import OpenHandsSDK

/// The direct codec, with validation, compared with Foundation's coders on handwritten structs.
struct CodecBenchmark {
    func run(_ table: inout Table) throws {
        let body = Array(#"{"title": "A conversation about nothing in particular"}"#.utf8)
        let list = try JSONEncoder().encode((1...5_000).map(PlainRecord.init))
        try compare("seed's body", body, UpdateConversationRequest.self, PlainUpdate.self, &table)
        try compare(
            "list of \(list.count / 1_000) KB", [UInt8](list), [Records.Record].self, [PlainRecord].self, &table)
    }

    private func compare<Generated: JSONCodable & Validatable, Plain: Codable>(
        _ name: String,
        _ bytes: [UInt8],
        _ generated: Generated.Type,
        _ plain: Plain.Type,
        _ table: inout Table
    ) throws {
        let data = Data(bytes)
        table.heading("JSON: \(name)")

        let decoding = try measure { try blackHole(Generated.validated(bytes)) }
        let foundationDecoding = try measure { try blackHole(JSONDecoder().decode(Plain.self, from: data)) }
        let value = try Generated.validated(bytes)
        let encoded = try value.jsonBytes()
        table.line("decode and validate", decoding.seconds, decoding.rate(of: bytes.count), result: encoded)
        table.line(
            "Foundation's JSONDecoder",
            foundationDecoding.seconds,
            foundationDecoding.rate(of: bytes.count),
            (foundationDecoding / decoding).times,
            result: []
        )

        let plainValue = try JSONDecoder().decode(Plain.self, from: data)
        let encoding = try measure { try blackHole(value.jsonBytes()) }
        let foundationEncoding = try measure { try blackHole(JSONEncoder().encode(plainValue)) }
        table.line("encode", encoding.seconds, encoding.rate(of: encoded.count), result: encoded)
        table.line(
            "Foundation's JSONEncoder",
            foundationEncoding.seconds,
            foundationEncoding.rate(of: encoded.count),
            (foundationEncoding / encoding).times,
            result: []
        )
    }
}

/// The work of a server on a body: to index, validate and decode it.
protocol Validatable {
    static func validated(_ bytes: [UInt8]) throws -> Self
}

extension Validatable where Self: JSONCodable {
    fileprivate static func decoded(_ bytes: [UInt8], _ issues: (JSONDocument) -> ValidationIssues) throws -> Self {
        let document = try JSONDocument(bytes)
        guard issues(document).isEmpty else { throw InvalidSample() }
        return try Self(json: document.root)
    }
}

extension UpdateConversationRequest: Validatable {
    static func validated(_ bytes: [UInt8]) throws -> Self {
        try decoded(bytes) { Validator.validate(Self.self, $0) }
    }
}

extension [Records.Record]: Validatable {
    static func validated(_ bytes: [UInt8]) throws -> Self {
        try decoded(bytes) { document in
            Validator.validate(document.root) { $0.array { $0.model(Records.Record.self) } }
        }
    }
}

struct InvalidSample: Error {}

@inline(never)
func blackHole<Value>(_ value: Value) {}

struct PlainUpdate: Codable {
    var title: String
}

struct PlainRecord: Codable {
    var id: Int
    var name: String
    var email: String
    var active: Bool
    var score: Double
    var tags: [String]
    var note: String?
    var parent: Int?
    var city: String?
    var visits: Int?

    init(number: Int) {
        id = number
        name = "Person number \(number)"
        email = "person\(number)@example.com"
        active = number % 3 == 0
        score = Double(number % 400) / 4
        tags = ["first", "second", "tag \(number % 17)"]
        note = number % 2 == 0 ? "A note that says \"something\" about \(number)" : nil
        parent = number % 5 == 0 ? nil : number / 2
        city = "Zürich"
        visits = number * 7
    }
}
