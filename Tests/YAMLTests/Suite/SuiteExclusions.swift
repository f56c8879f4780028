/// The cases of the YAML suite that libyaml parses and Apus does not read as the suite's JSON.
enum SuiteExclusions {
    enum Reason {
        /// The loader takes one document.
        case severalDocuments
        /// JSON has strings for keys, and so does OpenAPI.
        case keyNotScalar
        /// A tag that YAML's core schema does not have.
        case unknownTag
    }

    static let table: [String: Reason] = [
        "6WLZ/0": .severalDocuments,
        "6XDY/0": .severalDocuments,
        "9DXL/0": .severalDocuments,
        "PUW8/0": .severalDocuments,
    ]
}
