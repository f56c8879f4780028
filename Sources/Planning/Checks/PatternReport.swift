import ApusDiagnostics
import ApusJSON

extension Shapes {
    /// A pattern is compiled in the same way as by its validator, so that one that cannot be compiled is reported here.
    func reportPattern(_ pattern: String, at location: SourceLocation) {
        do throws(PatternError) {
            let compiled = try StringPattern(pattern)
            if !compiled.isLinear {
                let message =
                    "the pattern has back-references (or more than 6 look-arounds): it is matched by backtracking, up to a limit"
                diagnostics.report(.patternNotLinear, message, at: location)
            } else if compiled.width > Self.widthLimit {
                let message =
                    "a string may match thousands of places of the pattern at once: each character may take \(compiled.width) ns"
                diagnostics.report(.patternNotLinear, message, at: location)
            }
        } catch {
            diagnostics.report(.patternTooLarge, error.description, at: location)
        }
    }

    /// The limit in nanoseconds per character, which a pattern of domain names such as `^([a-z]{1,63}\.){1,127}[a-z]{2,63}$` may
    /// take.
    private static let widthLimit = 200
}
