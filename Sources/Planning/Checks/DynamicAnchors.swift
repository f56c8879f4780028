import ApusOpenAPI

/// The schemas to which dynamic references can lead, by their resources.
struct DynamicAnchors {
    private let document: Document
    private let byResource: [String: [Schema]]
    private let shared: Set<String>

    init(_ document: Document) {
        self.document = document
        let asked = Set(document.schemas.compactMap { $0.dynamicReference?.fragment })
        let anchored = document.schemas.filter { $0.dynamicAnchor.map(asked.contains) ?? false }
        // If a name occurs only once, a dynamic reference to it is like any other.
        let counts = Dictionary(grouping: anchored) { $0.dynamicAnchor ?? "" }
        shared = Set(counts.filter { $0.value.count > 1 }.keys)
        byResource = Dictionary(grouping: anchored.filter { [shared] in shared.contains($0.dynamicAnchor ?? "") }) {
            $0.resource
        }
    }

    func schemas(in resource: String) -> [Schema] { byResource[resource] ?? [] }

    /// The name by which a reference finds its target in the dynamic scope; `nil` if its target is fixed.
    ///
    /// "If the initially resolved starting point URI includes a fragment that was created by the `$dynamicAnchor` keyword"
    /// [2020-12 Core, section 8.2.3.2].
    func name(of reference: Reference, to target: Schema) -> String? {
        guard let fragment = reference.fragment, target.dynamicAnchor == fragment, shared.contains(fragment) else {
            return nil
        }
        return fragment
    }
}

extension Reference {
    fileprivate var fragment: String? { URIReference(uri).fragment }
}
