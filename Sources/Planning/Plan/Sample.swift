/// A value that is written as an expression in generated source: part of `SamplePlan`.
package indirect enum Sample: Hashable, Sendable {
    case literal(Literal)
    case array([Sample])
    case dictionary([SampleArgument])
    /// `JSONValue`
    case json(JSONSample)
    /// `Date(timeIntervalSince1970: 1_769_860_800)`, the source text of a number.
    case date(seconds: String)
    case uuid(String)
    case url(String)
    case data(DataSample)
    /// `Decimal(sign: .plus, exponent: -2, significand: 1999)`
    case decimal(isNegative: Bool, exponent: Int, significand: String)
    case file(name: String, contentType: String, DataSample)
    /// A case of an enumeration; qualified with its type if `.none` would be the case of `Optional`.
    case member(DeclarationID, String, isQualified: Bool)
    /// A value of an open enumeration without a case for it.
    case rawValue(DeclarationID, String)
    /// The declaration's own sample.
    case shared(DeclarationID)
    /// The memberwise initialiser.
    case structure(DeclarationID, [SampleArgument])
    /// A case of a union.
    case union(DeclarationID, case: String, Sample, isQualified: Bool)
    /// A response with its headers: an index into `Plan.responseTypes`.
    case response(Int, [SampleArgument])
    /// A value of a type that has null as a separate state: `nil` for null.
    case nullable(Sample?)
}

/// `name: value` of a call, `"name": value` of a dictionary.
package struct SampleArgument: Hashable, Sendable {
    package var name: String
    package var value: Sample
}

/// A free-form value: numbers are literals.
package indirect enum JSONSample: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONSample])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONSample
    }
}

package enum DataSample: Hashable, Sendable {
    case text(String)
    case bytes([UInt8])
}

/// Sample values, created from the schemas.
package struct SamplePlan: Sendable {
    /// A static member of a declaration. The samples that it refers to come before it.
    package struct Model: Sendable {
        package var id: DeclarationID
        /// `sample`
        package var name: String
        package var value: Sample
    }

    /// An operation's arguments and response.
    package struct Operation: Sendable {
        /// In the order of `OperationPlan.parameters`; `nil` if no value was found.
        package var parameters: [Sample?]
        package var body: Sample?
        package var answer: Answer
        /// The value of each response, in the order of the output's responses; if there is only one success, just that one.
        package var successes: [Sample?]
        /// In the order of the failure's responses.
        package var failures: [Sample?]
    }

    package enum Answer: Sendable {
        case nothing
        case value(Sample)
        /// A case of the operation's output: an index into its responses, and the value of that response.
        case output(Int, Sample?)
        /// No value was found.
        case missing
    }

    package var models: [Model]
    /// In the order of `Plan.operations`.
    package var operations: [Operation]

    /// `sample`, unless a union has a case of that name.
    package func name(of id: DeclarationID) -> String? { names[id] }

    private let names: [DeclarationID: String]

    package init(models: [Model], operations: [Operation]) {
        self.models = models
        self.operations = operations
        names = Dictionary(models.map { ($0.id, $0.name) }) { first, _ in first }
    }
}
