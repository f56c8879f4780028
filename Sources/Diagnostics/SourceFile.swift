/// An input as it was read: diagnostics show its lines.
package struct SourceFile: Sendable {
    /// The name that is shown to the user: the path as given, or `<stdin>`.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The name's extension in lower case without the dot, `json` for `api/Pets.JSON`; empty when there is none.
    package var pathExtension: String {
        let component = name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]
        guard let dot = component.lastIndex(of: UInt8(ascii: ".")), dot > component.startIndex else { return "" }
        return name[component.index(after: dot)..<component.endIndex].lowercased()
    }

    /// The text of a line (1 for the first) without its line break. Invalid UTF-8 is shown as U+FFFD.
    package func line(_ number: Int) -> String? { LineIndex(bytes).line(number, of: bytes) }
}

/// Where the lines of a text begin. A line ends with LF, CR LF or CR, as in YAML 1.2 (section 5.4).
package struct LineIndex: Sendable {
    /// The byte offset of each line's first character; a byte order mark belongs to no line.
    package let starts: [Int]

    package init(_ bytes: [UInt8]) {
        var starts = [bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0]
        bytes.withUnsafeBufferPointer { bytes in
            for offset in bytes.indices where bytes[offset] == 0x0A || bytes[offset] == 0x0D {
                let isCarriageReturnOfPair =
                    bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
                if !isCarriageReturnOfPair { starts.append(offset + 1) }
            }
        }
        self.starts = starts
    }

    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The text of a line (1 for the first) of the bytes that were indexed.
    package func line(_ number: Int, of bytes: [UInt8]) -> String? {
        guard starts.indices.contains(number - 1) else { return nil }
        let end = number < starts.count ? starts[number] : bytes.count
        var line = bytes[starts[number - 1]..<end]
        while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }
}
