/// What a file's name says about its text.
enum SourceFormat {
    case json
    /// JSON, too: it is YAML in all but corners.
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
