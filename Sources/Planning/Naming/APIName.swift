/// The base of a document's own names, from its title: `Swagger Petstore - OpenAPI 3.0` -> `SwaggerPetstore`.
package enum APIName {
    package static func name(title: String) -> String {
        let words = Words(title.replacing("OpenAPI", with: " ")).words
        // `5FA` and `2Password` are names: a number that begins a title is not a version.
        let telling = words.enumerated().filter { index, word in
            let lower = word.lowercased()
            return !noise.contains(lower) && (index == 0 && words.count > 1 || !isVersion(lower))
        }.map(\.element)
        let name = (telling.isEmpty ? Words(title).words : telling).joined(separator: " ")
        return name.isEmpty ? "Service" : usable(SwiftName.type(name))
    }

    /// A name that can begin the name of a type and that does not produce a type name that is already taken: `3GPP` ->
    /// `Service3GPP`, `API` -> `APIService`, since `APIClient` is a protocol of the runtime.
    package static func usable(_ name: String) -> String {
        guard let first = name.unicodeScalars.first, first.properties.isXIDStart || first == "_" else {
            return "Service" + name
        }
        let suffixes = ["", "Client", "API", "Webhooks", "WebhooksClient", "WebhooksAPI", "Authentication"]
        return suffixes.contains { ReservedNames.types.contains(name + $0) } ? name + "Service" : name
    }

    private static let noise: Set<String> = ["api", "apis", "rest", "openapi", "spec", "specification", "schema"]

    /// `v3`, `2`, `0`
    private static func isVersion(_ word: String) -> Bool {
        let digits = word.first == "v" ? word.dropFirst() : Substring(word)
        return !digits.isEmpty && digits.allSatisfy(\.isNumber)
    }
}
