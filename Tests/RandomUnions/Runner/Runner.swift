import ApusRuntime
import Foundation

/// A union of the document: how generated code reads it, and how each of its members is read and validated on its own.
struct UnionCase: Sendable {
    struct Member: Sendable {
        var name: String
        /// `nil` if the value is not valid, or if its type cannot represent it.
        var readValid: @Sendable (JSONView) -> Reading?
        /// `nil` if the member's type cannot read the value.
        var read: @Sendable (JSONView) -> Reading?
    }

    var name: String
    var read: @Sendable (JSONView) -> Reading?
    var members: [Member]
}

/// The result of reading a value: the type, and the text that is written for it.
struct Reading: Equatable {
    var type: String
    var text: String

    init?(_ value: Any) {
        guard let encodable = value as? any JSONEncodable, let text = try? encodable.jsonText() else { return nil }
        self.type = String(reflecting: Swift.type(of: value))
        self.text = text
    }
}

func readUnion<Union: JSONUnion>(_ type: Union.Type) -> @Sendable (JSONView) -> Reading? {
    { view in
        guard let union = try? Union(json: view), let child = Mirror(reflecting: union).children.first,
            child.label != "other"
        else { return nil }
        return Reading(child.value)
    }
}

func member<Only: JSONModel & Validated, Value>(
    _ name: String, _ type: Only.Type, _ value: @escaping @Sendable (Only) -> Value
) -> UnionCase.Member {
    @Sendable func read(_ view: JSONView, onlyValid: Bool) -> Reading? {
        let text = "{\"value\":\(view.text)}"
        guard let document = try? JSONDocument(Array(text.utf8)),
            !onlyValid || Validator.validate(Only.self, document).isValid, let only = try? Only(json: document.root)
        else { return nil }
        return Reading(value(only))
    }
    return UnionCase.Member(
        name: name, readValid: { read($0, onlyValid: true) }, read: { read($0, onlyValid: false) })
}

/// Reads random values as random unions, and compares the results with the rules.
///
///     runner DOCUMENT PAIRS SEED
@main
struct Runner {
    private var counts = (valid: 0, lenient: 0, other: 0, different: 0)

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let pairs = Int(arguments[2]), let seed = UInt64(arguments[3]) else {
            print("usage: runner DOCUMENT PAIRS SEED")
            exit(2)
        }
        let document = try JSONDocument([UInt8](Data(contentsOf: URL(filePath: arguments[1]))))
        guard let schemas = document.root["components"]?["schemas"] else { exit(2) }
        let reference = Reference(schemas: schemas)
        var maker = ValueMaker(random: SeededGenerator(seed: seed), reference: reference)
        var runner = Runner()
        for number in 0..<pairs {
            let union = unions[number % unions.count]
            runner.compare(union, maker.value(like: union.members.map(\.name)), reference)
        }
        let counts = runner.counts
        print("\(pairs) pairs of \(unions.count) unions: \(counts.valid) valid for a member, ", terminator: "")
        print("\(counts.lenient) read leniently, \(counts.other) kept as they are")
        print("\(counts.different) differences")
        exit(counts.different == 0 ? 0 : 1)
    }

    private mutating func compare(_ union: UnionCase, _ text: String, _ reference: Reference) {
        guard let document = try? JSONDocument(Array(text.utf8)) else { return }
        let found = union.read(document.root)
        let valid = union.members.map { $0.readValid(document.root) }
        let candidates = zip(union.members, valid).map { Reference.Candidate(name: $0.name, isValid: $1 != nil) }
        let expected: Reading?
        switch reference.answer(candidates, of: union.name, to: document.root) {
        case .member(let index):
            counts.valid += 1
            expected = valid[index]
        case .lenient(let index):
            expected = union.members[index].read(document.root)
            if expected == nil { counts.other += 1 } else { counts.lenient += 1 }
        case .none:
            counts.other += 1
            expected = nil
        }
        if found != expected { differ(union, text, found, expected) }
    }

    private mutating func differ(_ union: UnionCase, _ text: String, _ found: Reading?, _ expected: Reading?) {
        counts.different += 1
        guard counts.different <= 20 else { return }
        func said(_ reading: Reading?) -> String { reading.map { "\($0.type) \($0.text)" } ?? "none" }
        print("    \(union.name): \(text) is \(said(found)), not \(said(expected))")
    }
}
