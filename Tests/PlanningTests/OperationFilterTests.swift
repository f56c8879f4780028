import ApusPlanning
import Testing

struct OperationFilterTests {
    @Test(arguments: [
        ("getPet", "getPet", true), ("getPet", "getPets", false), ("get*", "getPets", true), ("*Pet*", "getPets", true),
        ("get?et", "getPet", true), ("get?et", "gePet", false), ("", "", true), ("*", "", true), ("?", "", false),
        ("/pets/*", "/pets/{id}", true), ("/pets/*", "/pets/{id}/photos", false), ("/pets/*", "/pets", false),
        ("/pets/**", "/pets/{id}/photos", true), ("/pets**", "/pets", true), ("/**/photos", "/pets/{id}/photos", true),
        ("/?/x", "/a/x", true), ("/a?x", "/a/x", false), ("GET /pets/*", "GET /pets/{id}", true),
        ("**x**y**", "axbyc", true), ("**x**y**", "aybxc", false), ("é*", "été", true),
    ])
    func patterns(_ pattern: String, _ name: String, _ matches: Bool) {
        #expect(OperationFilter.Pattern(pattern).matches(name) == matches)
    }
}
