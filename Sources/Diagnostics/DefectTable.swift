extension Defect {
    /// The table of all defects: level, meaning, and the rule that is broken.
    package var row: Row {
        switch self {
        // The loader: bytes -> Node.
        case .inputTooLarge: .error("The input has more bytes than the limit allows.")
        case .inputEmpty: .error("The input contains no document.")
        case .unsupportedEncoding: .error("The input is UTF-16 or UTF-32; Apus reads UTF-8.")
        case .invalidUtf8: .error("The input is not valid UTF-8.", .must("RFC 8259, section 8.1"))
        case .yamlSyntax: .error("The text is not well-formed YAML.", .must("YAML 1.2"))
        case .jsonSyntax: .error("The text is not well-formed JSON.", .must("RFC 8259"))
        case .nestingTooDeep: .error("Values are nested deeper than the limit allows.")
        case .tooManyNodes:
            .error("With its aliases expanded, the document contains more values than the limit allows.")
        case .duplicateKey: .error("A mapping contains the same key twice.", .must("YAML 1.2, section 3.2.1.3"))
        case .keyNotScalar: .error("A mapping's key is a mapping or a sequence.", .must("OpenAPI, Format"))
        case .undefinedAlias:
            .error("An alias refers to an anchor that is not defined before it.", .must("YAML 1.2, section 7.1"))
        case .recursiveAlias: .error("An alias is inside the value that it refers to.", .must("OpenAPI, Format"))
        case .invalidMerge: .error("The value of a merge key `<<` is neither a mapping nor a list of mappings.")
        case .tagMismatch: .error("A value does not have the form that its tag requires.")
        case .unknownTag: .warning("A tag that is not in YAML's core schema is ignored.")
        case .severalDocuments: .error("The input contains more than one document.")
        case .noEmbeddedDocument: .error("The page has no fenced block with an OpenAPI document.")
        case .severalEmbeddedDocuments: .error("The page has several fenced OpenAPI documents.")

        // Reading: Node -> Document.
        case .notOpenapi: .error("The input is not an OpenAPI document.", .must("OpenAPI Object"))
        case .unsupportedVersion: .error("The document's version of OpenAPI is not supported.")
        case .newerVersion:
            .warning(
                "The document's version of OpenAPI is newer than any that Apus knows; it is read as the newest known version."
            )
        case .missingField:
            .leftOut("An object lacks a field without which it has no meaning.", .must("the object in question"))
        case .incompleteObject:
            .warning("An object lacks a field that the specification requires.", .must("the object in question"))
        case .wrongType:
            .leftOut("A field's value has a type that the field does not allow.", .must("the object in question"))
        case .malformedAnnotation:
            .warning("A field that is only descriptive is malformed and left out.", .must("the object in question"))
        case .looseType:
            .warning("A field's value is quoted or unquoted, contrary to its type.", .must("the object in question"))
        case .nullField: .warning("A field is `null`, which counts as absent.", .must("the object in question"))
        case .unknownValue:
            .leftOut("A field's value is not one of those that the field allows.", .must("the object in question"))
        case .valueOutOfRange:
            .leftOut("A size or count is negative or too large.", .must("JSON Schema Validation, section 6"))
        case .unknownField:
            .warning("An object has a field that is not in the specification.", .must("Specification Extensions"))
        case .unknownKeyword: .warning("A schema has a keyword that neither JSON Schema nor OpenAPI defines.")
        case .newerField: .warning("A field is newer than the document's version of OpenAPI; it is read anyway.")
        case .outdatedKeyword: .warning("A keyword of OpenAPI 3.0 is used in a later document; it is read anyway.")
        case .misplacedReference:
            .warning("A `$ref` is used where OpenAPI does not allow one; it is followed.", .must("Reference Object"))
        case .ignoredSibling: .warning("A field beside a `$ref` is ignored.")
        case .objectsTooDeep: .error("Objects are nested deeper than the limit allows.")
        case .unknownReference: .error("A `$ref` refers to nothing.", .must("Reference Object"))
        case .renamedReference:
            .warning(
                "A `$ref` refers to nothing, but the last part of its name is the name of a component.",
                .must("Reference Object"))
        case .wrongReference: .error("A `$ref` refers to an object of another kind.", .must("Reference Object"))
        case .unreadableReference: .error("A `$ref` refers to a file that cannot be read.", .must("Reference Object"))
        case .referenceOutside: .error("A `$ref` leads to a place outside the document's folder that is not allowed.")
        case .networkReference: .error("A `$ref` refers to a URL that is not mapped to a folder.")
        case .noEquivalent: .leftOut("A part of a Swagger 2.0 document has no equivalent in OpenAPI 3.")
        case .referenceCycle:
            .error("References form a cycle with nothing in between.", .must("Reference Object"))

        // Checks of a document as a whole.
        case .emptyDocument:
            .warning("A document has none of `paths`, `webhooks` and `components`.", .must("OpenAPI Object"))
        case .duplicateOperationId: .warning("Two operations have the same `operationId`.", .must("Operation Object"))
        case .duplicateParameter:
            .leftOut("An operation has two parameters with the same name and location.", .must("Operation Object"))
        case .duplicatePath:
            .warning("Two path templates differ only in the names of their variables.", .must("Paths Object"))
        case .invalidPath: .leftOut("A path template is malformed.", .must("Path Templating"))
        case .loosePath:
            .warning("A path has a query or a fragment, or does not begin with a slash.", .must("Paths Object"))
        case .shadowedOperation:
            .leftOut("A server cannot tell the requests of two operations apart.", .must("Paths Object"))
        case .undeclaredPathParameter:
            .warning(
                "A variable of a path template has no parameter; it is treated as a string.", .must("Path Templating"))
        case .unusedPathParameter:
            .leftOut("A path parameter is not in its path template.", .must("Parameter Object"))
        case .optionalPathParameter:
            .warning("A path parameter does not say that it is required.", .must("Parameter Object"))
        case .ambiguousParameter: .leftOut("A parameter or header has more than one shape.", .must("Parameter Object"))
        case .shapelessParameter:
            .warning(
                "A parameter or header has neither `schema` nor `content`; any string is accepted.",
                .must("Parameter Object"))
        case .invalidPattern:
            .leftOut(
                "A `pattern` is not a regular expression of ECMA-262; it is not checked.",
                .should("JSON Schema Core, section 6.4"))
        case .foreignPattern:
            .warning("A `pattern` is in the notation of another language.", .should("JSON Schema Core, section 6.4"))
        case .legacyPattern:
            .warning(
                "A `pattern` is valid only without the Unicode flag that JSON Schema expects.",
                .should("JSON Schema Core, section 6.4"))
        case .unknownSecurityScheme:
            .leftOut(
                "A security requirement names a scheme that is not in the components; servers refuse requests for the operation.",
                .must("Security Requirement Object"))
        case .unknownDiscriminatorTarget:
            .leftOut("A discriminator's mapping refers to a schema that does not exist.", .must("Discriminator Object"))
        case .endlessSchema:
            .warning("Every value of a schema contains another value of the same schema, so no value is finite.")
        case .unboundedSchema:
            .error(
                "A schema applies itself to the same value again, so validation never ends.",
                .should("JSON Schema Core, section 9.4.1"))
        case .recursiveDiscriminator:
            .warning("A discriminator selects among schemas that include its own schema through `allOf`.")
        case .mismatchedValue:
            .warning(
                "A default or enum value does not have the schema's type.",
                .must("Schema Object; Server Variable Object"))
        case .unsatisfiable: .warning("No value can satisfy a schema's bounds.")
        case .emptyEnum: .leftOut("An `enum` has no values.", .should("JSON Schema Validation, section 6.1.2"))
        case .booleanRequired:
            .leftOut("A schema's `required` is a boolean, not a list of names.", .must("Schema Object"))
        case .repeatedEnumValue:
            .warning("An `enum` contains a value twice.", .should("JSON Schema Validation, section 6.1.2"))
        case .invalidMediaType: .leftOut("A key of `content` is not a media type or range.", .must("Media Types"))
        case .invalidStatus:
            .leftOut(
                "A key of `responses` is not a status, range or `default`; it is left out.",
                .must("Responses Object"))
        case .invalidComponentName:
            .warning(
                "A component's name contains characters that the specification does not allow.",
                .must("Components Object"))
        case .invalidStyle: .leftOut("A parameter's style is not allowed for its location.", .must("Style Values"))
        case .unknownOperation:
            .leftOut("A link refers to an operation that is not in the document.", .must("Link Object"))
        case .unknownTagParent: .leftOut("A tag's parent is not a tag of the document.", .must("Tag Object"))
        case .invalidServer: .leftOut("A server's URL cannot be used as a base for paths.", .must("Server Object"))
        case .undefinedServerVariable:
            .warning("A variable of a server's URL is not defined; it becomes a parameter.", .must("Server Object"))

        // The tool: configuration, templates and the output folder.
        case .unreadableFile: .error("A file that the command names cannot be read.")
        case .unknownConfigurationKey: .error("`apus.yaml` has a key that Apus does not know.")
        case .invalidConfiguration: .error("A value in `apus.yaml` is not one that its key allows.")
        case .unknownFilter: .error("A filter names something that is not in the document.")
        case .unknownPin: .error("A pin in `names` or `types` names something that is not in the document.")
        case .invalidOverlay: .error("An overlay does not follow its specification, or does not fit the document.")
        case .unmatchedTarget: .warning("The target of an overlay's action selects nothing.")
        case .invalidTemplate: .error("A template cannot be read, or uses a name that its view does not have.")
        case .foreignFile: .error("A file that Apus did not write is in the place of a generated file.")
        case .editedFile: .warning("A file that is no longer generated was edited, so it is kept.")
        case .unwritableOutput: .error("The output folder cannot be written to.")

        // Planning: parts of a document that are read but have no effect on the output.
        case .nameCollision: .note("Several names would be equal in Swift, so all of them are spelled out.")
        case .unsupportedServer:
            .leftOut(
                "An operation's requests go to the client's server, since the operation's own server has a variable without a default."
            )
        case .unsupportedMethod: .leftOut("No code is generated for an operation's method.")
        case .unsupportedMediaType: .leftOut("A body's media type is left out or passed on as bytes.")
        case .bodyNotAllowed:
            .warning(
                "A response that never has a body declares content, which is left out.",
                .must("RFC 9110, section 6.4.1"))
        case .unsupportedPrefixEncoding: .leftOut("How the first parts of a body are encoded is left to the caller.")
        case .unsupportedItemEncoding: .leftOut("How the parts of a body are encoded is left to the caller.")
        case .unsupportedNestedEncoding:
            .leftOut("How the named parts inside a part are encoded is left to the caller.")
        case .unsupportedNestedPrefixEncoding:
            .leftOut("How the first parts inside a part are encoded is left to the caller.")
        case .unsupportedNestedItemEncoding:
            .leftOut("How the parts inside a part are encoded is left to the caller.")
        case .unsupportedContentSchema:
            .leftOut("The content of a string is neither typed nor validated according to its schema.")
        case .unsupportedParameter: .leftOut("No code is generated for a parameter.")
        case .unsupportedHeaders: .leftOut("The headers of a response are not generated.")
        case .unknownFormat: .warning("A `format` looks like a misspelling of a known one.")
        case .unsupportedKeyword: .leftOut("A keyword of a schema is neither typed nor validated.")
        case .patternNotLinear:
            .warning("A `pattern` is matched by backtracking, up to a limit of steps, or takes long to match.")
        case .patternTooLarge: .leftOut("A `pattern` cannot be compiled.")
        case .unsupportedDefault: .leftOut("A default cannot be written as a literal in Swift.")
        case .unsupportedSchema: .leftOut("A schema gets no type of its own; its values are free-form JSON.")
        case .unsupportedLink: .leftOut("A link needs a value that the types do not provide.")
        case .unsupportedCallbackUrl: .leftOut("The caller must find out where a callback goes.")
        case .invalidExample: .warning("An example is not valid according to its schema.", .should("Schema Object"))
        case .noSample: .warning("No value was found for a schema, so its type has no sample.")
        }
    }
}
