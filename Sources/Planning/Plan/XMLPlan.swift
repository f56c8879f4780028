/// The name of an element or attribute.
package struct XMLNamePlan: Sendable, Hashable {
    /// With its prefix: `smp:tag`
    package var qualified: String
    package var namespace: String?

    package init(qualified: String, namespace: String? = nil) {
        self.qualified = qualified
        self.namespace = namespace
    }
}

/// The root element of an XML body.
package struct XMLRootPlan: Sendable, Hashable {
    package var name: XMLNamePlan
    /// The name of the elements of an array inside it.
    package var item: XMLNamePlan?
}

/// The XML form of a property in its model's element, if it is not an element with the property's name.
package struct XMLMemberPlan: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case element, attribute, text, cdata
        /// The elements of an array, with this name, inside an element.
        case wrapped(item: XMLNamePlan)
    }

    package var key: String
    package var kind: Kind
    package var name: XMLNamePlan
    /// The declaration of its value, if that has an XML form of its own.
    package var model: DeclarationID?
    /// Whether the value is a map of these.
    package var isMap = false
}
