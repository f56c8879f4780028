import ApusDiagnostics

/// `Testing` also has a type with the name `SourceLocation`.
typealias Place = SourceLocation
