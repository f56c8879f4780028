/// How a server reads input more leniently than JSON Schema, and judges some of it by itself, so that its answers are those of
/// another framework.
///
/// Closures, not a protocol: the linker keeps each conformance that a module has, used or not, and with it what the conformance
/// calls. What only a static function of servers makes is left out of a client.
final class InputConventions: Sendable {
    /// A format of strings that is not judged by ``StringFormat``.
    struct Format: Sendable {
        /// What is said of a value that is not a string.
        var noString: IssueWording
        /// What is wrong with a string, nil for nothing.
        var problem: @Sendable (_ text: UnsafeBufferPointer<UInt8>, _ maxLength: Int?) -> IssueWording?
    }

    /// What a string stands for where its format does not allow it.
    let laxStrings: LaxStrings
    /// A number or boolean as JSON, nil for the text of a parameter that is neither.
    let laxJSON: @Sendable (_ text: String, _ shape: JSONShape) -> String?
    /// The format of a name, nil where it is judged as everywhere.
    let format: @Sendable (_ name: String) -> Format?
    /// Whether `1.0` is an integer.
    let takesWholeNumbers: Bool

    init(
        takesWholeNumbers: Bool, laxStrings: @escaping LaxStrings,
        laxJSON: @escaping @Sendable (_ text: String, _ shape: JSONShape) -> String?,
        format: @escaping @Sendable (_ name: String) -> Format?
    ) {
        self.takesWholeNumbers = takesWholeNumbers
        self.laxStrings = laxStrings
        self.laxJSON = laxJSON
        self.format = format
    }
}

/// How a server's answer puts an issue: its type, its message and what the message is made of.
struct IssueWording: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        var key: String
        var value: JSONValue
    }

    var type: String
    var msg: String
    var context: [Entry]

    init(_ type: String, _ msg: String, _ context: KeyValuePairs<String, JSONValue> = [:]) {
        self.type = type
        self.msg = msg
        self.context = context.map { Entry(key: $0.key, value: $0.value) }
    }
}

/// What a validator notes beside an issue's kind, under ``InputConventions``.
struct IssueNote: Hashable, Sendable {
    /// A name in the place of an issue: of a union's member, or a discriminator's tag.
    struct Label: Hashable, Sendable {
        /// How many components of the path stand before it.
        var depth: Int
        var name: String
    }

    /// What the kind alone does not say.
    enum Detail: Hashable, Sendable {
        /// An array whose elements are all different.
        case set
        /// An array of as many elements as there are schemas for them.
        case tuple
        /// Values that have no name in the document.
        case literal
        /// A discriminator's member is missing.
        case noTag(key: String)
        /// A discriminator's member names none of the alternatives.
        case unknownTag(JSONValue, key: String, expected: [String])
        /// As the conventions put it.
        case wording(IssueWording)
    }

    var detail: Detail?
    var labels: [Label] = []
}
