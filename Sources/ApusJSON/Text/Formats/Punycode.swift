/// RFC 3492: non-ASCII text as letters, digits and hyphens.
///
///     bücher  ->  bcher-kva
enum Punycode {
    private static let base = 36
    private static let delimiter: Unicode.Scalar = "-"

    static func encode(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var output = text.filter(\.isASCII)
        let basic = output.count
        if basic > 0 { output.append(delimiter) }
        var (handled, next, delta, bias) = (basic, 128, 0, 72)
        while handled < text.count {
            guard let smallest = text.lazy.map({ Int($0.value) }).filter({ $0 >= next }).min(),
                let grown = product(smallest - next, handled + 1)
            else { return nil }
            delta += grown
            next = smallest
            for scalar in text {
                if scalar.value < next { delta += 1 }
                guard scalar.value == next else { continue }
                output += digits(of: delta, bias: bias)
                bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return output
    }

    static func decode(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard text.allSatisfy(\.isASCII) else { return nil }
        var output: [Unicode.Scalar] = []
        var rest = text[...]
        if let end = text.lastIndex(of: delimiter) {
            output = Array(text[..<end])
            rest = text[(end + 1)...]
        }
        var (next, position, bias) = (128, 0, 72)
        while !rest.isEmpty {
            let start = position
            var weight = 1
            for step in stride(from: base, through: .max / 2, by: base) {
                guard let digit = rest.popFirst().flatMap(value), let added = product(digit, weight) else { return nil }
                position += added
                let threshold = threshold(step, bias: bias)
                if digit < threshold { break }
                guard position < 1 << 31, let heavier = product(weight, base - threshold) else { return nil }
                weight = heavier
            }
            let count = output.count + 1
            bias = adapted(position - start, count: count, isFirst: start == 0)
            next += position / count
            position %= count
            guard next <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(next)) else { return nil }
            output.insert(scalar, at: position)
            position += 1
        }
        return output
    }

    /// `nil` if the result is larger than a label can represent.
    private static func product(_ left: Int, _ right: Int) -> Int? {
        let (product, overflows) = left.multipliedReportingOverflow(by: right)
        return overflows || product > 1 << 31 ? nil : product
    }

    private static func threshold(_ step: Int, bias: Int) -> Int { min(max(step - bias, 1), 26) }

    /// Section 6.1.
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var bias = 0
        while delta > 455 {
            delta /= 35
            bias += base
        }
        return bias + 36 * delta / (delta + 38)
    }

    private static func digits(of delta: Int, bias: Int) -> [Unicode.Scalar] {
        var output: [Unicode.Scalar] = []
        var (rest, step) = (delta, base)
        while true {
            let threshold = threshold(step, bias: bias)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            step += base
        }
        return output + [digit(rest)]
    }

    private static func digit(_ value: Int) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(truncatingIfNeeded: value < 26 ? value + 97 : value + 22))
    }

    private static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "a"..."z": Int(scalar.value) - 97
        case "A"..."Z": Int(scalar.value) - 65
        case "0"..."9": Int(scalar.value) - 22
        default: nil
        }
    }
}
