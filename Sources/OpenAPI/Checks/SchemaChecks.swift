import ApusDiagnostics
import ApusYAML

extension Schema {
    func check(in context: ReadingContext) {
        checkBounds(in: context)
        checkValues(in: context)
    }

    // MARK: Bounds

    private func checkBounds(in context: ReadingContext) {
        let bounds = bounds
        for (lower, upper) in [
            (Bound.minLength, Bound.maxLength), (.minItems, .maxItems), (.minProperties, .maxProperties),
        ] {
            guard let low = bounds[lower], let high = bounds[upper], high < low else { continue }
            let message = "'\(lower.rawValue)' \(low) is greater than '\(upper.rawValue)' \(high)"
            context.report(.unsatisfiable, message, at: location(of: lower.rawValue))
        }
        checkRange(bounds, in: context)
        if let multipleOf = numbers.multipleOf, !(multipleOf > NumberText(0)) {
            context.report(.valueOutOfRange, "'multipleOf' must be greater than 0", at: location(of: "multipleOf"))
        }
    }

    private func checkRange(_ bounds: [Bound: NumberText], in context: ReadingContext) {
        for lower in [Bound.minimum, .exclusiveMinimum] {
            for upper in [Bound.maximum, .exclusiveMaximum] {
                guard let low = bounds[lower], let high = bounds[upper] else { continue }
                let isEmpty = lower == .minimum && upper == .maximum ? low > high : !(low < high)
                guard isEmpty else { continue }
                let message = "no number lies between '\(lower.rawValue)' \(low) and '\(upper.rawValue)' \(high)"
                context.report(.unsatisfiable, message, at: location(of: lower.rawValue))
            }
        }
    }

    // MARK: Values

    private func checkValues(in context: ReadingContext) {
        if let enumeration {
            var seen: Set<Node> = []
            for value in enumeration where !seen.insert(value).inserted {
                context.report(.repeatedEnumValue, "\(value.excerpt) appears twice in the enum", at: value.location)
            }
        }
        guard let types else { return }
        let values = (enumeration ?? []) + [constant, `default`].compactMap { $0 }
        for value in values where !types.contains(where: { $0.has(value) }) {
            let expected = types.map(\.rawValue).joined(separator: " or ")
            context.report(.mismatchedValue, "\(value.excerpt) is not of type \(expected)", at: value.location)
        }
    }
}

extension SchemaType {
    fileprivate func has(_ value: Node) -> Bool {
        switch (self, value.value) {
        case (.integer, .number(let number)): number.isInteger
        case (.null, .null), (.boolean, .bool), (.number, .number), (.string, .string), (.array, .sequence),
            (.object, .mapping):
            true
        case (.null, _), (.boolean, _), (.integer, _), (.number, _), (.string, _), (.array, _), (.object, _): false
        }
    }
}

extension Node {
    /// The value as a message shows it.
    fileprivate var excerpt: String {
        let text = jsonText()
        return text.count > 40 ? text.prefix(40) + "…" : text
    }
}
