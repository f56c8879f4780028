import ApusDiagnostics
import ApusYAML

/// A description of the values that are allowed: JSON Schema 2020-12 with OpenAPI's vocabulary. [Schema Object]
///
/// The form of 3.0 is upgraded before it is read (see `SchemaUpgrade`). This is a class, since schemas refer to each other and a
/// schema is identified by its location, not by its content: the same pointer gives the same object.
package final class Schema: SpecificationObject {
    // Identity and references.
    package let source: ObjectSource
    /// Set for the schemas `true` and `false`.
    package let boolean: Bool?
    /// `$ref`; keywords beside it apply too.
    package let reference: Reference?
    package let dynamicReference: Reference?
    package let id: String?
    /// The URI of the schema resource that the schema belongs to: set by the `$id` around it, empty outside.
    package let resource: String
    package let anchor: String?
    package let dynamicAnchor: String?
    package let schemaDialect: String?
    /// The vocabularies of the dialect that the schema is written in, if that is one of the document's own.
    package let vocabularies: Set<String>?
    package let vocabulary: Node?
    package let comment: String?
    package let definitions: OrderedMap<Schema>

    // Any type.
    /// `nil` means any type.
    package let types: [SchemaType]?
    package let enumeration: [Node]?
    package let constant: Node?

    package let numbers: NumberAssertions

    // Strings.
    package let strings: StringAssertions
    package let format: String?
    package let contentMediaType: String?
    package let contentEncoding: String?
    package let contentSchema: Schema?

    // Arrays.
    package let arrays: ArrayAssertions
    package let prefixItems: [Schema]
    package let items: Schema?
    package let contains: Schema?
    package let minContains: Int?
    package let maxContains: Int?
    package let unevaluatedItems: Schema?

    // Objects.
    package let objects: ObjectAssertions
    package let properties: OrderedMap<Schema>
    package let patternProperties: OrderedMap<Schema>
    package let additionalProperties: Schema?
    package let unevaluatedProperties: Schema?
    package let propertyNames: Schema?
    package let required: [Located<String>]
    package let dependentRequired: OrderedMap<[Located<String>]>
    package let dependentSchemas: OrderedMap<Schema>

    // Combinations.
    package let allOf: [Schema]
    package let anyOf: [Schema]
    package let oneOf: [Schema]
    package let not: Schema?
    package let `if`: Schema?
    package let then: Schema?
    package let `else`: Schema?
    package let discriminator: Discriminator?

    // Annotations.
    package let title: String?
    package let description: String?
    package let `default`: Node?
    package let examples: [Node]
    package let deprecated: Bool
    package let readOnly: Bool
    package let writeOnly: Bool
    package let xml: XML?
    package let externalDocs: ExternalDocumentation?
    /// Keywords that neither JSON Schema nor OpenAPI defines.
    package let unknownKeywords: OrderedMap<Node>

    /// Reads the fields that are most common in documents first: a reader is done when nothing is left to take.
    init(boolean: Bool?, from object: inout ObjectReader) {
        id = object.value("$id", since: .v31)
        let resolver = object.context.resolver
        let (outer, outerVocabularies) = (resolver.resources.base, resolver.vocabularies)
        defer { (resolver.resources.base, resolver.vocabularies) = (outer, outerVocabularies) }
        if let id { resolver.resources.enter(id, at: object.source) }
        resource = resolver.resources.resourceURI(at: object.source.location)
        schemaDialect = object.value("$schema", since: .v31)
        if let schemaDialect { resolver.vocabularies = resolver.resources.vocabularies(of: schemaDialect) }
        vocabularies = resolver.vocabularies
        anchor = object.value("$anchor", since: .v31)
        dynamicAnchor = object.value("$dynamicAnchor", since: .v31)
        for name in [anchor, dynamicAnchor] { if let name { resolver.resources.addAnchor(name, at: object.source) } }
        self.boolean = boolean
        reference = (object.value("$ref") as SchemaReference?)?.reference
        types = (object.value("type") as TypeList?)?.types
        description = object.annotation("description")
        title = object.annotation("title")
        properties = object.map("properties")
        required = object.requiredNames()
        items = object.value("items")
        examples = object.annotation("examples") ?? []
        format = object.value("format")
        enumeration = object.enumeration()
        `default` = object.value("default")
        allOf = object.list("allOf")
        anyOf = object.list("anyOf", since: .v30)
        oneOf = object.list("oneOf", since: .v30)
        additionalProperties = object.value("additionalProperties")
        strings = StringAssertions(from: &object)
        numbers = NumberAssertions(from: &object)
        readOnly = object.flag("readOnly")
        writeOnly = object.flag("writeOnly", since: .v30)
        deprecated = object.flag("deprecated", since: .v30)
        arrays = ArrayAssertions(from: &object)
        constant = object.value("const", since: .v31)
        discriminator = object.value("discriminator")
        objects = ObjectAssertions(from: &object)
        not = object.value("not", since: .v30)
        xml = object.value("xml")
        externalDocs = object.annotation("externalDocs")
        prefixItems = object.list("prefixItems", since: .v31)
        patternProperties = object.patternProperties()
        propertyNames = object.value("propertyNames", since: .v31)
        unevaluatedProperties = object.value("unevaluatedProperties", since: .v31)
        unevaluatedItems = object.value("unevaluatedItems", since: .v31)
        dependentRequired = object.map("dependentRequired", since: .v31)
        dependentSchemas = object.map("dependentSchemas", since: .v31)
        contains = object.value("contains", since: .v31)
        minContains = object.value("minContains", since: .v31)
        maxContains = object.value("maxContains", since: .v31)
        `if` = object.value("if", since: .v31)
        then = object.value("then", since: .v31)
        `else` = object.value("else", since: .v31)
        contentMediaType = object.value("contentMediaType", since: .v31)
        contentEncoding = object.value("contentEncoding", since: .v31)
        contentSchema = object.value("contentSchema", since: .v31)
        definitions = object.map("$defs", since: .v31)
        dynamicReference = (object.value("$dynamicRef", since: .v31) as SchemaReference?)?.reference
        vocabulary = object.value("$vocabulary", since: .v31)
        comment = object.annotation("$comment", since: .v31)
        unknownKeywords = object.rest()
        source = object.source
    }
}
