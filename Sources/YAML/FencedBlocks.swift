import ApusDiagnostics

/// Finds the fenced code blocks of a page, line by line, as defined in CommonMark 0.31 (section 4.5).
///
/// With two differences: a fence may be indented by any amount, since lists and tabs nest fences deeply, and the content keeps its
/// indentation, which is harmless in YAML and JSON and keeps the columns correct.
struct FencedBlocks {
    enum Place {
        case outside, fence, inside
    }

    private struct Fence {
        let character: UInt8
        let length: Int
        let line: TextLines.Line
    }

    private struct Block {
        let content: Range<Int>
        let firstLine: Int
    }

    private var blocks: [Block] = []
    private var open: Fence?

    /// Takes the next line and returns where it is.
    mutating func add(_ line: TextLines.Line) -> Place {
        guard let open else {
            self.open = Self.fence(line)
            return self.open == nil ? .outside : .fence
        }
        guard let fence = Self.fence(line), fence.character == open.character, fence.length >= open.length,
            Self.info(line, after: fence).allSatisfy(\.isWhiteSpace)
        else { return .inside }
        close(at: line.bytes.startIndex)
        return .fence
    }

    /// Returns all blocks; a block that is still open extends to the end.
    consuming func finish(_ text: SourceText) -> [SourceText] {
        close(at: text.bytes.endIndex)
        return blocks.map { block in
            SourceText(bytes: text.bytes[block.content], file: text.file, firstLine: text.firstLine + block.firstLine)
        }
    }

    private mutating func close(at end: Int) {
        guard let fence = open else { return }
        blocks.append(Block(content: fence.line.bytes.endIndex..<end, firstLine: fence.line.number + 1))
        open = nil
    }

    /// Three or more backticks or tildes; after backticks, the line must not contain another backtick.
    private static func fence(_ line: TextLines.Line) -> Fence? {
        let content = line.bytes.drop { $0 == 0x20 || $0 == 0x09 }
        guard let character = content.first, character == UInt8(ascii: "`") || character == UInt8(ascii: "~")
        else { return nil }
        let length = content.prefix { $0 == character }.count
        let fence = Fence(character: character, length: length, line: line)
        guard length >= 3 else { return nil }
        return character == UInt8(ascii: "~") || !info(line, after: fence).contains(character) ? fence : nil
    }

    private static func info(_ line: TextLines.Line, after fence: Fence) -> ArraySlice<UInt8> {
        line.bytes.drop { $0 == 0x20 || $0 == 0x09 }.dropFirst(fence.length)
    }
}
