import ApusOpenAPI

/// Something that several operations share is named after itself, not after the operation that comes first.
extension Naming {
    /// A schema of one operation: `ListPetsSort`.
    static func operation(_ typeName: String, _ role: String) -> Naming {
        Naming(name: typeName + role, unique: typeName + "_" + role)
    }

    /// `#/components/parameters/sort` -> `Sort`, or `SortParameter` beside another `Sort`.
    static func parameter(_ parameter: Parameter, _ referenced: Referenced<Parameter>, in document: Document) -> Naming?
    {
        guard let key = document.key(of: referenced, in: document.components.parameters) else { return nil }
        let name = SwiftName.type(Int(key) == nil ? key : parameter.name)
        return Naming(name: name, kind: "Parameter", unique: "Parameter_" + name)
    }

    /// A parameter of all operations of a path, `/pets/{id}` -> `PetsSort`.
    static func parameter(_ parameter: Parameter, of path: Path) -> Naming {
        let segments = path.template.split(separator: "/").filter { !$0.hasPrefix("{") }
        let words = [segments.last.map(String.init) ?? "", path.template].map { SwiftName.type($0, fallback: "") }
        let name = SwiftName.type(parameter.name)
        return Naming(name: words[0] + name, kind: "Parameter", unique: words[1] + "_" + name)
    }

    /// `#/components/responses/404` -> `NotFound`, or `NotFoundBody`.
    static func response(_ referenced: Referenced<Response>, in document: Document) -> Naming? {
        document.key(of: referenced, in: document.components.responses).map { key in
            Naming(name: StatusNames.typeName(key: key), kind: "Body", unique: "Response_" + SwiftName.type(key))
        }
    }

    /// `#/components/requestBodies/Pet` -> `PetRequest`; nothing is added to `PetBody`.
    ///
    /// - Parameter role: what the body of an operation is called, `Request` or `Form`.
    static func body(of operation: Operation, typeName: String, role: String, in document: Document) -> Naming {
        let key = operation.requestBody.flatMap { document.key(of: $0, in: document.components.requestBodies) }
        guard let key else { return .operation(typeName, role) }
        let name = SwiftName.type(key)
        let isTelling = ["Request", "Body", "Form", "Input"].contains { name.hasSuffix($0) }
        return Naming(name: isTelling ? name : name + role, unique: "Body_" + name)
    }

    /// `#/components/headers/RateLimit` -> `RateLimit`, or `RateLimitHeader`.
    static func header(_ referenced: Referenced<Header>, in document: Document) -> Naming? {
        document.key(of: referenced, in: document.components.headers).map { key in
            Naming(name: SwiftName.type(key), kind: "Header", unique: "Header_" + SwiftName.type(key))
        }
    }
}

extension Document {
    /// The key of the component that a reference leads to, directly or through other references; for something in another file, its
    /// name there.
    func key<Object>(of referenced: Referenced<Object>, in section: OrderedMap<Referenced<Object>>) -> String? {
        guard case .reference(var reference) = referenced else { return nil }
        for _ in 0..<64 {
            let key = Self.key(reference.uri)
            guard reference.uri.hasPrefix("#"), case .reference(let next)? = section[key] else { return key }
            reference = next
        }
        return Self.key(reference.uri)
    }

    /// `#/components/responses/not_found`, `responses/not_found.yaml` -> `not_found`
    static func key(_ uri: String) -> String {
        let bytes = uri.utf8
        if let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes.first == UInt8(ascii: "#"),
            bytes.last != bytes[slash],
            !bytes.contains(UInt8(ascii: "~"))
        {
            return String(uri[bytes.index(after: slash)...])
        }
        var key = uri.split(separator: "/").last.map(String.init) ?? uri
        if !uri.contains("#"), let dot = key.lastIndex(of: ".") { key = String(key[..<dot]) }
        return key.replacing("~1", with: "/").replacing("~0", with: "~")
    }
}
