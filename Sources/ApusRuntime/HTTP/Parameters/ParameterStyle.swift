/// How a parameter's value becomes text: OpenAPI's `style`, and `.json` for a parameter with `content: application/json`.
///
/// For a parameter `id` and the values `5`, `[3, 4]` and `{"role": "admin", "name": "Al"}`:
///
/// | style | value | array | array, exploded | object | object, exploded |
/// |---|---|---|---|---|---|
/// | `simple` | `5` | `3,4` | `3,4` | `role,admin,name,Al` | `role=admin,name=Al` |
/// | `label` | `.5` | `.3,4` | `.3.4` | `.role,admin,name,Al` | `.role=admin.name=Al` |
/// | `matrix` | `;id=5` | `;id=3,4` | `;id=3;id=4` | `;id=role,admin,name,Al` | `;role=admin;name=Al` |
/// | `form` | `id=5` | `id=3,4` | `id=3&id=4` | `id=role,admin,name,Al` | `role=admin&name=Al` |
/// | `spaceDelimited` | `id=5` | `id=3%204` | `id=3&id=4` | `id=role%20admin%20name%20Al` | `role=admin&name=Al` |
/// | `pipeDelimited` | `id=5` | `id=3%7C4` | `id=3&id=4` | `id=role%7Cadmin%7Cname%7CAl` | `role=admin&name=Al` |
/// | `deepObject` | `id=5` | `id%5B0%5D=3&id%5B1%5D=4` | the same | `id%5Brole%5D=admin&id%5Bname%5D=Al` | the same |
/// | `cookie` | `id=5` | `id=3,4` | `id=3; id=4` | `id=role,admin,name,Al` | `role=admin; name=Al` |
/// | `json` | `5` | `[3,4]` | | `{"role":"admin","name":"Al"}` | |
///
/// An empty text is nothing after the `=`, and `;id` in the style `matrix`. Only `deepObject` writes values inside values:
/// `id%5Bname%5D%5Bfirst%5D=Al`. Empty arrays and objects are left out, as is `null` inside them. An item that holds what
/// separates items is escaped (`3%2C4`); where the style has no escape, in headers and between spaces and pipes, it is
/// refused.
public enum ParameterStyle: Sendable, Hashable, CaseIterable {
    /// What paths and headers use by default.
    case simple
    /// Values after a full stop, in paths.
    case label
    /// Named values after a semicolon, in paths.
    case matrix
    /// What queries and cookies use by default.
    case form
    /// A query's values with `%20` between them.
    case spaceDelimited
    /// A query's values with `%7C` between them.
    case pipeDelimited
    /// An object's members as query parameters of their own.
    case deepObject
    /// As ``form``, without percent-coding (OpenAPI 3.2).
    case cookie
    /// JSON text: a parameter with `content: application/json`.
    case json
}

/// Where a parameter stands in a request, in OpenAPI's terms.
public enum ParameterLocation: String, Sendable, Hashable {
    /// A variable of the path's template.
    case path
    /// An item after the question mark.
    case query
    /// A header field.
    case header
    /// An item of the field `Cookie`.
    case cookie

    /// The reserved characters that mean nothing at this place: `allowReserved` leaves them as they are.
    ///
    /// In a path, `/`, `?` and `#` would end the segment; in a query, `&`, `=`, `+` and `#` mean something else than
    /// themselves. What cookies can carry stays as it is anyway.
    var harmlessReserved: String {
        switch self {
        case .path: ":@!$&'()*+,;="
        case .query: ":/?@!$'()*,;"
        case .header, .cookie: ""
        }
    }

    /// The style of a parameter that names none (OpenAPI 3, section "Parameter Object").
    var defaultStyle: ParameterStyle {
        switch self {
        case .path, .header: .simple
        case .query, .cookie: .form
        }
    }
}

extension ParameterStyle {
    /// `explode` of a parameter that does not say: true for `form` and `cookie` alone.
    var defaultExplode: Bool {
        switch self {
        case .form, .cookie: true
        case .simple, .label, .matrix, .spaceDelimited, .pipeDelimited, .deepObject, .json: false
        }
    }

    /// The row of the table above.
    var layout: ParameterLayout {
        switch self {
        case .simple: ParameterLayout(lead: "", isNamed: false, exploded: ",", list: .comma)
        case .label: ParameterLayout(lead: ".", isNamed: false, exploded: ".", list: .comma)
        case .matrix: ParameterLayout(lead: ";", isNamed: true, exploded: ";", list: .comma, hidesEmpty: true)
        case .form, .json: ParameterLayout(lead: "", isNamed: true, exploded: "&", list: .comma)
        case .spaceDelimited: ParameterLayout(lead: "", isNamed: true, exploded: "&", list: .space)
        case .pipeDelimited: ParameterLayout(lead: "", isNamed: true, exploded: "&", list: .pipe)
        case .deepObject: ParameterLayout(lead: "", isNamed: true, exploded: "&", list: .comma, isDeep: true)
        case .cookie: ParameterLayout(lead: "", isNamed: true, exploded: "; ", list: .comma)
        }
    }
}

/// What distinguishes one style from another; encoder and decoder know no more of a style than this.
struct ParameterLayout: Sendable {
    /// What separates the items of a value that is not exploded.
    enum ListSeparator: Sendable {
        case comma, space, pipe

        var separator: String {
            switch self {
            case .comma: ","
            case .space: " "
            case .pipe: "|"
            }
        }

        var encoded: String {
            switch self {
            case .comma: ","
            case .space: "%20"
            case .pipe: "%7C"
            }
        }

        /// A comma separates only as it stands, for `%2C` is a comma inside a value. Space and pipe cannot stand in a
        /// URL, so their escapes separate too.
        func separates(_ raw: Substring) -> [Substring] {
            let spellings: [String] =
                switch self {
                case .comma: [","]
                case .space: ["%20", "+", " "]
                case .pipe: ["%7C", "%7c", "|"]
                }
            return spellings.reduce([raw]) { pieces, spelling in
                pieces.flatMap { $0.split(on: spelling) }
            }
        }
    }

    /// What stands before the whole value.
    var lead: String
    /// Whether `name=` stands before a value.
    var isNamed: Bool
    /// What separates the items of an exploded value.
    var exploded: String
    var list: ListSeparator
    /// Whether an object's members are written `name[key]=value`.
    var isDeep = false
    /// Whether an empty value is written without its `=`: `;name` (RFC 6570, section 3.2.7).
    var hidesEmpty = false

    /// What would end an item of an array or object.
    var delimiters: String { (isNamed && lead.isEmpty ? "" : exploded + "=") + "," }
}

extension Substring {
    /// The pieces between the occurrences of an ASCII separator, empty ones too: `"a,,b"` -> `["a", "", "b"]`.
    func split(on separator: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            if utf8[index...].starts(with: separator.utf8) {
                pieces.append(self[start..<index])
                index = utf8.index(index, offsetBy: separator.utf8.count)
                start = index
            } else {
                index = utf8.index(after: index)
            }
        }
        pieces.append(self[start...])
        return pieces
    }

    /// The text before and after the first occurrence of an ASCII character; `nil` where there is none.
    func halves(at separator: Unicode.Scalar) -> (Substring, Substring)? {
        let byte = UInt8(ascii: separator)
        guard let index = utf8.firstIndex(of: byte) else { return nil }
        return (self[..<index], self[utf8.index(after: index)...])
    }
}
