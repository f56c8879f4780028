/// One element of an XML document: what a value is read from.
struct XMLElement: Sendable, Equatable {
    struct Attribute: Sendable, Equatable {
        var name: ExpandedName
        var value: String
    }

    /// A name without its prefix, and the namespace that the prefix stands for.
    struct ExpandedName: Sendable, Hashable {
        var namespace: String?
        var local: String
    }

    var name: ExpandedName
    var attributes: [Attribute] = []
    var children: [XMLElement] = []
    /// The text between the tags, without that of child elements.
    var text = ""

    static let instance = "http://www.w3.org/2001/XMLSchema-instance"

    /// Whether the element has `xsi:nil="true"`, and so no value.
    var isNil: Bool {
        attributes.contains {
            $0.name == ExpandedName(namespace: Self.instance, local: "nil") && ["true", "1"].contains($0.value)
        }
    }
}

/// The reason why a text is not XML that can be read.
struct XMLSyntaxError: Error, Equatable {
    var reason: String
    /// The byte at which reading stopped.
    var offset: Int

    init(_ reason: String, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}
