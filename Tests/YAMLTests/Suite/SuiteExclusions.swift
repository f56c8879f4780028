/// The cases of the YAML suite that libyaml parses and Apus does not read as the suite's JSON.
enum SuiteExclusions {
    enum Reason {
        /// The loader accepts a single document.
        case severalDocuments
        /// In JSON, keys are strings, and so they are in OpenAPI.
        case keyNotScalar
        /// A tag that is not in YAML's core schema.
        case unknownTag
    }

    static let table: [String: Reason] = [
        "6WLZ/0": .severalDocuments,
        "6XDY/0": .severalDocuments,
        "9DXL/0": .severalDocuments,
        "PUW8/0": .severalDocuments,
    ]
}
