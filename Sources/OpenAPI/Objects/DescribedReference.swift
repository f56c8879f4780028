/// An object whose description may be replaced by a reference to it.
protocol Described {
    var description: String? { get set }
}

/// The same for objects that have a summary too.
protocol Summarized: Described {
    var summary: String? { get set }
}

extension Parameter: Described {}
extension RequestBody: Described {}
extension Header: Described {}
extension Link: Described {}
extension SecurityScheme: Described {}
extension Response: Summarized {}
extension Example: Summarized {}

extension Reference {
    /// "A short summary which by default SHOULD override that of the referenced component"; likewise the description.
    /// [Reference Object]
    func describing<Object>(_ object: Object) -> Object {
        guard summary != nil || description != nil, var described = object as? any Described else { return object }
        if let description { described.description = description }
        if let summary, var summarized = described as? any Summarized {
            summarized.summary = summary
            described = summarized
        }
        return described as? Object ?? object
    }
}
