/// One top-level declaration of a part as source, before its line breaks are decided.
struct RenderedDeclaration: Sendable {
    /// Determines the file: see ``FileAssembler``.
    var name: String
    var text: Code
    var usesFoundation: Bool
    /// Whether it contains values of Foundation's or ApusRuntime's types that are not in its signature.
    var usesFoundationInside = false
    var usesRuntimeInside = false
    /// The modules of types that the user names.
    var modules: Set<String> = []
    /// An alias of Swift's own types uses nothing from ApusRuntime, whose import would then be reported as unused.
    var usesRuntime = true
    /// Whether it is at the top level of the file even if other declarations are in a namespace: an extension.
    var isExtension = false
    /// A file of its own beside the part's: `Client+Pets.swift` for `Pets`.
    var group: String?
}
