/// A kind of body content: one row states how it is recognised, typed, read, written, assumed and validated.
///
/// All other code uses the row instead of switching over kinds.
package struct ContentKind: Sendable {
    /// What the type of a value is derived from.
    package enum Typing: Sendable, Hashable {
        /// The type that the schema describes, in some notation.
        case schema
        /// A structure with the parts of a multipart form.
        case parts
        /// A string, or a number, date or enumeration case that is written as a string.
        case text
        /// All bytes.
        case bytes
        /// Bytes as a stream.
        case stream
        /// Values as a stream.
        case items(ItemFormat)
    }

    /// How a parameter with `content` of this kind is written.
    package enum ParameterNotation: Sendable, Hashable {
        case json, form, text
    }

    // MARK: Recognised

    /// The media types of this kind, and the prefixes and suffixes of other media types of this kind.
    var mediaTypes: Set<String> = []
    var prefixes: [String] = []
    var suffixes: [String] = []
    /// The prefixes of media types that are not of this kind although they have its suffix, such as images in XML.
    var exceptions: [String] = []
    /// Patterns that are not media types themselves, with the media types that are sent for them.
    var patterns: [String: String] = [:]
    /// A client that has a choice sends the kind with the lowest rank.
    var rank: Int

    // MARK: Typed

    package var typing: Typing
    /// Whether it is read as text if there is no schema.
    var needsSchema = false
    /// Whether a schema may declare it as bytes, `format: binary`.
    var mayBeBytes = false
    /// Whether a reader treats all of its media types alike.
    var isOneKind = false
    /// Whether reading does not depend on names of the model itself, as it does for XML.
    var isPlain = false

    // MARK: Read and written

    /// The name of the runtime's functions that read and write it: `json`.
    package var function: String
    /// The function that reads a response whose media type is a range.
    package var rangeFunction: String?
    /// The media types that these functions assume; others are passed to them.
    var assumed: Set<String> = []
    /// Whether it has only one media type.
    var hasOneMediaType = false
    /// Whether the value itself states its media type within a range.
    package var namesMediaType = false
    /// Whether the function that creates a response assumes the status 200.
    package var assumesOK = false
    /// Whether the function that sends it distinguishes `null` from an absent body.
    package var writesNull = false
    /// Whether reading the body of an answer can fail.
    package var canFail = true
    /// Whether the whole body is read before a value is made of it.
    package var isWhole = true
    var parameter: ParameterNotation?

    // MARK: Validated

    /// Whether a client validates what it sends.
    package var isValidated = true
}

extension ContentKind: Hashable {
    package static func == (lhs: Self, rhs: Self) -> Bool { lhs.function == rhs.function }

    package func hash(into hasher: inout Hasher) { hasher.combine(function) }
}

// MARK: The table

extension ContentKind {
    static let all = [json, form, multipart, xml, text, data, stream, events, eventObjects, jsonLines, jsonSequence]

    /// `application/json` or a `+json` type.
    package static let json = ContentKind(
        mediaTypes: ["application/json", "text/json", "*/*", "application/*"],
        suffixes: ["+json"],
        // The pattern that a framework declares for all JSON is not a media type that can be sent.
        patterns: ["application/*+json": "application/json"],
        rank: 1,
        typing: .schema,
        mayBeBytes: true,
        isOneKind: true,
        isPlain: true,
        function: "json",
        rangeFunction: "jsonOrText",
        assumed: ["application/json", "*/*", "application/*"],
        assumesOK: true,
        writesNull: true,
        parameter: .json
    )

    package static let form = ContentKind(
        mediaTypes: ["application/x-www-form-urlencoded"],
        rank: 2,
        typing: .schema,
        isPlain: true,
        function: "urlEncoded",
        hasOneMediaType: true,
        parameter: .form
    )

    package static let multipart = ContentKind(
        mediaTypes: ["multipart/form-data"],
        rank: 2,
        typing: .parts,
        function: "multipart",
        hasOneMediaType: true,
        isValidated: false
    )

