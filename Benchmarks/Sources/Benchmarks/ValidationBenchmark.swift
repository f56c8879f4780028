import ApusRuntime
import Foundation
import OpenHandsSDK

/// Validation of bytes, valid and invalid, compared with Foundation's decoding, which validates nothing.
struct ValidationBenchmark {
    func run(_ table: inout Table) throws {
        try seedsBody(&table)
        try list(&table)
        try invalid(&table)
    }

    private func seedsBody(_ table: inout Table) throws {
        table.heading("Validation: seed's body")
        let body = Array(#"{"title": "A conversation about nothing in particular"}"#.utf8)
        let seconds = try measure {
            blackHole(Validator.validate(UpdateConversationRequest.self, try JSONDocument(body)))
        }
        table.line("read and validate", seconds.seconds, seconds.rate(of: body.count), result: body)
    }

    private func list(_ table: inout Table) throws {
        let bytes = try records(5_000)
        table.heading("Validation: list of \(bytes.count / 1_000) KB")
        let data = Data(bytes)
        let document = try JSONDocument(bytes)
        let whole = try measure { blackHole(issues(of: try JSONDocument(bytes))) }
        let reading = try measure { blackHole(try JSONDocument(bytes)) }
        let validation = measure { blackHole(issues(of: document)) }
        let foundation = try measure { blackHole(try JSONDecoder().decode([PlainRecord].self, from: data)) }
        let times = { (seconds: Double) in (foundation / seconds).times }
        table.line("read and validate", whole.seconds, whole.rate(of: bytes.count), times(whole), result: bytes)
        table.line("read", reading.seconds, reading.rate(of: bytes.count), times(reading), result: [])
        table.line("validate", validation.seconds, validation.rate(of: bytes.count), times(validation), result: [])
        table.line("Foundation's JSONDecoder", foundation.seconds, foundation.rate(of: bytes.count), result: [])
    }

    /// As many issues as a response contains, one per record.
    private func invalid(_ table: inout Table) throws {
        let valid = try records(Validator.standardLimit)
        let text = String(decoding: valid, as: UTF8.self)
        let invalid = Array(
            text.replacing(#""active":true"#, with: #""active":1234"#)
                .replacing(#""active":false"#, with: #""active":12345"#).utf8)
        table.heading(
            "Validation: list of \(valid.count / 1_000) KB, \(issues(of: try JSONDocument(invalid)).count) issues")
        let fast = try measure { blackHole(issues(of: try JSONDocument(valid))) }
        let slow = try measure { blackHole(issues(of: try JSONDocument(invalid))) }
        table.line("valid", fast.seconds, fast.rate(of: valid.count), result: valid)
        table.line(
            "invalid", slow.seconds, slow.rate(of: invalid.count), "invalid/valid:\((slow / fast).times)",
            result: invalid)
    }

    private func records(_ count: Int) throws -> [UInt8] {
        [UInt8](try JSONEncoder().encode((1...count).map(PlainRecord.init)))
    }

    private func issues(of document: JSONDocument) -> ValidationIssues {
        Validator.validate(document.root) { $0.array { $0.model(Records.Record.self) } }
    }
}
