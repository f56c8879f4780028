import ApusDiagnostics
import ApusJSON

/// Builds the tree from the runtime's index over JSON text. Its own work is only to find the locations: it visits the values in
/// document order, so that one cursor passes over the text once.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let diagnostics: Diagnostics
    private var budget: Budget
    private var cursor: LocationCursor

    static func read(_ text: SourceText, limits: Limits, diagnostics: Diagnostics) throws(Diagnostic) -> Node {
        let document: JSONDocument
        do {
            document = try JSONDocument(text.bytes, limits: JSONLimits(depth: limits.depth))
        } catch {
            throw diagnostic(error, text)
        }
        return try text.bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in
            var reader = JSONReader(
                bytes: bytes,
                diagnostics: diagnostics,
                budget: Budget(limits),
                cursor: LocationCursor(text)
            )
            return try reader.node(document.root)
        }
    }

    private static func diagnostic(_ error: JSONSyntaxError, _ text: SourceText) -> Diagnostic {
        let defect: Defect =
            switch error.kind {
            case .malformed, .encoding: .jsonSyntax
            case .tooDeep: .nestingTooDeep
            case .tooLong: .inputTooLarge
            }
        return Diagnostic(defect: defect, message: error.message, location: text.location(ofByte: error.offset))
    }

    /// Recurses as deep as the document, whose depth the index has limited.
    private mutating func node(_ view: JSONView) throws(Diagnostic) -> Node {
        let location = cursor.advance(to: view.offset, in: bytes)
        try budget.spend(1, at: location)
        let value: Node.Value =
            switch view.kind {
            case .null: .null
            case .boolean: .bool(view.boolean ?? false)
            case .number: .number(NumberText(view.numberText ?? "0"))
            case .string: .string(view.string ?? "")
            case .array: .sequence(try elements(of: view))
            case .object: .mapping(try members(of: view))
            }
        return Node(value, at: location)
    }

    private mutating func elements(of view: JSONView) throws(Diagnostic) -> [Node] {
        var elements: [Node] = []
        elements.reserveCapacity(view.count)
        for element in view.elements { elements.append(try node(element)) }
        return elements
    }

    private mutating func members(of view: JSONView) throws(Diagnostic) -> Mapping {
        var mapping = Mapping(capacity: view.count)
        for member in view.members {
            let keyLocation = cursor.advance(to: member.keyOffset, in: bytes)
            let entry = Mapping.Entry(key: member.key, keyLocation: keyLocation, value: try node(member.value))
            mapping.insert(entry, diagnostics: diagnostics)
        }
        return mapping
    }
}
