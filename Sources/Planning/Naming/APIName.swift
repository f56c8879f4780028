/// The base of a document's own names, from its title: `Swagger Petstore - OpenAPI 3.0` -> `SwaggerPetstore`.
package enum APIName {
    package static func name(title: String) -> String {
        let words = Words(title.replacing("OpenAPI", with: " ")).words
        let telling = words.filter { word in
            let lower = word.lowercased()
            return !noise.contains(lower) && !isVersion(lower)
        }
        let name = (telling.isEmpty ? Words(title).words : telling).joined(separator: " ")
        return name.isEmpty ? "Service" : SwiftName.type(name)
    }

    private static let noise: Set<String> = ["api", "apis", "rest", "openapi", "spec", "specification", "schema"]

    /// `v3`, `2`, `0`
    private static func isVersion(_ word: String) -> Bool {
        let digits = word.first == "v" ? word.dropFirst() : Substring(word)
        return !digits.isEmpty && digits.allSatisfy(\.isNumber)
    }
}
