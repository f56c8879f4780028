/// How much a defect weighs. Errors stop the run before anything is written.
package enum Severity: String, Comparable, CaseIterable, Sendable {
    case note, warning, error

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// The table of everything that Apus finds fault with: one row a defect, `severity identifier: explanation`.
///
/// The identifier ends each diagnostic in brackets and stays the same between versions, since users search for it and
/// silence it by name. It is the case's own name in kebab case, which a test checks.
package enum Defect: String, CaseIterable, Sendable {
    // The loader: bytes -> Node.
    case inputTooLarge = "error input-too-large: The input holds more bytes than the limit allows."
    case inputEmpty = "error input-empty: The input holds no document."
    case unsupportedEncoding = "error unsupported-encoding: The input is UTF-16 or UTF-32; Apus reads UTF-8."
    case invalidUtf8 = "error invalid-utf8: The input is not valid UTF-8."
    case yamlSyntax = "error yaml-syntax: The text is not well-formed YAML."
    case jsonSyntax = "error json-syntax: The text is not well-formed JSON."
    case nestingTooDeep = "error nesting-too-deep: Values are nested deeper than the limit allows."
    case tooManyNodes =
        "error too-many-nodes: The document, its aliases expanded, holds more values than the limit allows."
    case duplicateKey = "error duplicate-key: A mapping holds one key twice."
    case keyNotScalar = "error key-not-scalar: A mapping's key is a mapping or a sequence."
    case undefinedAlias = "error undefined-alias: An alias names an anchor that does not stand before it."
    case recursiveAlias = "error recursive-alias: An alias stands inside the value that it names."
    case invalidMerge =
        "error invalid-merge: The value of a merge key `<<` is neither a mapping nor a list of mappings."
    case tagMismatch = "error tag-mismatch: A value does not have the form that its tag demands."
    case unknownTag = "warning unknown-tag: A tag that YAML's core schema does not have is ignored."
    case severalDocuments = "error several-documents: The input holds more than one document."
    case noEmbeddedDocument = "error no-embedded-document: The page has no fenced block that holds an OpenAPI document."
    case severalEmbeddedDocuments = "error several-embedded-documents: The page has several fenced OpenAPI documents."

    // Reading: Node -> Document.
    case notOpenapi = "error not-openapi: The input is no OpenAPI document."
    case unsupportedVersion = "error unsupported-version: The document's version of OpenAPI is not read."
    case newerVersion =
        "warning newer-version: The document's version of OpenAPI is newer than Apus and read as the newest it knows."
    case missingField = "error missing-field: An object lacks a field without which it has no meaning."
    case incompleteObject = "warning incomplete-object: An object lacks a field that the specification requires."
    case wrongType = "error wrong-type: A field's value is of a type that the field does not take."
    case malformedAnnotation = "warning malformed-annotation: A field that only describes is malformed and left out."
    case looseType = "warning loose-type: A field's value is quoted, or not quoted, against its type."
    case nullField = "warning null-field: A field is `null`, which counts as absent."
    case unknownValue = "error unknown-value: A field holds a word that is not one of those it takes."
    case valueOutOfRange = "error value-out-of-range: A size or count is negative or too large."
    case unknownField = "warning unknown-field: An object has a field that the specification does not know."
    case unknownKeyword = "warning unknown-keyword: A schema has a keyword that neither JSON Schema nor OpenAPI knows."
    case newerField = "warning newer-field: A field is newer than the version that the document names; it is honoured."
    case outdatedKeyword =
        "warning outdated-keyword: A keyword of OpenAPI 3.0 stands in a later document; it is honoured."
    case misplacedReference =
        "warning misplaced-reference: A `$ref` stands where OpenAPI has none; it is followed."
    case ignoredSibling = "warning ignored-sibling: What stands beside a `$ref` is ignored."
    case objectsTooDeep = "error objects-too-deep: Objects are nested deeper than the limit allows."
    case unknownReference = "error unknown-reference: A `$ref` names nothing."
    case wrongReference = "error wrong-reference: A `$ref` names an object of another kind."
    case unreadableReference = "error unreadable-reference: A `$ref` names a file that cannot be read."
    case referenceOutside =
        "error reference-outside: A `$ref` leads out of the document's folder to where it may not go."
    case networkReference = "error network-reference: A `$ref` names a URL that is mapped to no folder."
    case noEquivalent = "warning no-equivalent: What Swagger 2.0 says has no equivalent in OpenAPI 3."
    case referenceCycle = "error reference-cycle: References lead back to themselves with nothing in between."

    // Checks of a document as a whole.
    case emptyDocument = "error empty-document: A document has none of `paths`, `webhooks` and `components`."
    case duplicateOperationId = "error duplicate-operation-id: Two operations have one `operationId`."
    case duplicateParameter = "error duplicate-parameter: An operation has two parameters of one name and place."
    case duplicatePath = "error duplicate-path: Two path templates are equal but for the names of their variables."
    case invalidPath = "error invalid-path: A path template or a server's URL is malformed."
    case undeclaredPathParameter = "error undeclared-path-parameter: A variable of a path template has no parameter."
    case unusedPathParameter = "error unused-path-parameter: A path parameter is not in its path template."
    case optionalPathParameter = "warning optional-path-parameter: A path parameter does not say that it is required."
    case ambiguousParameter = "error ambiguous-parameter: A parameter or header has more than one shape."
    case shapelessParameter =
        "warning shapeless-parameter: A parameter or header has neither `schema` nor `content`; any text will do."
    case invalidPattern = "error invalid-pattern: A `pattern` is no regular expression of ECMA-262."
    case legacyPattern =
        "warning legacy-pattern: A `pattern` is valid only without the Unicode flag that JSON Schema expects."
    case unknownSecurityScheme =
        "error unknown-security-scheme: A security requirement names no scheme of the components."
    case unknownDiscriminatorTarget = "error unknown-discriminator-target: A discriminator's mapping names no schema."
    case unboundedSchema =
        "error unbounded-schema: A schema is tried within itself for the same value, which never ends."
    case recursiveDiscriminator =
        "warning recursive-discriminator: A discriminator chooses among schemas that include its own by `allOf`."
    case mismatchedValue = "warning mismatched-value: A default or enum value does not have the schema's type."
    case unsatisfiable = "warning unsatisfiable: No value can satisfy a schema's bounds."
    case emptyEnum = "error empty-enum: An `enum` has no value."
    case repeatedEnumValue = "warning repeated-enum-value: An `enum` has a value twice."
    case invalidMediaType = "error invalid-media-type: A key of `content` is no media type or range."
    case invalidStatus =
        "warning invalid-status: A key of `responses` is no status, range or `default`; it is left out."
    case invalidComponentName =
        "warning invalid-component-name: A component's name has characters that the specification excludes."
    case invalidStyle = "error invalid-style: A parameter's style does not exist for its place."
    case unknownOperation = "warning unknown-operation: A link names no operation of the document."
    case unknownTagParent = "warning unknown-tag-parent: A tag's parent is no tag of the document."
    case undefinedServerVariable = "error undefined-server-variable: A variable of a server's URL is not defined."

    // The tool: configuration, templates and the output folder.
    case unreadableFile = "error unreadable-file: A file that the command names cannot be read."
    case unknownConfigurationKey = "error unknown-configuration-key: `apus.yaml` has a key that Apus does not know."
    case invalidConfiguration = "error invalid-configuration: A value in `apus.yaml` is not one that its key takes."
    case unknownFilter = "error unknown-filter: A filter names what the document does not have."
    case invalidOverlay =
        "error invalid-overlay: An overlay is not of the specification's form, or does not fit the document."
    case unmatchedTarget = "warning unmatched-target: The target of an overlay's action selects nothing."
    case invalidTemplate = "error invalid-template: A template cannot be read, or asks for what its view does not have."
    case foreignFile = "error foreign-file: A file that Apus did not write stands where a generated one belongs."
    case editedFile = "warning edited-file: A file that is no longer generated was edited, so it stays."
    case unwritableOutput = "error unwritable-output: The output folder cannot be written."

    // Planning: what is read and not honoured further on.
    case nameCollision = "note name-collision: Names are equal in Swift, so that all of them are spelled out."
    case securityNotGenerated = "error security-not-generated: An operation demands credentials that nothing checks."
    case methodNotHonoured = "warning method-not-honoured: An operation's method has no generated form."
    case mediaTypeNotHonoured =
        "warning media-type-not-honoured: A body's media type is left out or passed on as bytes."
    case bodyNotAllowed =
        "warning body-not-allowed: A response that never has a body declares content, which is left out."
    case prefixEncodingNotHonoured =
        "warning prefix-encoding-not-honoured: How the first parts of a body are encoded is left to the caller."
    case itemEncodingNotHonoured =
        "warning item-encoding-not-honoured: How the parts of a body are encoded is left to the caller."
    case nestedEncodingNotHonoured =
        "warning nested-encoding-not-honoured: How the named parts inside of a part are encoded is left to the caller."
    case nestedPrefixEncodingNotHonoured =
        "warning nested-prefix-encoding-not-honoured: How the first parts inside of a part are encoded is left to the caller."
    case nestedItemEncodingNotHonoured =
        "warning nested-item-encoding-not-honoured: How the parts inside of a part are encoded is left to the caller."
    case contentSchemaNotHonoured =
        "warning content-schema-not-honoured: What a text holds is neither typed nor validated by its schema."
    case parameterNotHonoured = "warning parameter-not-honoured: A parameter has no generated form."
    case headersNotHonoured = "warning headers-not-honoured: The headers of a response are not generated."
    case keywordNotHonoured = "warning keyword-not-honoured: A keyword of a schema is neither typed nor validated."
    case patternNotLinear =
        "warning pattern-not-linear: A `pattern` is tried branch by branch, up to a bound of steps, or takes long."
    case patternTooLarge = "error pattern-too-large: A `pattern` cannot be compiled."
    case defaultNotHonoured = "warning default-not-honoured: A default has no literal in Swift."
    case schemaNotHonoured = "warning schema-not-honoured: A schema has no type of its own and is free-form JSON."
    case linkNotHonoured = "warning link-not-honoured: A link asks for what the types do not tell."
    case callbackUrlNotHonoured =
        "warning callback-url-not-honoured: Where a callback goes is left to the caller to find out."
    case invalidExample = "warning invalid-example: An example is not valid by its schema."
    case noSample = "warning no-sample: No value of a schema was found, so that its type has no sample."
}

extension Defect {
    package var severity: Severity {
        // A test holds every row to the form; were one malformed, erring on the strict side is the safe way.
        Severity(rawValue: String(rawValue.prefix { $0 != " " })) ?? .error
    }

    /// `duplicate-key`
    package var identifier: String {
        String(rawValue.drop { $0 != " " }.dropFirst().prefix { $0 != ":" })
    }

    /// `A mapping holds one key twice.`
    package var explanation: String {
        String(rawValue.drop { $0 != ":" }.dropFirst(2))
    }

    /// Whether it tells of something sound that nothing generated honours.
    package var isGap: Bool {
        switch self {
        case .noEquivalent: true
        case _: identifier.hasSuffix("-not-honoured")
        }
    }

    package init?(identifier: String) {
        guard let defect = Self.allCases.first(where: { $0.identifier == identifier }) else { return nil }
        self = defect
    }
}
