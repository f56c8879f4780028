import ApusDiagnostics
import CApusLibYAML

/// The text that is passed to libyaml. What libyaml reads differently from YAML 1.2 is replaced by text that it reads in the same
/// way.
///
/// libyaml is a parser for YAML 1.1 with parts of 1.2. It rejects most of what it does not know, but misreads four things:
///
///     foo: |\n  x\n   <end>    lacks the last line's break: one is added
///     U+0085 U+2028 U+2029     break lines (1.2: are text): become characters that the text does not have
///     [?x]                     `?` indicates a key (1.2: only before white space): becomes `[xx]`
///     &an:chor value           the anchor ends at the colon (1.2: at white space): becomes `&an_chor`
///
/// The last two can be recognised by the events that they cause. Then the text is corrected and libyaml starts again; this is rare
/// enough to be slow, and limited, since a hostile text could be full of it. Every replacement keeps the number of characters and
/// bytes, so that no location changes, and is undone in the scalars.
struct LibyamlSource {
    var bytes: UnsafeMutableBufferPointer<UInt8>
    private var offsets = OffsetCursor()
    private(set) var flowDepth = 0
    private var mendsLeft = 64
    private let lineBreaks: ForeignLineBreaks?
    /// The indices of the question marks that were replaced.
    var questionMarks: Set<Int> = []
    /// Names that libyaml cannot read, and their replacements.
    var standIns: [[UInt8]: [UInt8]] = [:]

    init(_ text: SourceText) {
        let endsLine = text.bytes.last == 0x0A || text.bytes.last == 0x0D
        bytes = .allocate(capacity: text.bytes.count + (endsLine ? 0 : 1))
        _ = bytes.initialize(from: text.bytes)
        if !endsLine { bytes.initializeElement(at: text.bytes.count, to: 0x0A) }
        lineBreaks = ForeignLineBreaks(in: text.bytes)
        lineBreaks?.hide(in: bytes)
    }

    func deallocate() { bytes.deallocate() }

    /// Corrects the text if libyaml misread it to produce this event, which is then invalid.
    mutating func mend(
        _ event: UnsafeMutablePointer<yaml_event_t>,
        at location: SourceLocation
    ) throws(Diagnostic) -> Bool {
        let type = event.pointee.type
        if let lineBreaks, type == YAML_SCALAR_EVENT { lineBreaks.restore(in: event.pointee.scalarText) }
        let index = Int(event.pointee.start_mark.index)
        let offset = offsets.move(to: index, in: bytes)
        var isMended = mendQuestionMark(index, offset)
        if !isMended { isMended = try mendName(offset, at: location) }
        guard !isMended else {
            try spend(at: location)
            return true
        }

        if type == YAML_SCALAR_EVENT, questionMarks.contains(index), !event.pointee.scalarText.isEmpty {
            event.pointee.scalarText[0] = UInt8(ascii: "?")
        }
        if event.pointee.isFlowStart {
            flowDepth += 1
        } else if flowDepth > 0, type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT {
            flowDepth -= 1
        }
        return false
    }

    private mutating func spend(at location: SourceLocation) throws(Diagnostic) {
        mendsLeft -= 1
        if mendsLeft < 0 {
            throw Diagnostic(
                defect: .yamlSyntax,
                message: "libyaml misreads too much of this text; its anchors or question marks may need quotes",
                location: location
            )
        }
    }
}

/// Converts the index of a character to the offset of its first byte. It remembers the last one, since the next one is near it.
private struct OffsetCursor {
    private var index = 0
    private var offset = 0

    mutating func move(to target: Int, in bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
        while index < target, offset < bytes.count {
            repeat { offset += 1 } while offset < bytes.count && bytes[offset] & 0xC0 == 0x80
            index += 1
        }
        while index > target, offset > 0 {
            repeat { offset -= 1 } while offset > 0 && bytes[offset] & 0xC0 == 0x80
            index -= 1
        }
        return offset
    }
}

extension yaml_event_t {
    /// The text of a scalar event, which may be changed until the next event.
    fileprivate var scalarText: UnsafeMutableBufferPointer<UInt8> {
        UnsafeMutableBufferPointer(start: data.scalar.value, count: data.scalar.length)
    }

    fileprivate var isFlowStart: Bool {
        switch type {
        case YAML_SEQUENCE_START_EVENT: data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        case YAML_MAPPING_START_EVENT: data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        default: false
        }
    }
}
