import ApusRuntime

/// Collects what is wrong with values that initialisers create.
struct Trials {
    private var problems: [String] = []
    private var count = 0

    /// `rebuild` passes only the required members to the initialiser.
    mutating func add<Body: JSONModel>(
        _ name: String, _ required: Set<String>, _ sample: Body, _ rebuild: (Body) -> Body
    ) throws {
        count += 1
        let wanted = try JSONDocument(try sample.jsonBytes()).root.members.filter { required.contains($0.key) }
        let found = try JSONDocument(try rebuild(sample).jsonBytes()).root.members
        let texts = (
            wanted: wanted.map { "\($0.key): \($0.value.text)" }.sorted(),
            found: found.map { "\($0.key): \($0.value.text)" }.sorted()
        )
        if Set(wanted.map(\.key)) != required { problems.append("\(name): the sample lacks members: \(texts.wanted)") }
        if texts.wanted != texts.found { problems.append("\(name): \(texts.found) instead of \(texts.wanted)") }
    }

    /// The number of bodies tried, then a line for each problem.
    var report: String { (["\(count)"] + problems).joined(separator: "\n") }
}
