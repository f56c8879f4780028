import ApusDiagnostics
import ApusJSON

extension ReadingContext {
    /// The pattern in the notation of ECMA-262; `nil` if it cannot be read, so that it is not checked.
    ///
    /// JSON Schema expects the `u` flag [2020-12 Core, section 6.4]; many documents have patterns that are valid only without it,
    /// such as `[\w-.]` or `\-`, and some have patterns in another dialect.
    func pattern(_ pattern: Located<String>) -> Located<String>? {
        let text = pattern.value
        let unicode = Self.error(in: text, isUnicode: true)
        let translation = PatternDialect.translated(text)
        if let translation, translation != text, Self.error(in: translation, isUnicode: false) == nil {
            report(
                .foreignPattern, "the pattern is not in the notation of ECMA-262; it is read as '\(translation)'",
                at: pattern.location)
            return Located(translation, at: pattern.location)
        }
        guard let unicode else { return pattern }
        let error = translation == nil ? PatternDialect.unknownEscape : Self.error(in: text, isUnicode: false)
        if let error {
            report(.invalidPattern, "\(error); the pattern is not checked", at: pattern.location)
            return nil
        }
        report(.legacyPattern, "\(unicode), which only the mode without the 'u' flag allows", at: pattern.location)
        return pattern
    }

    private static func error(in pattern: String, isUnicode: Bool) -> String? {
        do {
            try PatternParser.check(pattern, isUnicode: isUnicode)
            return nil
        } catch { return error.description }
    }
}