    package static let xml = ContentKind(
        suffixes: ["/xml", "+xml"],
        exceptions: ["image/"],
        patterns: ["application/*+xml": "application/xml"],
        rank: 2,
        typing: .schema,
        needsSchema: true,
        isOneKind: true,
        function: "xml",
        assumed: ["application/xml"]
    )

    package static let text = ContentKind(
        prefixes: ["text/"],
        rank: 3,
        typing: .text,
        mayBeBytes: true,
        function: "text",
        assumed: ["text/plain"],
        parameter: .text
    )

    /// Bytes as a whole: for failures.
    package static let data = ContentKind(
        rank: 4, typing: .bytes, function: "data", canFail: false, isValidated: false
    )

    /// Bytes as a stream; of any type in a range, `image/*`, which the value names.
    package static let stream = ContentKind(
        rank: 4, typing: .stream, function: "stream", namesMediaType: true, canFail: false, isWhole: false,
        isValidated: false
    )

    private static let events = items(.events, ["text/event-stream"], assumed: "text/event-stream")
    private static let eventObjects = items(.eventObjects, [], assumed: "text/event-stream")
    private static let jsonLines = items(
        .jsonLines,
        [
            "application/jsonl", "application/x-jsonl", "text/jsonl", "application/jsonlines",
            "application/x-jsonlines", "application/json-lines", "application/ndjson", "application/x-ndjson",
        ],
        assumed: "application/jsonl"
    )
    private static let jsonSequence = items(
        .jsonSequence, ["application/json-seq"], suffixes: ["+json-seq"], assumed: "application/json-seq")

    private static func items(
        _ format: ItemFormat, _ mediaTypes: Set<String>, suffixes: [String] = [], assumed: String
    ) -> ContentKind {
        ContentKind(
            mediaTypes: mediaTypes, suffixes: suffixes, rank: 2, typing: .items(format), function: format.rawValue,
            assumed: [assumed], namesMediaType: true, canFail: false, isWhole: false, isValidated: false
        )
    }

    package static func items(_ format: ItemFormat) -> ContentKind {
        switch format {
        case .events: events
        case .eventObjects: eventObjects
        case .jsonLines: jsonLines
        case .jsonSequence: jsonSequence
        }
    }
}

extension ContentKind {
    /// How the items of a stream are written in it; `nil` if it is not a stream of values.
    package var itemFormat: ItemFormat? { if case .items(let format) = typing { format } else { nil } }

    /// Whether the content is a structured value in some notation.
    package var isStructured: Bool { typing == .schema }
}

/// The format of the items of a stream: the names of the runtime's functions.
package enum ItemFormat: String, Hashable, Sendable {
    /// Server-sent events whose data is text or JSON.
    case events
    /// Server-sent events, described with all their fields.
    case eventObjects
    case jsonLines
    case jsonSequence
}

/// How a body is read and written.
package struct ContentPlan: Sendable, Hashable {
    /// What the schema and its encoding state in addition to the type.
    package enum Details: Sendable, Hashable {
        case none
        /// `requiredLists` are the keys of required lists; in a form, an empty list cannot be distinguished from an absent one.
        case form([FormEncodingPlan], requiredLists: [String])
        case xml(XMLRootPlan)
    }

    package var kind: ContentKind
    package var mediaType: String
    package var details = Details.none

    /// The media type, if it is not the one that the runtime's function assumes.
    package var unusualMediaType: String? {
        kind.hasOneMediaType || kind.assumed.contains(mediaType) ? nil : mediaType
    }

    /// The same for a message that is sent. A range cannot be sent unless the value states a media type within it.
    package var statedMediaType: String? {
        unusualMediaType.flatMap { !$0.hasSuffix("*") || kind.namesMediaType ? $0 : nil }
    }

    /// The runtime's function that reads an answer; for a range, one that accepts every media type.
    package var answerFunction: String {
        kind.rangeFunction.flatMap { mediaType.hasSuffix("*") ? $0 : nil } ?? kind.function
    }
}
