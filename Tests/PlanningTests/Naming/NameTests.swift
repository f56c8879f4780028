import ApusPlanning
import Testing

struct NameTests {
    @Test(arguments: [
        ("conversation_id", "conversationID"), ("ConversationId", "conversationID"), ("image_urls", "imageURLs"),
        ("HTTPServer", "httpServer"), ("URLString", "urlString"), ("X-Trace-Id", "xTraceID"), ("title", "title"),
        ("STATUS$BUILDING_RUNTIME", "statusBuildingRuntime"), ("enterprise_sso", "enterpriseSSO"), ("+1", "plus1"),
        ("-1", "minus1"), ("", "empty"), ("😀", "grinningFace"), ("2fa", "2fa"), ("don't", "dont"),
        ("user’s_name", "usersName"), ("HTTPServeurÉtendu", "httpServeurÉtendu"), ("é", "é"),
        ("Два.ч", "дваЧ"), (">=", "greaterThanOrEqual"), ("a/b:c", "aBC"), ("filter[name]", "filterName"),
    ])
    func memberNames(text: String, name: String) {
        #expect(SwiftName.member(text) == name)
    }

    @Test(arguments: [
        ("MCPSHTTPServerConfig", "MCPSHTTPServerConfig"), ("UserSecrets-Input", "UserSecretsInput"),
        ("user_secrets", "UserSecrets"), ("HTTPValidationError", "HTTPValidationError"), ("api_key", "APIKey"),
        ("simple-user", "SimpleUser"), ("Order[]", "OrderList"), ("Page`1[Order]", "PageOrder"),
        ("GETSettingsModel", "GETSettingsModel"), ("", "Empty"),
    ])
    func typeNames(text: String, name: String) {
        #expect(SwiftName.type(text) == name)
    }

    /// A document's title becomes the name of types, which do not shadow those of the runtime.
    @Test(arguments: [
        ("Pet Store API", "PetStore"), ("API", "APIService"), ("api", "APIService"), ("Webhook", "WebhookService"),
        ("4gpp-reports", "Service4gppReports"), ("5FA", "Service5FA"), ("6FA login", "Service6FALogin"),
        ("2Password Connect", "Service2PasswordConnect"),
    ])
    func documentNames(title: String, name: String) {
        #expect(APIName.name(title: title) == name)
    }

    @Test(arguments: [
        (["add", "Add"], ["add", "Add"]), (["+1", "-1"], ["plus1", "minus1"]),
        (["foo_bar", "fooBar", "foo-bar"], ["foo_bar", "fooBar", "foo_dash_bar"]),
        (["a b", "a-b"], ["a_space_b", "a_dash_b"]), (["a", "b"], ["a", "b"]), (["", " "], ["empty", "space"]),
    ])
    func namesThatShareAScope(texts: [String], names: [String]) {
        #expect(UniqueNames.assign(texts, name: { SwiftName.member($0) }) == names)
    }

    @Test(arguments: [
        ("/pets", "pets"), ("/api/v1/pets/{petId}", "pets by {petId}"), ("/v{version}/pets/{id}/toys", "pets toys"),
        ("/repos/{owner}/{repo}", "repos by {owner} and {repo}"), ("/", "/"), ("/api", "/api"),
        ("/files/{name}.json", "files {name}.json"), ("/versions/v2", "versions v2"),
    ])
    func pathWords(path: String, words: String) {
        #expect(PathWords.short(path) == words)
    }

    /// If two declarations claim the same name, neither gets it, and their next choice may also be claimed twice.
    @Test(arguments: [
        ([["Node", "First"], ["Node", "Second"]], ["First", "Second"]), ([["A"], ["A", "B"]], ["A", "B"]),
        ([["A", "B"], ["A", "C"], ["B", "D"]], ["B", "C", "D"]), ([["Taken", "Free"]], ["Free"]),
    ])
    func claims(candidates: [[String]], names: [String]) {
        #expect(UniqueNames.settle(candidates, beside: ["Taken"]) == names)
        #expect(UniqueNames.settle(candidates.reversed(), beside: ["Taken"]) == names.reversed())
    }

    /// A name does not depend on the names before it.
    @Test func orderDoesNotMatter() {
        let texts = ["foo_bar", "fooBar", "foo-bar", "Foo Bar", "add", "Add", "+1", "-1", "1"]
        let names = UniqueNames.assign(texts, name: { SwiftName.member($0) })
        let reversed = UniqueNames.assign(texts.reversed(), name: { SwiftName.member($0) })
        #expect(names == reversed.reversed())
        #expect(Set(names).count == texts.count)
    }

    @Test(arguments: [
        ("errors", "error"), ("entries", "entry"), ("boxes", "box"), ("addresses", "address"), ("status", "status"),
        ("bus", "bus"), ("Toys", "Toy"), ("class", "class"), ("data", "data"),
        ("Statuses", "Status"), ("userCaches", "userCache"), ("aliases", "alias"), ("Movies", "Movie"),
    ])
    func singulars(text: String, name: String) {
        #expect(SwiftName.singular(text) == name)
    }

    /// The operation ids that frameworks generate, and the names that people read instead.
    @Test(
        arguments: [
            ("get_server_info_server_info_get", "/server_info", "get_server_info"),
            ("getServerInfoServerInfoGet", "/server_info", "getServerInfo"),
            ("readItemItemsItemIdGet", "/items/{item_id}", "readItem"),
            ("CatsController_findAll", "/cats", "Cats findAll"), ("CatsController.findAll", "/cats", "Cats findAll"),
            ("api_v1_pet_toys_list", "/api/v1/pet-toys/", "pet_toys_list"),
            ("api_pets_retrieve", "/api/pets/{id}/", "pets_retrieve"),
            ("ApiUsersByIdGet", "/api/users/{id}", "path"), ("ApiUsersGet", "/api/users", "path"),
            ("listPets", "/pets", nil), ("budget", "/get", nil), ("widget", "/", nil), ("api_pets", "/pets", nil),
            ("Controller_find", "/cats", nil), ("forgetGet", "/get", nil), ("targetGet", "/t", nil),
        ] as [(String, String, String?)])
    func operationIDsOfFrameworks(id: String, path: String, name: String?) {
        let found = FrameworkNames.find(operationID: id, path: path, method: "GET")
        #expect(found == name.map { $0 == "path" ? .path : .name($0) })
    }

    @Test func fastAPIOperationIDsAreCutBack() {
        let id = "update_conversation_api_conversations__conversation_id__patch"
        let path = "/api/conversations/{conversation_id}"
        #expect(FastAPINames.functionName(ofOperationID: id, path: path, method: "PATCH") == "update_conversation")
        #expect(FastAPINames.functionName(ofOperationID: id, path: path, method: "PUT") == nil)
        #expect(FastAPINames.functionName(ofOperationID: "listPets", path: "/pets", method: "GET") == nil)
        #expect(FastAPINames.functionName(ofOperationID: "_pets_get", path: "/pets", method: "GET") == nil)
    }

    @Test(arguments: [
        ("OpenHands", "OpenHands"), ("GitHub v3 REST API", "GitHub"), ("OpenAPI", "OpenAPI"),
        ("Swagger Petstore - OpenAPI 3.0", "SwaggerPetstore"), ("", "Service"),
    ])
    func apiNames(title: String, name: String) {
        #expect(APIName.name(title: title) == name)
    }
}
