/// Checks a JSON value against a schema and collects everything that is wrong with it.
///
///     public static func validate(_ object: inout Validator) {
///         object.required("title") { $0.string(minLength: 1, maxLength: 200) }
///         object.noAdditionalProperties()
///     }
///
/// A validator has one current value at a time; each function checks that value and reports an issue if the check fails. It sees
/// the JSON text, not the Swift value that is made from it: lengths are counted in code points, and numbers are compared exactly. A
/// value without issues costs no memory.
public struct Validator: ~Copyable {
    @usableFromInline let document: JSONDocument
    @usableFromInline let tape: JSONTape
    /// The value that is checked.
    @usableFromInline var index: Int
    /// The members of the object whose properties are checked.
    @usableFromInline var members: MemberCursor

    /// Whether no further issues are needed, so that checks may end.
    @usableFromInline var isStopped = false
    var issues: [ValidationIssue] = []
    /// The number of issues that may still be reported, including those of alternatives.
    var remaining: Int
    var isTruncated = false

    /// The number of alternatives around this value that are being tried. While there is one, the first issue stops it.
    var trials = 0
    /// What is recorded about the values for which alternatives are tried; `nil` if there is nothing.
    @usableFromInline var notes: TrialNotes?

    /// What has been evaluated in the value whose unevaluated children are needed.
    @usableFromInline var evaluation = Evaluation()
    /// The targets of `$dynamicRef`, with the outermost schema's anchors first.
    var dynamicAnchors: [(name: StaticString, check: Check)] = []

    /// The direction whose required members must be present; `nil` means those that both directions require.
    @usableFromInline var direction: Direction?

    /// The conventions by which values are validated and issues recorded; `nil` if only JSON Schema applies. Whoever validates must
    /// keep them alive.
    unowned(unsafe) var conventions: InputConventions?
    /// Whether `1.0` and `1e2` are integers.
    @usableFromInline var takesWholeNumbers = true
    /// The names of the alternatives that are being checked, with the values to which they apply.
    var labels: [(index: Int, name: StaticString)] = []

    /// The direction in which a value is sent. A read-only member is required only in responses, a write-only member only in
    /// requests.
    public enum Direction: Sendable { case requests, responses }

    /// The maximum number of issues that are reported by default.
    @inlinable public static var standardLimit: Int { 100 }

    @usableFromInline
    init(_ view: JSONView, limit: Int) {
        document = view.document
        tape = view.tape
        index = view.index
        members = MemberCursor(view.tape, object: view.index)
        remaining = limit
    }

    /// The value that is checked.
    public var view: JSONView { JSONView(document: document, index: index) }

    @inlinable var word: TapeWord { tape.word(at: index) }

    @usableFromInline
    consuming func finish() -> ValidationIssues { ValidationIssues(issues, isTruncated: isTruncated) }
}

// Entry points.
extension Validator {
    /// Validates a document against the schema of `T`.
    ///
    /// `limit` is the maximum number of issues that are reported. If `direction` is `nil`, only the members that both directions
    /// require are required.
    @inlinable
    public static func validate<T: Validated>(
        _ type: T.Type, _ document: JSONDocument, limit: Int = standardLimit, direction: Direction? = .requests
    ) -> ValidationIssues {
        validate(document.root, limit: limit, direction: direction) { $0.model(type) }
    }

    /// Validates a value with `check`.
    ///
    ///     Validator.validate(view) { $0.integer(minimum: 1) }
    @inlinable
    public static func validate(
        _ view: JSONView, limit: Int = standardLimit, direction: Direction? = .requests,
        _ check: (inout Validator) -> Void
    ) -> ValidationIssues {
        var validator = Validator(view, limit: limit)
        validator.direction = direction
        check(&validator)
        return validator.finish()
    }

    /// Validates a value according to the conventions of a server.
    package static func validate(
        _ view: JSONView, conventions: InputConventions?, _ check: (inout Validator) -> Void
    ) -> ValidationIssues {
        var validator = Validator(view, limit: standardLimit)
        validator.direction = .requests
        if let conventions {
            validator.conventions = conventions
            validator.takesWholeNumbers = conventions.takesWholeNumbers
        }
        check(&validator)
        return validator.finish()
    }
}

// Reporting.
extension Validator {
    /// Reports that the value violates a rule. For custom checks.
    @inline(never)
    public mutating func report(_ kind: @autoclosure () -> ValidationIssue.Kind) { report(kind(), at: index, key: nil) }

    @inline(never)
    mutating func report(_ kind: ValidationIssue.Kind, message: String) {
        if startReport() { endReport(kind, at: index, message: message) }
    }

    @usableFromInline
    @inline(never)
    mutating func report(type: JSONType) { report(.type([type])) }

    @usableFromInline
    @inline(never)
    mutating func report(missing key: StaticString) {
        if startReport() { endReport(.missing, at: index, key: String(describing: key)) }
    }

    mutating func report(_ kind: @autoclosure () -> ValidationIssue.Kind, at index: Int, key: String?) {
        if startReport() { endReport(kind(), at: index, key: key) }
    }

    /// Reserves the place of one issue. Returns false if none is left, or if it is enough to know that there is an issue.
    mutating func startReport() -> Bool {
        if trials == 0, remaining > 0 {
            remaining -= 1
            return true
        }
        isTruncated = isTruncated || trials == 0
        isStopped = true
        return false
    }

    /// Fills the reserved place.
    mutating func endReport(
        _ kind: ValidationIssue.Kind, at index: Int, key: String? = nil, message: String? = nil,
        detail: IssueNote.Detail? = nil
    ) {
        let view = JSONView(document: document, index: index)
        let path = view.path + (key.map { [.key($0)] } ?? [])
        var issue = ValidationIssue(kind, path: path, offset: view.offset, message: message)
        if conventions != nil { issue.note = note(detail) }
        issues.append(issue)
    }
}

// Moving.
extension Validator {
    /// Checks the value at `target`, then returns to this one.
    @inlinable
    @inline(__always)
    mutating func visit(_ target: Int, _ check: (inout Validator) -> Void) {
        let here = index
        index = target
        check(&self)
        index = here
    }

    /// Checks the members of this value, an object, then returns to those of the surrounding object.
    @inlinable
    mutating func withMembers(_ check: (inout Validator) -> Void) {
        var others = MemberCursor(tape, object: index)
        swap(&others, &members)
        check(&self)
        if evaluation.instance == index { members.appendFound(to: &evaluation.children, in: tape) }
        if let account = notes?.account { noteMembers(in: account) }
        swap(&others, &members)
    }

    /// Checks the members that no lookup has found, of the object whose members are checked.
    @inlinable
    mutating func forEachOther(_ check: (inout Validator, Int) -> Void) {
        if isStopped || members.isExhausted { return }
        var others = MemberCursor(tape, object: index)
        swap(&others, &members)
        others.forEachOther(in: tape) { _, value in
            if !isStopped { check(&self, value) }
        }
        if evaluation.instance == index { markMembers() }
        if let account = notes?.account { account.kept.insert(index) }
        swap(&others, &members)
    }
}
