/// A model whose XML differs from the names of its properties, as specified by the document's `xml` objects.
public protocol XMLModel: Sendable {
    /// The properties that are written differently, or contain models that are.
    static var xml: XMLShape { get }
}

/// How a model's properties are written in its element. A property that is not listed is an element with its own name; an array is
/// one element for each of its elements.
///
///     XMLShape([.attribute("id"), .element("tags", "tag"), .wrapped("books", item: "book", of: Book.self)])
public struct XMLShape: Sendable {
    let members: [XMLMember]
    /// The type of a map's values.
    var values: (any XMLModel.Type)?

    /// The properties that are written differently.
    public init(_ members: [XMLMember]) { self.members = members }

    var textMember: XMLMember? { members.first { $0.kind == .text || $0.kind == .cdata } }

    subscript(key: String) -> XMLMember? { members.first { $0.key == key } }

    func attribute(_ name: XMLElement.ExpandedName) -> XMLMember? {
        members.first { $0.kind == .attribute && $0.name.matches(name) }
    }

    func element(_ name: XMLElement.ExpandedName) -> XMLMember? {
        members.first { ($0.kind == .element || $0.kind == .wrapped) && $0.name.matches(name) }
    }
}

/// The name of an element or attribute: `"tag"`, or `.named("smp:tag", in: "http://example.com/schema")`.
public struct XMLName: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The name with its prefix.
    let qualified: String
    let namespace: String?

    public init(stringLiteral name: String) {
        qualified = name
        namespace = nil
    }

    private init(_ name: String, _ namespace: String?) {
        qualified = name
        self.namespace = namespace
    }

    /// A name in a namespace, with a prefix if it has one.
    public static func named(_ name: String, in namespace: String) -> Self { Self(name, namespace) }

    static func key(_ key: String) -> Self { Self(key, nil) }

    var prefix: String { qualified[...].halves(at: ":").map { String($0.0) } ?? "" }
    private var local: String { qualified[...].halves(at: ":").map { String($0.1) } ?? qualified }

    /// A name without its own namespace matches in every namespace.
    func matches(_ name: XMLElement.ExpandedName) -> Bool {
        name.local == local && (namespace == nil || namespace == name.namespace)
    }
}

/// How one property is written in a model's element.
public struct XMLMember: Sendable {
    enum Kind: Sendable {
        case element, attribute, text, cdata, wrapped
    }

    let kind: Kind
    let key: String
    let name: XMLName
    /// The name of each element of an array inside its wrapper.
    var item: XMLName?
    var model: (any XMLModel.Type)?

    /// An element; for an array, one for each of its elements.
    public static func element(
        _ key: String, _ name: XMLName? = nil, of model: (any XMLModel.Type)? = nil
    ) -> Self { Self(kind: .element, key: key, name: name ?? .key(key), model: model) }

    /// An array's elements inside a wrapper element.
    public static func wrapped(
        _ key: String, _ name: XMLName? = nil, item: XMLName? = nil, of model: (any XMLModel.Type)? = nil
    ) -> Self {
        let name = name ?? .key(key)
        return Self(kind: .wrapped, key: key, name: name, item: item ?? name, model: model)
    }

    /// An attribute.
    public static func attribute(_ key: String, _ name: XMLName? = nil) -> Self {
        Self(kind: .attribute, key: key, name: name ?? .key(key))
    }

    /// The text of the model's element.
    public static func text(_ key: String) -> Self { Self(kind: .text, key: key, name: .key(key)) }

    /// The text of the model's element, written as a CDATA section.
    public static func cdata(_ key: String) -> Self { Self(kind: .cdata, key: key, name: .key(key)) }
}

/// A map has an element for each of its keys.
extension Dictionary: XMLModel where Key == String, Value: XMLModel {
    public static var xml: XMLShape {
        var shape = XMLShape([])
        shape.values = Value.self
        return shape
    }
}

/// A type that contains models: an array of them.
protocol XMLModels {
    static var model: any XMLModel.Type { get }
}

extension Array: XMLModels where Element: XMLModel {
    static var model: any XMLModel.Type { Element.self }
}
