import ApusDiagnostics

/// The part of a file that contains the document: all of it, or a fenced block of a page. It begins where a line begins, so that
/// its columns are those of the file.
struct SourceText {
    let bytes: ArraySlice<UInt8>
    let file: FileID
    /// The number of the first line of `bytes` in the file.
    let firstLine: Int

    /// All of a file, without its byte order mark.
    init(_ file: SourceFile, id: FileID) {
        let hasMark = file.bytes.starts(with: LineIndex.byteOrderMark)
        self.init(bytes: hasMark ? file.bytes.dropFirst(LineIndex.byteOrderMark.count) : file.bytes[...], file: id)
    }

    init(bytes: ArraySlice<UInt8>, file: FileID, firstLine: Int = 1) {
        self.bytes = bytes
        self.file = file
        self.firstLine = firstLine
    }

    var start: SourceLocation { SourceLocation(file: file, line: firstLine, column: 1) }

    /// The first byte that is not white space.
    var firstSignificantByte: UInt8? { bytes.first { !$0.isWhiteSpace } }

    /// The location of a byte, counted from the start of `bytes`.
    func location(ofByte offset: Int) -> SourceLocation {
        bytes.withUnsafeBufferPointer { bytes in
            var cursor = LocationCursor(self)
            return cursor.advance(to: offset, in: bytes)
        }
    }
}

/// Converts byte offsets to locations. Offsets must come in ascending order, so that each byte is read only once.
struct LocationCursor {
    private let file: FileID
    private var offset = 0
    private var line: Int
    private var column = 1

    init(_ text: SourceText) {
        file = text.file
        line = text.firstLine
    }

    mutating func advance(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourceLocation {
        let end = min(target, bytes.count)
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case 0x0A: (line, column) = (line + 1, 1)
            case 0x0D: if offset == bytes.count || bytes[offset] != 0x0A { (line, column) = (line + 1, 1) }
            case 0x80..<0xC0: break  // continues a scalar that was counted
            default: column += 1
            }
        }
        return SourceLocation(file: file, line: line, column: column)
    }
}

extension UInt8 {
    /// Whether the byte is white space in JSON (RFC 8259, section 2) and YAML, including line breaks.
    var isWhiteSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
