import ApusDiagnostics
import ApusJSON

extension Shapes {
    /// A pattern is compiled as its validator will compile it, so that what cannot be is refused here.
    func reportPattern(_ pattern: String, at location: SourceLocation) {
        do throws(PatternError) {
            let compiled = try StringPattern(pattern)
            if !compiled.isLinear {
                let message =
                    "the pattern has back-references (or more look-arounds than 6): it is tried branch by branch, up to a bound"
                diagnostics.report(.patternNotLinear, message, at: location)
            } else if compiled.width > Self.widthLimit {
                let message =
                    "a text may be in thousands of places of the pattern at once: a character of it may take \(compiled.width) ns"
                diagnostics.report(.patternNotLinear, message, at: location)
            }
        } catch {
            diagnostics.report(.patternTooLarge, error.description, at: location)
        }
    }

    /// Nanoseconds a character, which a pattern of domain names such as `^([a-z]{1,63}\.){1,127}[a-z]{2,63}$` may take.
    private static let widthLimit = 200
}
