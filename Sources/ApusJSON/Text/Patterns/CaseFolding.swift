/// The characters that a pattern that ignores case treats as one: `k`, `K` and the Kelvin sign.
///
/// ECMA-262 folds case with the simple mappings of CaseFolding.txt (section 22.2.2.7.3). They are the same as conversion to upper
/// case and then to lower case, where both results are single characters.
enum CaseFolding {
    /// For each character that has any, the characters that are equal to it.
    static let partners: [UInt32: [UInt32]] = {
        var classes: [UInt32: [UInt32]] = [:]
        // Letters with case are in planes 0 and 1.
        for value in 0...0x1FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let key = fold(scalar).value
            if key != value { classes[key, default: [key]].append(value) }
        }
        var partners: [UInt32: [UInt32]] = [:]
        for members in classes.values {
            for member in members { partners[member] = members }
        }
        return partners
    }()

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        // The dotless i is a letter of its own.
        if !scalar.properties.changesWhenCaseMapped || scalar == "\u{131}" { return scalar }
        let upper = single(scalar.properties.uppercaseMapping) ?? scalar
        return single(upper.properties.lowercaseMapping) ?? scalar
    }

    private static func single(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
}

extension CodePointSet {
    /// The set extended by all characters that differ only in case.
    var ignoringCase: CodePointSet {
        let found = CaseFolding.partners.filter { contains($0.key) }.values.joined()
        return CodePointSet(ranges + found.map { $0...$0 })
    }
}
