/// How a server reads input more leniently than JSON Schema and validates some of it in its own way, so that its responses are
/// those of another framework.
///
/// Closures, not a protocol: the linker keeps each conformance that a module has, used or not, and with it what the conformance
/// calls.
package final class InputConventions: Sendable {
    /// A format of strings that is not validated by ``StringFormat``.
    package struct Format: Sendable {
        /// The issue reported for a value that is not a string.
        package var noString: IssueWording
        /// What is wrong with a string; `nil` if it is valid.
        package var problem: @Sendable (_ text: UnsafeBufferPointer<UInt8>, _ maxLength: Int?) -> IssueWording?

        package init(
            noString: IssueWording,
            problem: @escaping @Sendable (_ text: UnsafeBufferPointer<UInt8>, _ maxLength: Int?) -> IssueWording?
        ) {
            self.noString = noString
            self.problem = problem
        }
    }

    /// The value of a string that its format does not allow.
    package let laxStrings: LaxStrings
    /// A number or boolean as JSON; `nil` if the text of a parameter is neither.
    package let laxJSON: @Sendable (_ text: String, _ shape: JSONShape) -> String?
    /// The format with a name; `nil` if it is validated as usual.
    package let format: @Sendable (_ name: String) -> Format?
    /// Whether `1.0` is an integer.
    package let takesWholeNumbers: Bool

    package init(
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

/// The words for an issue in a server's response: its type, its message and the values in the message.
package struct IssueWording: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var key: String
        package var value: JSONValue
    }

    package var type: String
    package var msg: String
    package var context: [Entry]

    package init(_ type: String, _ msg: String, _ context: KeyValuePairs<String, JSONValue> = [:]) {
        self.type = type
        self.msg = msg
        self.context = context.map { Entry(key: $0.key, value: $0.value) }
    }
}

/// What a validator with ``InputConventions`` records in addition to an issue's kind.
package struct IssueNote: Hashable, Sendable {
    /// A name in the location of an issue: that of a union's member, or a discriminator's tag.
    package struct Label: Hashable, Sendable {
        /// The number of path components before it.
        package var depth: Int
        package var name: String
    }

    /// What cannot be derived from the kind alone.
    package enum Detail: Hashable, Sendable {
        /// An array whose elements must all be different.
        case set
        /// An array that has one schema for each element.
        case tuple
        /// The values of an enumeration that has no name in the document.
        case literal
        /// A discriminator's member is missing.
        case noTag(key: String)
        /// The value of a discriminator's member does not match any of the alternatives.
        case unknownTag(JSONValue, key: String, expected: [String])
        /// The words of the conventions.
        case wording(IssueWording)
    }

    package var detail: Detail?
    package var labels: [Label] = []
}
