import ApusRuntime
import Foundation

/// Reads and writes one text with the direct codec and with Foundation's coders.
struct CodecTrial {
    private(set) var result: [String: JSONValue] = [:]
    private var disagreements: [JSONValue] = []

    init<Model: JSONCodable & Codable & Hashable>(_ text: String, _ rebuild: (Model) -> Model) {
        let direct = Result { try Model(jsonText: text) }
        let foundation = Result { try JSONDecoder().decode(Model.self, from: Data(text.utf8)) }
        switch (direct, foundation) {
        case (.success(let value), .success(let other)):
            expect(value == other && value.hashValue == other.hashValue, "Foundation reads \(other)")
            expect(rebuild(value) == value, "the initialiser makes \(rebuild(value))")
            do { try write(value) } catch { disagree("is not written: \(error)") }
        case (.success, .failure(let error)): disagree("Foundation refuses: \(error)")
        case (.failure(let error), .success(let value)): disagree("Foundation reads \(value), refused: \(error)")
        case (.failure(let error), .failure): result["error"] = .string("\(error)")
        }
        result["agree"] = .array(disagreements)
    }

    private mutating func write<Model: JSONCodable & Codable & Hashable>(_ value: Model) throws {
        let text = try value.jsonText()
        let data = try JSONEncoder().encode(value)
        result["text"] = .string(text)
        result["foundation"] = .string(String(decoding: data, as: UTF8.self))
        try expect(Model(jsonText: text) == value, "\(text) is read as another value")
        try expect(Model(jsonBytes: data) == value, "what Foundation writes is read as another value")
        let again = try JSONDecoder().decode(Model.self, from: Data(text.utf8))
        expect(again == value, "Foundation reads \(text) as another value")
    }

    private mutating func expect(_ condition: Bool, _ message: String) {
        if !condition { disagree(message) }
    }

    private mutating func disagree(_ message: String) { disagreements.append(.string(message)) }
}
