/// Identifies one of the files that a ``Diagnostics`` collector owns.
package struct FileID: Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// No file at all, for diagnostics about the run as a whole.
    package static let none = Self(rawValue: .max)
}

/// A location in a source file. It takes only twelve bytes, since every node of a document has one.
package struct SourceLocation: Hashable, Sendable {
    package let file: FileID
    /// 1 for the first line; 0 for the file as a whole.
    package let line: Int32
    /// In Unicode scalars, 1 for the first one of the line.
    package let column: Int32

    package init(file: FileID, line: Int, column: Int) {
        self.file = file
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }

    package static let unknown = Self(file: .none, line: 0, column: 0)

    /// The file as a whole.
    package init(file: FileID) { self.init(file: file, line: 0, column: 0) }
}

/// Ordered by file, line and column.
extension SourceLocation: Comparable {
    package static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.file.rawValue, lhs.line, lhs.column) < (rhs.file.rawValue, rhs.line, rhs.column)
    }
}
