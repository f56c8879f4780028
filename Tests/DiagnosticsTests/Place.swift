import ApusDiagnostics

/// `Testing` has a type of that name, too.
typealias Place = SourceLocation
