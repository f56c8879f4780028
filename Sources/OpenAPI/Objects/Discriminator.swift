/// The property of a value that determines its schema. [Discriminator Object]
package struct Discriminator: Readable {
    static let kind = "discriminator"

    package let propertyName: Located<String>
    /// Keyed by the property's value. A bare schema name is read as a reference to that component.
    package let mapping: OrderedMap<Reference>
    /// The schema of a value whose property is absent or not in the mapping.
    package let defaultMapping: Reference?
    package let source: ObjectSource

    init?(from object: inout ObjectReader) {
        guard let propertyName: Located<String> = object.required("propertyName") else { return nil }
        self.propertyName = propertyName
        let resolver = object.context.resolver
        let targets: OrderedMap<Located<String>> = object.map("mapping")
        mapping = targets.mapValues(resolver.discriminatorTarget)
        let defaultTarget: Located<String>? = object.value("defaultMapping", since: .v32)
        defaultMapping = defaultTarget.map(resolver.discriminatorTarget)
        source = object.source
    }
}
