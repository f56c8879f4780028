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
    /// What the elements of an array inside of it are called.
    package var item: XMLNamePlan?
}

/// How a property stands in its model's element, where that is not as an element of its own name.
package struct XMLMemberPlan: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case element, attribute, text, cdata
        /// An array's elements, by their name, inside an element.
        case wrapped(item: XMLNamePlan)
    }

    package var key: String
    package var kind: Kind
    package var name: XMLNamePlan
    /// What it holds, where that has a shape of its own.
    package var model: DeclarationID?
    /// Whether it holds a map of these.
    package var isMap = false
}
