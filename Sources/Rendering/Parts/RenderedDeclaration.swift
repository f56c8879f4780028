/// One top-level declaration of a part as source, its line breaks still open.
struct RenderedDeclaration: Sendable {
    /// Decides the file: see ``FileAssembler``.
    var name: String
    var text: Code
    var usesFoundation: Bool
    /// Whether values that stand in it are of Foundation's or ApusRuntime's types, of which its signature says nothing.
    var usesFoundationInside = false
    var usesRuntimeInside = false
    /// The modules of types that the user names.
    var modules: Set<String> = []
    /// An alias of Swift's own types names nothing of ApusRuntime, whose import would then be reported as unused.
    var usesRuntime = true
    /// Whether it stands in the file itself where other declarations stand in a namespace: an extension.
    var isExtension = false
    /// A file of its own beside the part's: `Client+Pets.swift` for `Pets`.
    var group: String?
}
