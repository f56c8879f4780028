import ApusDiagnostics

extension ReadingContext {
    /// JSON Schema expects ECMA-262 with the `u` flag [2020-12 Core, section 6.4]; many documents have patterns that
    /// are valid only without it, such as `[\w-.]` or `\-`.
    func checkPattern(_ pattern: Located<String>) {
        do {
            try PatternSyntax.check(pattern.value, mode: .unicode)
        } catch {
            do {
                try PatternSyntax.check(pattern.value, mode: .legacy)
                report(
                    .legacyPattern, "\(error), which only the mode without the 'u' flag allows", at: pattern.location)
            } catch {
                report(.invalidPattern, "\(error)", at: pattern.location)
            }
        }
    }
}
