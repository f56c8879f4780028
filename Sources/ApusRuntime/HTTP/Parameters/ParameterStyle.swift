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
/// An empty string is written as nothing after the `=`, and as `;id` in the style `matrix`. Only `deepObject` writes values inside
/// values: `id%5Bname%5D%5Bfirst%5D=Al`. Empty arrays and objects are left out, as is `null` inside them. An item that contains the
/// separator of items is escaped (`3%2C4`); if the style has no escape, in headers and between spaces and pipes, it is refused.
public enum ParameterStyle: Sendable, Hashable, CaseIterable {
    /// The default style of paths and headers.
    case simple
    /// Values after a full stop, in paths.
    case label
    /// Named values after a semicolon, in paths.
    case matrix
    /// The default style of queries and cookies.
    case form
    /// A query's values with `%20` between them.
    case spaceDelimited
    /// A query's values with `%7C` between them.
    case pipeDelimited
    /// An object's members as query parameters of their own.
    case deepObject
    /// Like ``form``, without percent-encoding (OpenAPI 3.2).
    case cookie
    /// JSON text: a parameter with `content: application/json`.
    case json
}

/// The location of a parameter in a request, in OpenAPI's terms.
public enum ParameterLocation: String, Sendable, Hashable {
    /// A variable of the path's template.
    case path
    /// An item after the question mark.
    case query
    /// A header field.
    case header
    /// An item of the field `Cookie`.
    case cookie

    /// The reserved characters that have no special meaning in this location: `allowReserved` leaves them as they are.
    ///
    /// In a path, `/`, `?` and `#` would end the segment; in a query, `&`, `=`, `+` and `#` have a special meaning. Characters that
    /// cookies can carry are never escaped.
    var harmlessReserved: String {
        switch self {
        case .path: ":@!$&'()*+,;="
        case .query: ":/?@!$'()*,;"
        case .header, .cookie: ""
        }
    }

    /// The style of a parameter that does not specify one (OpenAPI 3, section "Parameter Object").
    var defaultStyle: ParameterStyle {
        switch self {
        case .path, .header: .simple
        case .query, .cookie: .form
        }
    }
}

extension ParameterStyle {
    /// `explode` of a parameter that does not specify it: true only for `form` and `cookie`.
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

/// The properties that distinguish one style from another; the encoder and decoder know nothing else about a style.
struct ParameterLayout: Sendable {
    /// The separator of the items of a value that is not exploded.
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

        /// A comma is a separator only if it is not escaped, since `%2C` is a comma inside a value. Spaces and pipes cannot occur
        /// in a URL, so their escapes are separators too.
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

    /// The text before the whole value.
    var lead: String
    /// Whether `name=` precedes a value.
    var isNamed: Bool
    /// The separator of the items of an exploded value.
    var exploded: String
    var list: ListSeparator
    /// Whether an object's members are written `name[key]=value`.
    var isDeep = false
    /// Whether an empty value is written without its `=`: `;name` (RFC 6570, section 3.2.7).
    var hidesEmpty = false

    /// The characters that would end an item of an array or object.
    var delimiters: String { (isNamed && lead.isEmpty ? "" : exploded + "=") + "," }
}

extension Substring {
    /// The pieces between the occurrences of an ASCII separator, including empty ones: `"a,,b"` -> `["a", "", "b"]`.
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

    /// The text before and after the first occurrence of an ASCII character; `nil` if there is none.
    func halves(at separator: Unicode.Scalar) -> (Substring, Substring)? {
        let byte = UInt8(ascii: separator)
        guard let index = utf8.firstIndex(of: byte) else { return nil }
        return (self[..<index], self[utf8.index(after: index)...])
    }
}
