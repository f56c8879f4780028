/// JSON values, one per line (`application/jsonl`, `application/x-ndjson`). Empty lines are ignored.
struct JSONLinesParser: ItemParser {
    private var lines: LineSplitter

    var isTooLong: Bool { lines.isTooLong }

    init(limit: Int) { lines = LineSplitter(.lineFeed, limit: limit) }

    mutating func parse(_ chunk: [UInt8]?) -> [[UInt8]] {
        // The last line may lack a line ending.
        let complete = chunk.map { lines.split($0) } ?? [lines.finish()]
        return complete.filter { line in !line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
    }
}

/// JSON values, each preceded by a record separator (`application/json-seq`, RFC 7464), on one or more lines.
///
/// A value is complete at the next separator or the end, and also where a chunk ends in a line feed and the bytes so far are a
/// whole value: otherwise a reader would get each value only when the next one is sent.
struct JSONSequenceParser: ItemParser {
    private static let separator: UInt8 = 0x1E

    private let limit: Int
    private var record: [UInt8] = []
    private(set) var isTooLong = false

    init(limit: Int) { self.limit = limit }

    mutating func parse(_ chunk: [UInt8]?) -> [[UInt8]] {
        var records: [[UInt8]] = []
        let pieces = chunk?.split(separator: Self.separator, omittingEmptySubsequences: false) ?? []
        for (number, piece) in pieces.enumerated() where !isTooLong {
            if number > 0 { complete(&records) }
            isTooLong = record.count + piece.count > limit
            if !isTooLong { record += piece }
        }
        let isWhole = record.last == 0x0A && (try? JSONDocument(record)) != nil
        if chunk == nil || isWhole, !isTooLong { complete(&records) }
        return records
    }

    private mutating func complete(_ records: inout [[UInt8]]) {
        if !record.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { records.append(record) }
        record = []
    }
}

extension ItemFormat where Element: JSONCodable {
    static func jsonLines(_ codec: ItemCodec<Element>) -> Self {
        Self(
            JSONLinesParser.self,
            decode: { line, index in try codec.value(line, index: index) },
            write: { try $0.jsonBytes() + [0x0A] }
        )
    }

    static func jsonSequence(_ codec: ItemCodec<Element>) -> Self {
        Self(
            JSONSequenceParser.self,
            decode: { record, index in try codec.value(record, index: index) },
            write: { [0x1E] + (try $0.jsonBytes()) + [0x0A] }
        )
    }
}
