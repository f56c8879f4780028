/// The fields of every object of OpenAPI 3.2, as listed in the specification: fixed fields by their names, patterned fields in
/// braces. A schema's are those of JSON Schema 2020-12 and of OpenAPI's vocabulary.
enum SpecificationFields {
    static let all: [(object: String, fields: String)] = [
        (
            "OpenAPI",
            "openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs"
        ),
        ("Info", "title summary description termsOfService contact license version"),
        ("Contact", "name url email"),
        ("License", "name identifier url"),
        ("Server", "url description name variables"),
        ("Server Variable", "enum default description"),
        (
            "Components",
            "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems "
                + "mediaTypes"
        ),
        ("Paths", "{path}"),
        (
            "Path Item",
            "$ref summary description get put post delete options head patch trace query additionalOperations servers "
                + "parameters"
        ),
        (
            "Operation",
            "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated "
                + "security servers"
        ),
        ("External Documentation", "description url"),
        (
            "Parameter",
            "name in description required deprecated allowEmptyValue example examples style explode allowReserved schema "
                + "content"
        ),
        ("Request Body", "description content required"),
        ("Media Type", "schema itemSchema example examples encoding prefixEncoding itemEncoding"),
        (
            "Encoding",
            "contentType headers encoding prefixEncoding itemEncoding style explode allowReserved"
        ),
        ("Responses", "default {status}"),
        ("Response", "summary description headers content links"),
        ("Callback", "{expression}"),
        ("Example", "summary description dataValue serializedValue externalValue value"),
        ("Link", "operationRef operationId parameters requestBody description server"),
        ("Header", "description required deprecated example examples style explode schema content"),
        ("Tag", "name summary description externalDocs parent kind"),
        ("Reference", "$ref summary description"),
        (
            "Schema",
            "$id $schema $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs allOf anyOf oneOf not if then "
                + "else dependentSchemas prefixItems items contains properties patternProperties additionalProperties "
                + "propertyNames unevaluatedItems unevaluatedProperties type enum const multipleOf maximum "
                + "exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems "
                + "maxContains minContains maxProperties minProperties required dependentRequired format "
                + "contentEncoding contentMediaType contentSchema title description default deprecated readOnly "
                + "writeOnly examples discriminator xml externalDocs example"
        ),
        ("Discriminator", "propertyName mapping defaultMapping"),
        ("XML", "nodeType name namespace prefix attribute wrapped"),
        (
            "Security Scheme",
            "type description name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl deprecated"
        ),
        ("OAuth Flows", "implicit password clientCredentials authorizationCode deviceAuthorization"),
        ("OAuth Flow", "authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes"),
        ("Security Requirement", "{name}"),
    ]

    /// `Info.title`
    static let names = all.flatMap { object, fields in fields.split(separator: " ").map { "\(object).\($0)" } }
}
