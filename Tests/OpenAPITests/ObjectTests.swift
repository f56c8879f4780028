import ApusOpenAPI
import ApusYAML
import FixtureOutput
import Testing

/// Each object's fields arrive in the model.
struct ObjectTests {
    private let outcome = Outcome(EveryField.document)
    private let document: Document

    init() throws { document = try #require(outcome.document) }

    private func operation(_ method: String) throws -> Operation {
        try #require(document.paths.first?.item.operations.first { $0.method == method })
    }

    @Test func nothingIsFoundAmiss() { #expect(outcome.findings == []) }

    @Test func theDocumentAndItsInfoAreRead() {
        #expect(document.version == .v32)
        #expect(document.versionText == "3.2.0")
        #expect(document.sourceName == "openapi.yaml")
        #expect(document.selfURI == "https://example.com/api/openapi.yaml")
        #expect(document.jsonSchemaDialect == "https://spec.openapis.org/oas/3.2/dialect")
        #expect(document.externalDocs?.url == "https://example.com/docs")
        #expect(document.externalDocs?.description == "More")
        #expect(document.extensions["x-origin"]?.string == "hand")
        #expect(document.location(of: "paths").text == "24:1")
        let info = document.info
        #expect([info.title, info.version] == ["Pets", "1.2.3"])
        #expect(info.summary == "All about pets")
        #expect(info.description == "A *shop*")
        #expect(info.termsOfService == "https://example.com/terms")
        #expect(
            [info.contact?.name, info.contact?.url, info.contact?.email] == [
                "Ann", "https://example.com", "ann@example.com",
            ])
        #expect(
            [info.license?.name, info.license?.identifier, info.license?.url] == [
                "MIT", "MIT", "https://example.com/mit",
            ])
        #expect(info.location.text == "5:3")
    }

