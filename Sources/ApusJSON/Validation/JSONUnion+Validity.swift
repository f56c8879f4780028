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
        var candidates: [UnionCandidate<Union>] = []
        for (make, check) in repeat each cases {
            if let candidate = candidate(make, check) { candidates.append(candidate) }
        }
        for candidate in ranked(candidates) {
            if let union = candidate.read(self) { return union }
        }
        guard let otherwise else { throw noMember() }
        return otherwise(try JSONValue(json: self))
    }

    private func candidate<Union, Member: JSONDecodable>(
        _ make: @escaping (Member) -> Union, _ check: @escaping Validator.Check
    ) -> UnionCandidate<Union>? {
        guard isPossible(Member.jsonShape) || isNull && Member.acceptsNull, Validator.isValid(self, check) else {
            return nil
        }
        return UnionCandidate(check: check) { view in (try? Member(json: view)).map(make) }
    }

    /// The candidates in order: first those that know most of the value's keys, then those that drop the fewest of the nested keys.
    private func ranked<Union>(_ candidates: [UnionCandidate<Union>]) -> [UnionCandidate<Union>] {
        guard candidates.count > 1, kind == .object || kind == .array else { return candidates }
        let known = candidates.map { Validator.knowledge(of: self, $0.check) }
        // `sorted` is stable.
        return candidates.indices.sorted { known[$0] > known[$1] }.map { candidates[$0] }
    }
}

/// A member that a value is valid for.
private struct UnionCandidate<Union> {
    var check: Validator.Check
    var read: (JSONView) -> Union?
}
