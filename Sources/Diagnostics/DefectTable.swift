extension Defect {
    /// The table of all defects: level, meaning, and the rule that is broken.
    package var row: Row {
        switch self {
        // The loader: bytes -> Node.
        case .inputTooLarge: .error("The input holds more bytes than the limit allows.")
        case .inputEmpty: .error("The input holds no document.")
        case .unsupportedEncoding: .error("The input is UTF-16 or UTF-32; Apus reads UTF-8.")
        case .invalidUtf8: .error("The input is not valid UTF-8.", .must("RFC 8259, section 8.1"))
        case .yamlSyntax: .error("The text is not well-formed YAML.", .must("YAML 1.2"))
        case .jsonSyntax: .error("The text is not well-formed JSON.", .must("RFC 8259"))
        case .nestingTooDeep: .error("Values are nested deeper than the limit allows.")
        case .tooManyNodes: .error("The document, its aliases expanded, holds more values than the limit allows.")
        case .duplicateKey: .error("A mapping holds one key twice.", .must("YAML 1.2, section 3.2.1.3"))
        case .keyNotScalar: .error("A mapping's key is a mapping or a sequence.", .must("OpenAPI, Format"))
        case .undefinedAlias:
            .error("An alias names an anchor that does not stand before it.", .must("YAML 1.2, section 7.1"))
        case .recursiveAlias: .error("An alias stands inside the value that it names.", .must("OpenAPI, Format"))
        case .invalidMerge: .error("The value of a merge key `<<` is neither a mapping nor a list of mappings.")
        case .tagMismatch: .error("A value does not have the form that its tag demands.")
        case .unknownTag: .warning("A tag that YAML's core schema does not have is ignored.")
        case .severalDocuments: .error("The input holds more than one document.")
        case .noEmbeddedDocument: .error("The page has no fenced block that holds an OpenAPI document.")
        case .severalEmbeddedDocuments: .error("The page has several fenced OpenAPI documents.")

        // Reading: Node -> Document.
        case .notOpenapi: .error("The input is not an OpenAPI document.", .must("OpenAPI Object"))
        case .unsupportedVersion: .error("The document's version of OpenAPI is not read.")
        case .newerVersion:
            .warning("The document's version of OpenAPI is newer than Apus and read as the newest it knows.")
        case .missingField:
            .leftOut("An object lacks a field without which it has no meaning.", .must("the object in question"))
        case .incompleteObject:
            .warning("An object lacks a field that the specification requires.", .must("the object in question"))
        case .wrongType:
            .leftOut("A field's value is of a type that the field does not take.", .must("the object in question"))
        case .malformedAnnotation:
            .warning("A field that only describes is malformed and left out.", .must("the object in question"))
        case .looseType:
            .warning("A field's value is quoted, or not quoted, against its type.", .must("the object in question"))
        case .nullField: .warning("A field is `null`, which counts as absent.", .must("the object in question"))
        case .unknownValue:
            .leftOut("A field holds a word that is not one of those it takes.", .must("the object in question"))
        case .valueOutOfRange:
            .leftOut("A size or count is negative or too large.", .must("JSON Schema Validation, section 6"))
        case .unknownField:
            .warning("An object has a field that the specification does not know.", .must("Specification Extensions"))
        case .unknownKeyword: .warning("A schema has a keyword that neither JSON Schema nor OpenAPI knows.")
        case .newerField: .warning("A field is newer than the version that the document names; it is honoured.")
        case .outdatedKeyword: .warning("A keyword of OpenAPI 3.0 stands in a later document; it is honoured.")
        case .misplacedReference:
            .warning("A `$ref` stands where OpenAPI has none; it is followed.", .must("Reference Object"))
        case .ignoredSibling: .warning("What stands beside a `$ref` is ignored.")
        case .objectsTooDeep: .error("Objects are nested deeper than the limit allows.")
        case .unknownReference: .error("A `$ref` names nothing.", .must("Reference Object"))
        case .renamedReference:
            .warning(
                "A `$ref` names nothing but the last part of its name is a component's.", .must("Reference Object"))
        case .wrongReference: .error("A `$ref` names an object of another kind.", .must("Reference Object"))
        case .unreadableReference: .error("A `$ref` names a file that cannot be read.", .must("Reference Object"))
        case .referenceOutside: .error("A `$ref` leads out of the document's folder to where it may not go.")
        case .networkReference: .error("A `$ref` names a URL that is mapped to no folder.")
        case .noEquivalent: .leftOut("What Swagger 2.0 says has no equivalent in OpenAPI 3.")
        case .referenceCycle:
            .error("References lead back to themselves with nothing in between.", .must("Reference Object"))

        // Checks of a document as a whole.
        case .emptyDocument:
            .warning("A document has none of `paths`, `webhooks` and `components`.", .must("OpenAPI Object"))
        case .duplicateOperationId: .warning("Two operations have one `operationId`.", .must("Operation Object"))
        case .duplicateParameter:
            .leftOut("An operation has two parameters of one name and place.", .must("Operation Object"))
        case .duplicatePath:
            .warning("Two path templates are equal but for the names of their variables.", .must("Paths Object"))
        case .invalidPath: .leftOut("A path template is malformed.", .must("Path Templating"))
        case .loosePath:
            .warning("A path has a query, a fragment or no slash at its beginning.", .must("Paths Object"))
        case .shadowedOperation:
            .leftOut("A server cannot tell the requests of two operations apart.", .must("Paths Object"))
        case .undeclaredPathParameter:
            .warning("A variable of a path template has no parameter; it is a string.", .must("Path Templating"))
        case .unusedPathParameter:
            .leftOut("A path parameter is not in its path template.", .must("Parameter Object"))
        case .optionalPathParameter:
            .warning("A path parameter does not say that it is required.", .must("Parameter Object"))
        case .ambiguousParameter: .leftOut("A parameter or header has more than one shape.", .must("Parameter Object"))
        case .shapelessParameter:
            .warning(
                "A parameter or header has neither `schema` nor `content`; any text will do.",
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
                "A security requirement names no scheme of the components; servers refuse the operation.",
                .must("Security Requirement Object"))
        case .unknownDiscriminatorTarget:
            .leftOut("A discriminator's mapping names no schema.", .must("Discriminator Object"))
        case .endlessSchema: .warning("Every value of a schema holds another one, so that none ends.")
        case .unboundedSchema:
            .error(
                "A schema is tried within itself for the same value, which never ends.",
                .should("JSON Schema Core, section 9.4.1"))
        case .recursiveDiscriminator: .warning("A discriminator chooses among schemas that include its own by `allOf`.")
        case .mismatchedValue:
            .warning(
                "A default or enum value does not have the schema's type.",
                .must("Schema Object; Server Variable Object"))
        case .unsatisfiable: .warning("No value can satisfy a schema's bounds.")
        case .emptyEnum: .leftOut("An `enum` has no value.", .should("JSON Schema Validation, section 6.1.2"))
        case .booleanRequired:
            .leftOut("`required` of a schema is a boolean, not a list of names.", .must("Schema Object"))
        case .repeatedEnumValue:
            .warning("An `enum` has a value twice.", .should("JSON Schema Validation, section 6.1.2"))
        case .invalidMediaType: .leftOut("A key of `content` is not a media type or range.", .must("Media Types"))
        case .invalidStatus:
            .leftOut(
                "A key of `responses` is not a status, range or `default`; it is left out.",
                .must("Responses Object"))
        case .invalidComponentName:
            .warning("A component's name has characters that the specification excludes.", .must("Components Object"))
        case .invalidStyle: .leftOut("A parameter's style does not exist for its place.", .must("Style Values"))
        case .unknownOperation: .leftOut("A link names no operation of the document.", .must("Link Object"))
        case .unknownTagParent: .leftOut("A tag's parent is not a tag of the document.", .must("Tag Object"))
        case .invalidServer: .leftOut("A server's URL is not a base for paths.", .must("Server Object"))
        case .undefinedServerVariable:
            .warning("A variable of a server's URL is not defined; it is a parameter.", .must("Server Object"))

        // The tool: configuration, templates and the output folder.
        case .unreadableFile: .error("A file that the command names cannot be read.")
        case .unknownConfigurationKey: .error("`apus.yaml` has a key that Apus does not know.")
        case .invalidConfiguration: .error("A value in `apus.yaml` is not one that its key takes.")
        case .unknownFilter: .error("A filter names what the document does not have.")
        case .unknownPin: .error("A pin in `names` or `types` names what the document does not have.")
        case .invalidOverlay: .error("An overlay is not of the specification's form, or does not fit the document.")
        case .unmatchedTarget: .warning("The target of an overlay's action selects nothing.")
        case .invalidTemplate: .error("A template cannot be read, or asks for what its view does not have.")
        case .foreignFile: .error("A file that Apus did not write stands where a generated one belongs.")
        case .editedFile: .warning("A file that is no longer generated was edited, so it stays.")
        case .unwritableOutput: .error("The output folder cannot be written.")

        // Planning: what is read but has no effect on the output.
        case .nameCollision: .note("Names are equal in Swift, so that all of them are spelled out.")
        case .serverNotHonoured:
            .leftOut(
                "Requests of an operation go to the client's server, since its own has a variable without default.")
        case .methodNotHonoured: .leftOut("An operation's method has no generated form.")
        case .mediaTypeNotHonoured: .leftOut("A body's media type is left out or passed on as bytes.")
        case .bodyNotAllowed:
            .warning(
                "A response that never has a body declares content, which is left out.",
                .must("RFC 9110, section 6.4.1"))
        case .prefixEncodingNotHonoured: .leftOut("How the first parts of a body are encoded is left to the caller.")
        case .itemEncodingNotHonoured: .leftOut("How the parts of a body are encoded is left to the caller.")
        case .nestedEncodingNotHonoured:
            .leftOut("How the named parts inside of a part are encoded is left to the caller.")
        case .nestedPrefixEncodingNotHonoured:
            .leftOut("How the first parts inside of a part are encoded is left to the caller.")
        case .nestedItemEncodingNotHonoured:
            .leftOut("How the parts inside of a part are encoded is left to the caller.")
        case .contentSchemaNotHonoured: .leftOut("What a text holds is neither typed nor validated by its schema.")
        case .parameterNotHonoured: .leftOut("A parameter has no generated form.")
        case .headersNotHonoured: .leftOut("The headers of a response are not generated.")
        case .unknownFormat: .warning("A `format` looks like a misspelling of one that is known.")
        case .keywordNotHonoured: .leftOut("A keyword of a schema is neither typed nor validated.")
        case .patternNotLinear:
            .warning("A `pattern` is tried branch by branch, up to a bound of steps, or takes long.")
        case .patternTooLarge: .leftOut("A `pattern` cannot be compiled.")
        case .defaultNotHonoured: .leftOut("A default has no literal in Swift.")
        case .schemaNotHonoured: .leftOut("A schema has no type of its own and is free-form JSON.")
        case .linkNotHonoured: .leftOut("A link asks for what the types do not tell.")
        case .callbackUrlNotHonoured: .leftOut("Where a callback goes is left to the caller to find out.")
        case .invalidExample: .warning("An example is not valid by its schema.", .should("Schema Object"))
        case .noSample: .warning("No value of a schema was found, so that its type has no sample.")
        }
    }
}
