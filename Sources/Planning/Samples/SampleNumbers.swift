import ApusOpenAPI
import ApusYAML
import Foundation

/// Numbers around the bounds of schemas, the simplest first. Callers check whether they are within the bounds.
struct SampleNumbers {
    private let lower: Decimal?
    private let upper: Decimal?
    private let steps: [Decimal]

    init(bounds: [NumberAssertions], areIntegers: Bool) {
        func decimals(_ bound: (NumberAssertions) -> NumberText?) -> [Decimal] {
            bounds.compactMap { bound($0).flatMap { Decimal(string: $0.text) } }
        }
        lower = (decimals(\.minimum) + decimals(\.exclusiveMinimum)).max()
        upper = (decimals(\.maximum) + decimals(\.exclusiveMaximum)).min()
        let divisors = decimals(\.multipleOf).filter { $0 > 0 }
        let product = divisors.count > 1 ? [divisors.reduce(1, *)] : []
        let fractions = ["0.5", "0.1", "0.001"].compactMap { Decimal(string: $0) }
        steps = divisors.isEmpty ? [1] + (areIntegers ? [] : fractions) : divisors + product
    }

    /// - Parameter variant: the number of other candidates that are needed besides the wanted one.
    func candidates(variant: Int) -> [NumberText] {
        var numbers: [Decimal] = (0...variant).map { 1 + Decimal($0) }
        for step in steps {
            let first = lower.map { Self.multiple(of: step, near: $0, .up) }
            let last = upper.map { Self.multiple(of: step, near: $0, .down) }
            for offset in 0...(variant + 2) {
                let distance = step * Decimal(offset)
                if let first { numbers.append(first + distance) }
                if let last { numbers.append(last - distance) }
                if first == nil, last == nil { numbers += [step + distance, 0 - distance] }
            }
        }
        if let lower, let upper { numbers.append((lower + upper) / 2) }
        numbers += [lower, upper, 0].compactMap { $0 }
        return numbers.filter(\.isFinite).map { NumberText($0.description) }
    }

    private static func multiple(of step: Decimal, near bound: Decimal, _ mode: NSDecimalNumber.RoundingMode) -> Decimal
    {
        var quotient = bound / step
        var rounded = Decimal()
        NSDecimalRound(&rounded, &quotient, 0, mode)
        return rounded * step
    }
}