    @Test func serversTagsAndSecurity() throws {
        let server = try #require(document.servers.first)
        #expect(
            [server.url, server.description, server.name] == ["https://{region}.example.com", "Production", "main"])
        let region = try #require(server.variables["region"])
        #expect(region.enumeration.map(\.value) == ["eu", "us"])
        #expect([region.default, region.description] == ["eu", "Where"])
        #expect(document.tags.map(\.name) == ["pets", "cats"])
        #expect([document.tags[0].summary, document.tags[0].description] == ["Pets", "Of all kinds"])
        #expect(document.tags[0].externalDocs?.url == "https://example.com/pets")
        #expect([document.tags[1].parent, document.tags[1].groupKind] == ["pets", "nav"])
        #expect(document.security.map(\.schemes.keys) == [["key"], ["oauth"], []])
        #expect(document.security[1].schemes["oauth"] == ["read", "write"])
    }

    @Test func pathsAndOperationsAreRead() throws {
        let path = try #require(document.paths.first)
        #expect(path.template == "/pets/{id}")
        #expect(path.location.text == "25:3")
        #expect([path.item.summary, path.item.description] == ["One pet", "By its number"])
        #expect(path.item.servers.map(\.url) == ["/v2"])
        #expect(path.item.operations.map(\.method) == ["GET", "QUERY", "COPY"])
        let get = try operation("GET")
        #expect(get.operationID?.value == "findPet")
        #expect([get.summary, get.description] == ["Find", "Finds a pet"])
        #expect(get.tags.map(\.value) == ["pets"])
        #expect(get.externalDocs?.url == "https://example.com/find")
        #expect(get.responses.keys == ["200", "4XX", "default"])
        #expect(get.callbacks.keys == ["changed"])
        #expect(get.deprecated)
        #expect(get.security?.count == 0)
        #expect(get.servers.map(\.url) == ["/v3"])
        #expect(try operation("QUERY").security == nil)
        #expect(document.parameters(of: get, in: path.item).map(\.value.name) == ["filter", "raw", "session", "id"])
        #expect(document.webhooks["born"]?.operations.map(\.method) == ["POST"])
        #expect(document.pathItems.count == 4)
    }

    @Test func parametersAreRead() throws {
        let get = try operation("GET")
        let filter = try #require(document.resolve(get.parameters[0]))
        #expect(filter.in == .query)
        #expect(filter.description == "Which ones")
        #expect(filter.allowEmptyValue && filter.allowReserved && !filter.required && !filter.deprecated)
        #expect(filter.serialization.style == .deepObject && !filter.serialization.explode)
        #expect(filter.examples["all"].flatMap(document.resolve)?.dataValue?.jsonText() == #"{"a":1}"#)
        let raw = try #require(document.resolve(get.parameters[1]))
        #expect(raw.in == .querystring && raw.schema == nil)
        #expect(raw.content["application/json"]?.schema?.types == [.object])
        let session = try #require(document.resolve(get.parameters[2]))
        #expect(
            session.in == .cookie && session.serialization.style == .cookie && session.serialization.explode
                && session.deprecated)
        #expect(session.example?.string == "abc")
        let id = try #require(document.paths[0].item.parameters.first.flatMap(document.resolve))
        #expect(id.required && id.serialization.style == .label && id.serialization.explode)
    }

    @Test func responsesAndHeadersAreRead() throws {
        let found = try #require(try operation("GET").responses["200"])
        guard case .reference(let reference) = found else {
            Issue.record("not a reference")
            return
        }
        #expect([reference.text, reference.summary] == ["#/components/responses/Found", "Yes"])
        #expect(reference.description == "It is there")
        let response = try #require(document.resolve(found))
        #expect([response.summary, response.description] == ["Yes", "It is there"])
        #expect(response.content["application/json"]?.example?.jsonText() == #"{"name":"Tom"}"#)
        #expect(response.content["text/event-stream"]?.itemSchema?.types == [.object])
        #expect(response.content["text/event-stream"]?.examples.keys == ["one"])
        let rate = try #require(response.headers["X-Rate"].flatMap(document.resolve))
        #expect(rate.description == "How often" && rate.required && rate.deprecated)
        #expect(rate.serialization.style == .simple && rate.serialization.explode)
        #expect(rate.schema?.types == [.integer] && rate.example?.integer == 5)
        let next = try #require(response.links["next"].flatMap(document.resolve))
        #expect(next.operationID?.value == "findPet" && next.description == "The next one")
        #expect(next.parameters["id"]?.string == "$response.body#/next")
        #expect(next.requestBody?.jsonText() == #"{"a":1}"# && next.server?.url == "/next")
        #expect(
            document.components.links["far"].flatMap(document.resolve)?.operationRef?.value
                == "#/paths/~1pets~1{id}/get")
    }

    @Test func bodiesAndEncodingsAreRead() throws {
        let body = try #require(try operation("QUERY").requestBody.flatMap(document.resolve))
        #expect(body.description == "The pet" && body.required)
        let form = try #require(body.content["multipart/form-data"])
        let photo = try #require(form.encoding["photo"])
        #expect(photo.contentType == "image/png" && photo.headers.keys == ["X-Size"])
        #expect(photo.serialization.style == .form && photo.serialization.explode && photo.allowReserved)
        #expect(form.encoding["parts"]?.encoding["inner"]?.contentType == "text/plain")
        #expect(form.encoding["list"]?.prefixEncoding.first?.contentType == "text/plain")
        #expect(form.encoding["list"]?.itemEncoding?.contentType == "image/png")
        let mixed = try #require(body.content["multipart/mixed"])
        #expect(mixed.prefixEncoding.map(\.contentType) == ["application/json"])
        #expect(mixed.itemEncoding?.contentType == "image/png")
    }

    @Test func examplesAndCallbacksAreRead() throws {
        let examples = document.components.examples.mapValues { document.resolve($0) }
        #expect(examples["all"]??.serializedValue == "a=1")
        #expect([examples["all"]??.summary, examples["all"]??.description] == ["All", "Of them"])
        #expect(examples["old"]??.value?.isNull == true)
        #expect(examples["far"]??.externalValue == "https://example.com/example.json")
        let changed = try #require(try operation("GET").callbacks["changed"].flatMap(document.resolve))
        let item = try #require(changed.expressions["{$request.query.url}"].flatMap(document.resolve))
        #expect(item.operations.map(\.method) == ["POST"])
        #expect(document.components.pathItems.keys == ["shared"])
        #expect(document.components.mediaTypes.keys == ["events"])
    }

    @Test func securitySchemesAreRead() throws {
        func kind(_ name: String) throws -> SecurityScheme.Kind { try #require(document.securityScheme(name)).kind }
        let key = try #require(document.securityScheme("key"))
        #expect(key.description == "Ask us" && key.deprecated)
        guard case .apiKey("X-Key", .header) = key.kind, case .http("basic", nil) = try kind("basic"),
            case .http("bearer", "JWT") = try kind("bearer"), case .mutualTLS = try kind("tls"),
            case .openIDConnect("https://example.com/id") = try kind("openid"),
            case .oauth2(let flows, "https://example.com/meta") = try kind("oauth")
        else {
            Issue.record("a scheme is not as declared")
            return
        }
        #expect(flows.implicit?.authorizationURL == "https://a" && flows.implicit?.refreshURL == "https://r")
        #expect(flows.implicit?.scopes["read"]?.value == "Read")
        #expect(flows.password?.tokenURL == "https://t" && flows.clientCredentials?.tokenURL == "https://t")
        #expect(flows.authorizationCode?.authorizationURL == "https://a")
        #expect(flows.deviceAuthorization?.deviceAuthorizationURL == "https://d")
    }

    @Test(arguments: [
        (Parameter.Location.path, ParameterStyle.simple, false), (.query, .form, true), (.header, .simple, false),
        (.cookie, .form, true),
    ])
    func everyPlaceHasItsDefaultStyle(place: Parameter.Location, style: ParameterStyle, explode: Bool) {
        #expect(ParameterStyle.default(for: place) == style)
        #expect(style.explodesByDefault == explode)
    }
}
