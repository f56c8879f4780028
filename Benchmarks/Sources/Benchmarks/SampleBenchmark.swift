import ApusRuntime
import Foundation

/// The codec on data of several kinds, beside Foundation's coders on handwritten structs, and msgspec and pydantic-core in Python.
///
/// `samples.py` writes the data, and `measure.py` measures the Python libraries, in the environment that `Scripts/bench` creates.
struct SampleBenchmark {
    private let peers = URL(fileURLWithPath: ProcessInfo.processInfo.environment["APUS_PEERS"] ?? "Benchmarks/peers")

    func run(_ table: inout Table) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-samples-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try output(of: "samples.py", folder)
        table.heading("JSON in MB/s; Apus validates while it decodes. ! below the bound")
        table.row(
            "data",
            [
                "decode", "Foundation", "ratio >=8", "msgspec", "pydantic", "encode", "Foundation", "ratio >=12",
                "msgspec",
            ])
        func compare<Generated: JSONCodable, Plain: Codable>(
            _ name: String, _ file: String, _ plain: Plain.Type, isMsgspecBound: Bool = false,
            _ generated: Generated.Type, _ check: Validator.Check
        ) throws {
            let file = folder.appending(path: "\(file).json")
            let sample = try Sample(file, generated, check, plain, peers: output(of: "measure.py", file))
            table.row(name, sample.figures(isMsgspecBound: isMsgspecBound), result: sample.encoded)
        }
        func models<Model: JSONCodable & Validated, Plain: Codable>(
            _ name: String, _ file: String, _ model: Model.Type, _ plain: Plain.Type, isMsgspecBound: Bool = false
        ) throws {
            try compare(name, file, [Plain].self, isMsgspecBound: isMsgspecBound, [Model].self) {
                $0.array { $0.model(Model.self) }
            }
        }
        try models("issues of GitHub: URLs, dates", "issues", Samples.Issue.self, PlainIssue.self)
        try models("objects nested 100 deep", "nested", Samples.Folder.self, PlainFolder.self)
        try models("strings with escapes", "strings", Samples.Quotation.self, PlainQuotation.self, isMsgspecBound: true)
        try models("doubles", "doubles", Samples.Measurement.self, PlainMeasurement.self, isMsgspecBound: true)
        try models("60 optional, 5 present", "sparse", Samples.Settings.self, PlainSettings.self, isMsgspecBound: true)
        try models("oneOf with discriminator", "tagged", Samples.Event.self, PlainEvent.self, isMsgspecBound: true)
        try models("oneOf without", "untagged", Samples.Shape.self, PlainShape.self)
        typealias Counts = [String: [String: Int]]
        try compare("open maps", "maps", Counts.self, Counts.self) { $0.map { $0.map { $0.integer() } } }
    }

    /// What a script prints.
    private func output(of script: String, _ argument: URL) throws -> String {
        let process = Process()
        process.executableURL = peers.appending(path: ".venv/bin/python")
        process.arguments = [peers.appending(path: script).path, argument.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw InvalidSample() }
        return text
    }
}

/// The CPU seconds of every codec on one sample.
private struct Sample {
    var byteCount: Int
    var encoded: [UInt8]
    var decoding, foundationDecoding, encoding, foundationEncoding: Double
    var msgspecDecoding, pydanticDecoding, msgspecEncoding: Double?

    /// - Parameter peers: what `measure.py` prints for the file.
    init<Generated: JSONCodable, Plain: Codable>(
        _ file: URL, _ generated: Generated.Type, _ check: Validator.Check, _ plain: Plain.Type, peers: String
    ) throws {
        let data = try Data(contentsOf: file)
        let bytes = [UInt8](data)
        byteCount = bytes.count
        let (decoder, encoder) = (JSONDecoder(), JSONEncoder())
        decoder.dateDecodingStrategy = .iso8601
        encoder.dateEncodingStrategy = .iso8601
        func read() throws -> Generated {
            let document = try JSONDocument(bytes)
            guard Validator.validate(document.root, check).isEmpty else { throw InvalidSample() }
            return try Generated(json: document.root)
        }
        let value = try read()
        encoded = try value.jsonBytes()
        let plainValue = try decoder.decode(Plain.self, from: data)
        (decoding, foundationDecoding, encoding, foundationEncoding) = (.infinity, .infinity, .infinity, .infinity)
        // In turns, so that a slow moment of the machine affects both.
        for _ in 0..<5 {
            decoding = try min(decoding, measure(rounds: 1) { blackHole(try read()) })
            foundationDecoding = try min(
                foundationDecoding, measure(rounds: 1) { blackHole(try decoder.decode(Plain.self, from: data)) })
            encoding = try min(encoding, measure(rounds: 1) { blackHole(try value.jsonBytes()) })
            foundationEncoding = try min(
                foundationEncoding, measure(rounds: 1) { blackHole(try encoder.encode(plainValue)) })
        }
        let seconds = peers.split(whereSeparator: \.isWhitespace).map { Double($0) }
        guard seconds.count == 3 else { throw InvalidSample() }
        (msgspecDecoding, pydanticDecoding, msgspecEncoding) = (seconds[0], seconds[1], seconds[2])
    }

    /// The cells of the table's row; those that break their bound end in `!`.
    func figures(isMsgspecBound: Bool) -> [String] {
        func rate(_ seconds: Double?, isBound: Bool = false) -> String {
            guard let seconds else { return "-" }
            return String(format: "%.0f", Double(byteCount) / seconds / 1e6)
                + (isBound && decoding > seconds ? " !" : "")
        }
        func ratio(_ ours: Double, _ theirs: Double, bound: Double) -> String {
            String(format: "%.1f", theirs / ours) + (theirs / ours < bound ? " !" : "")
        }
        return [
            rate(decoding), rate(foundationDecoding), ratio(decoding, foundationDecoding, bound: 8),
            rate(msgspecDecoding, isBound: isMsgspecBound), rate(pydanticDecoding, isBound: true),
            rate(encoding), rate(foundationEncoding), ratio(encoding, foundationEncoding, bound: 12),
            rate(msgspecEncoding),
        ]
    }
}
