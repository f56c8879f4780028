import ApusDiagnostics
import CApusLibYAML

/// An event that libyaml reports while it parses a text.
struct YAMLEvent {
    enum Kind {
        /// `streamStart` and `documentEnd`, which carry no information.
        case other
        case streamEnd
        case documentStart
        case alias(String)
        case scalar(Scalar)
        case sequenceStart(Properties)
        case mappingStart(Properties)
        case sequenceEnd, mappingEnd
    }

    struct Properties {
        let anchor: String?
        let tag: String?
    }

    struct Scalar {
        let properties: Properties
        /// Valid until the next event.
        let text: UnsafeBufferPointer<UInt8>
        let isPlain: Bool
    }

    let kind: Kind
    let location: SourceLocation
}

/// libyaml's parser for a text.
struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let text: SourceText
    private var source: LibyamlSource
    private var trail = EventTrail()

    init(_ text: SourceText) throws(Diagnostic) {
        source = LibyamlSource(text)
        self.text = text
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        // A parser and an event of zeros are empty, and may be deleted.
        parser.initialize(to: yaml_parser_t())
        event.initialize(to: yaml_event_t())
        try start()
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
        source.deallocate()
    }

    /// Returns the next event. The one before is no longer valid then.
    mutating func next() throws(Diagnostic) -> YAMLEvent {
        try parse()
        while try source.mend(event, at: text.location(event.pointee.start_mark)) { try startAgain() }
        trail.add(event)
        return YAMLEvent(kind: kind, location: text.location(event.pointee.start_mark))
    }

    /// Goes back to the event that was corrected. The events before it must be the same as before.
    private func startAgain() throws(Diagnostic) {
        let location = text.location(event.pointee.start_mark)
        try start()
        var trail = EventTrail()
        for _ in 0..<self.trail.count {
            try parse()
            trail.add(event)
        }
        guard trail == self.trail else {
            throw Diagnostic(defect: .yamlSyntax, message: "libyaml cannot read this as YAML 1.2", location: location)
        }
        try parse()
    }

    private func start() throws(Diagnostic) {
        yaml_parser_delete(parser)
        guard yaml_parser_initialize(parser) == 1 else {
            throw Diagnostic(defect: .yamlSyntax, message: "libyaml cannot be started", location: text.start)
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, source.bytes.baseAddress, source.bytes.count)
    }

    private func parse() throws(Diagnostic) {
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else { throw syntaxError }
    }

    private var kind: YAMLEvent.Kind {
        let data = event.pointee.data
        switch event.pointee.type {
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_ALIAS_EVENT: return .alias(String(libyaml: data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            return .scalar(
                YAMLEvent.Scalar(
                    properties: .init(data.scalar.anchor, data.scalar.tag),
                    text: UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length),
                    isPlain: data.scalar.style == YAML_PLAIN_SCALAR_STYLE
                )
            )
        case YAML_SEQUENCE_START_EVENT:
            return .sequenceStart(.init(data.sequence_start.anchor, data.sequence_start.tag))
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT: return .mappingStart(.init(data.mapping_start.anchor, data.mapping_start.tag))
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .other
        }
    }

    /// libyaml's own message: what is wrong, and in which context.
    private var syntaxError: Diagnostic {
        let state = parser.pointee
        let message = state.problem.map { String(cString: $0) } ?? "this is not YAML"
        if state.error == YAML_READER_ERROR {
            return Diagnostic(
                defect: .yamlSyntax,
                message: "\(message): U+\(String(state.problem_value, radix: 16, uppercase: true))",
                location: text.location(ofByte: state.problem_offset)
            )
        }
        let context = state.context.map { (String(cString: $0), location(state.context_mark)) }
        let hint = IndentationHint(message, line: Int(state.problem_mark.line), in: text)
        let notes = (hint?.notes ?? []) + [context].compactMap { $0 }
        return Diagnostic(
            defect: .yamlSyntax,
            message: hint.map { "\(message): \($0.message)" } ?? message,
            location: location(state.problem_mark),
            notes: notes.map { Diagnostic.Note(message: $0.0, location: $0.1) }
        )
    }

    /// The line break that is added at the end for libyaml is not visible to anybody.
    private func location(_ mark: yaml_mark_t) -> SourceLocation {
        min(text.location(mark), text.location(ofByte: text.bytes.count))
    }
}

/// A record of the events, to check whether a second run gives the same.
private struct EventTrail: Equatable {
    private(set) var count = 0
    private var digest: UInt = 0

    mutating func add(_ event: UnsafeMutablePointer<yaml_event_t>) {
        count += 1
        digest = digest &* 31 &+ UInt(event.pointee.type.rawValue)
        digest = digest &* 31 &+ UInt(event.pointee.start_mark.index)
    }
}

extension SourceText {
    fileprivate func location(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(file: file, line: firstLine + Int(mark.line), column: Int(mark.column) + 1)
    }
}

extension YAMLEvent.Properties {
    fileprivate init(_ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?) {
        self.anchor = String(libyaml: anchor)
        self.tag = String(libyaml: tag)
    }
}

extension String {
    /// libyaml passes on UTF-8 that has already been checked.
    fileprivate init?(libyaml text: UnsafeMutablePointer<yaml_char_t>?) {
        guard let text else { return nil }
        self.init(cString: text)
    }
}
