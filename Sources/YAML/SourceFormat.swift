/// The format of a text, according to the name of its file.
enum SourceFormat {
    case json
    /// Also JSON, which is YAML except in corner cases.
    case yaml
    case page
    case unknown

    /// Plain text and nameless input may be any of them.
    init(pathExtension: String) {
        switch pathExtension {
        case "json": self = .json
        case "yaml", "yml": self = .yaml
        case "md", "mdx", "markdown": self = .page
        default: self = .unknown
        }
    }
}
