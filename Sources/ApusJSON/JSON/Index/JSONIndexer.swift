/// Reads a JSON text in one pass and writes its tape.
///
/// It is iterative: until an array or object closes, its second word contains the index of the enclosing one. The text is copied to
/// follow the words, with zero bytes after it. No JSON value continues across a zero byte, so that loads of eight bytes and
/// look-ahead need no bounds checks: every loop below stops at a zero byte or before it.
struct JSONIndexer: ~Copyable {
    /// The number of zero bytes after the text; look-ahead reads at most 15 bytes beyond its end.
    static let padding = 16

    let bytes: UnsafePointer<UInt8>
    let end: Int
    let depthLimit: Int
    var position = 0

    /// Memory for some words, then the text.
    let block: UnsafeMutablePointer<UInt64>
    var tape: UnsafeMutablePointer<UInt64>
    var tapeCapacity: Int
    var tapeCount = 0

    /// One word for each two bytes is enough for nearly all documents; for others, the tape grows. Memory that is not written to
    /// costs nothing, while growing copies what has been written.
    init(_ text: UnsafeRawBufferPointer, limits: JSONLimits) {
        end = text.count
        depthLimit = limits.depth
        tapeCapacity = text.count / 2 + 8
        block = .allocate(capacity: tapeCapacity + (text.count + Self.padding + 7) / 8)
        tape = block
        let copy = UnsafeMutableRawPointer(block + tapeCapacity)
        UnsafeMutableRawBufferPointer(start: copy, count: text.count).copyMemory(from: text)
        (copy + text.count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
        bytes = UnsafePointer(copy.assumingMemoryBound(to: UInt8.self))
    }

    /// Makes sure that two more words fit.
    @inline(__always)
    mutating func reserveTape() {
        if tapeCount &+ 2 > tapeCapacity { growTape() }
    }

    @inline(never)
    private mutating func growTape() {
        let grown = UnsafeMutablePointer<UInt64>.allocate(capacity: tapeCapacity * 2)
        grown.update(from: tape, count: tapeCount)
        if tape != block { tape.deallocate() }
        tape = grown
        tapeCapacity *= 2
    }

    @inline(__always)
    mutating func append(_ word: TapeWord) {
        reserveTape()
        tape[tapeCount] = word.bits
        tapeCount &+= 1
    }
}

// Arrays and objects.
extension JSONIndexer {
    mutating func run() throws(JSONSyntaxError) {
        if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        var container = -1  // tape index of the innermost open array or object
        var count = 0  // its children so far
        var depth = 0

        reading: while true {
            skipWhitespace()
            let start = position
            let opening = bytes[start]
            if opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") {
                depth &+= 1
                if depth > depthLimit { throw tooDeep() }
                if container >= 0 { tape[container] = tape[container] & ~0x7_FFFF_FFC0 | UInt64(count) &<< 6 }
                let tag = opening == UInt8(ascii: "{") ? TapeWord.object : TapeWord.array
                append(TapeWord(tag, offset: start, length: 0))
                append(TapeWord(bits: UInt64(bitPattern: Int64(container))))
                container = tapeCount &- 2
                count = 0
                position = start &+ 1
                skipWhitespace()
                if bytes[position] != opening &+ 2 {  // '[' + 2 == ']', '{' + 2 == '}'
                    if tag == TapeWord.object { try readKey() }
                    continue reading
                }
            } else {
                try readScalar(opening)
                count &+= 1
            }

            // A value has ended, or the container that has just opened is empty.
            while true {
                if container < 0 {
                    skipWhitespace()
                    if position < end { throw malformed("expected the end of the document", at: position) }
                    return
                }
                skipWhitespace()
                let byte = bytes[position]
                let isObject = TapeWord(bits: tape[container]).tag == TapeWord.object
                if byte == UInt8(ascii: ",") {
                    position &+= 1
                    if isObject {
                        skipWhitespace()
                        try readKey()
                    }
                    continue reading
                }
                guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw malformed(isObject ? "expected ',' or '}'" : "expected ',' or ']'", at: position)
                }
                position &+= 1
                container = close(container, count: count)
                depth &-= 1
                if container >= 0 { count = TapeWord(bits: tape[container]).length &+ 1 }
            }
        }
    }

    /// Completes the words of a container whose bracket has closed. Returns the enclosing container; -1 for none.
    @inline(__always)
    private mutating func close(_ container: Int, count: Int) -> Int {
        let opened = TapeWord(bits: tape[container])
        let outer = Int(Int64(bitPattern: tape[container &+ 1]))
        var bits = TapeWord(opened.tag, offset: opened.offset, length: count).bits
        if opened.tag == TapeWord.object, count > 1, hasEqualKeys(object: container, count: count) {
            bits |= TapeWord.duplicates
        }
        tape[container] = bits
        tape[container &+ 1] = UInt64(tapeCount) | UInt64(position &- opened.offset) &<< 32
        return outer
    }

    /// Reads a key and the colon after it.
    @inline(__always)
    private mutating func readKey() throws(JSONSyntaxError) {
        guard bytes[position] == UInt8(ascii: "\"") else { throw malformed("expected a key in quotes", at: position) }
        try readString()
        skipWhitespace()
        guard bytes[position] == UInt8(ascii: ":") else { throw malformed("expected ':'", at: position) }
        position &+= 1
    }

    @inline(__always)
    mutating func skipWhitespace() {
        while true {
            let byte = bytes[position]
            if byte > UInt8(ascii: " ") { return }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position &+= 1
        }
    }

    @inline(never)
    func malformed(_ message: String, at offset: Int) -> JSONSyntaxError {
        JSONSyntaxError(.malformed, message, offset: offset)
    }

    @inline(never)
    private func tooDeep() -> JSONSyntaxError {
        let message = "arrays and objects are nested deeper than \(depthLimit) levels"
        return JSONSyntaxError(.tooDeep(limit: depthLimit), message, offset: position)
    }
}
