extension JSONValue {
    /// The approximate number of bytes when written.
    var approximateSize: Int {
        switch self {
        case .null, .boolean: 4
        case .number(let number): number.text.utf8.count
        case .string(let text): text.utf8.count + 2
        case .array(let elements): elements.reduce(2) { $0 + $1.approximateSize + 1 }
        case .object(let members): members.reduce(2) { $0 + $1.key.utf8.count + 4 + $1.value.approximateSize }
        }
    }

    /// The value with asterisks in place of the members with these names, which are in lower case.
    func hiding(_ secrets: Set<String>) -> JSONValue {
        switch self {
        case .null, .boolean, .number, .string: self
        case .array(let elements): .array(elements.map { $0.hiding(secrets) })
        case .object(let members):
            .object(
                Dictionary(
                    members.map { key, value in
                        (key, secrets.contains(key.lowercased()) ? .hidden : value.hiding(secrets))
                    }
                ) { $1 })
        }
    }

    static let hidden = JSONValue.string("**********")
}
