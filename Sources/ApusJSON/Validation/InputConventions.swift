/// How a server reads input more leniently than JSON Schema, and judges some of it by itself, so that its answers are those of
/// another framework.
///
/// Closures, not a protocol: the linker keeps each conformance that a module has, used or not, and with it what the conformance
/// calls.
package final class InputConventions: Sendable {
    /// A format of strings that is not judged by ``StringFormat``.
    package struct Format: Sendable {
        /// What is said of a value that is not a string.
        package var noString: IssueWording
        /// What is wrong with a string, nil for nothing.
        package var problem: @Sendable (_ text: UnsafeBufferPointer<UInt8>, _ maxLength: Int?) -> IssueWording?

        package init(
            noString: IssueWording,
            problem: @escaping @Sendable (_ text: UnsafeBufferPointer<UInt8>, _ maxLength: Int?) -> IssueWording?
        ) {
            self.noString = noString
            self.problem = problem
        }
    }

    /// What a string stands for where its format does not allow it.
    package let laxStrings: LaxStrings
    /// A number or boolean as JSON, nil for the text of a parameter that is neither.
    package let laxJSON: @Sendable (_ text: String, _ shape: JSONShape) -> String?
    /// The format of a name, nil where it is judged as everywhere.
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

/// How a server's answer puts an issue: its type, its message and what the message is made of.
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

/// What a validator notes beside an issue's kind, under ``InputConventions``.
package struct IssueNote: Hashable, Sendable {
    /// A name in the place of an issue: of a union's member, or a discriminator's tag.
    package struct Label: Hashable, Sendable {
        /// How many components of the path stand before it.
        package var depth: Int
        package var name: String
    }

    /// What the kind alone does not say.
    package enum Detail: Hashable, Sendable {
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

    package var detail: Detail?
    package var labels: [Label] = []
}
