// Unions whose members cannot be distinguished by their types: the schema decides.
extension JSONView {
    /// The case that this value is valid for. Of several cases, it is the one that knows most of the value's keys, then the first.
    ///
    ///     self = try json.valid((Self.cat, { $0.model(Cat.self) }), (Self.dog, { $0.model(Dog.self) }), otherwise: Self.other)
    ///
    /// If it is valid for none, the result is the value as it is.
    ///
    /// - Throws: ``JSONError`` of kind `noMember` if it is valid for none and there is no `otherwise`.
    public func valid<Union, each Member: JSONDecodable>(
        _ cases: repeat (make: (each Member) -> Union, check: Validator.Check),
        otherwise: ((JSONValue) -> Union)? = nil
    ) throws(JSONError) -> Union {
        var validator = Validator(self, limit: 1)
        var found = ValidCases()
        for (make, check) in repeat each cases { found.add(isCandidate(make, check, &validator)) }
        if found.isAmbiguous {
            if let union = best(repeat each cases) { return union }
        } else if let first = found.first {
            var position = 0
            for (make, _) in repeat each cases {
                if position == first {
                    do throws(JSONError) { return make(try decode()) } catch { break }
                }
                position += 1
            }
        }
        guard let otherwise else { throw noMember() }
        return otherwise(try JSONValue(json: self))
    }

    private func isCandidate<Union, Member: JSONDecodable>(
        _ make: (Member) -> Union, _ check: Validator.Check, _ validator: inout Validator
    ) -> Bool {
        guard isPossible(Member.jsonShape) || isNull && Member.acceptsNull else { return false }
        validator.members = MemberCursor(tape, object: index)
        return validator.succeeds(check)
    }

    /// The best of several cases that this value is valid for, if it can be read as one of them.
    @inline(never)
    private func best<Union, each Member: JSONDecodable>(
        _ cases: repeat (make: (each Member) -> Union, check: Validator.Check)
    ) -> Union? {
        var validator = Validator(self, limit: 1)
        var candidates: [UnionCandidate<Union>] = []
        for (make, check) in repeat each cases {
            if isCandidate(make, check, &validator) { candidates.append(UnionCandidate(make, check)) }
        }
        for candidate in ranked(candidates) {
            if let union = candidate.read(self) { return union }
        }
        return nil
    }

    /// The candidates in order: first those that know most of the value's keys, then those that drop the fewest of the nested keys.
    private func ranked<Union>(_ candidates: [UnionCandidate<Union>]) -> [UnionCandidate<Union>] {
        guard candidates.count > 1, kind == .object || kind == .array else { return candidates }
        let known = candidates.map { Validator.knowledge(of: self, $0.check) }
        // `sorted` is stable.
        return candidates.indices.sorted { known[$0] > known[$1] }.map { candidates[$0] }
    }
}

/// The cases that a value is valid for. Nearly always it is one, which takes no memory.
private struct ValidCases {
    private var count = 0
    /// The position of the first one.
    private(set) var first: Int?
    private(set) var isAmbiguous = false

    mutating func add(_ isValid: Bool) {
        if isValid {
            isAmbiguous = first != nil
            first = first ?? count
        }
        count += 1
    }
}

/// A member that a value is valid for.
private struct UnionCandidate<Union> {
    var check: Validator.Check
    var read: (JSONView) -> Union?

    init<Member: JSONDecodable>(_ make: @escaping (Member) -> Union, _ check: @escaping Validator.Check) {
        self.check = check
        read = { view in (try? Member(json: view)).map(make) }
    }
}
