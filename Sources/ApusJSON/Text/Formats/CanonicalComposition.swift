/// Whether characters are in normalization form C [UAX #15], as labels of domain names must be [RFC 5891, section 4.2.1.1]. All of
/// the characters are allowed in labels: none has a decomposition that form C requires.
///
///     é              true
///     e, U+0301      false: the two are one character
func areComposed(_ scalars: [Unicode.Scalar]) -> Bool {
    var starter: Unicode.Scalar?
    // The combining class of the character between the starter and a mark.
    var between: UInt8 = 0
    for scalar in scalars {
        let combining = scalar.properties.canonicalCombiningClass.rawValue
        if combining > 0, combining < between { return false }
        let isBlocked = between > 0 && between >= combining
        if let starter, !isBlocked, !scalar.isASCII, composes(starter, scalar) { return false }
        if combining == 0 { starter = scalar }
        between = combining
    }
    return true
}

private func composes(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    guard second.isMark else { return false }
    // Strings are equal if their canonical forms are.
    return composites.contains(String(String.UnicodeScalarView([first, second])))
}

/// The characters allowed in labels, from the Unicode blocks that contain characters composed of others.
private let composites: Set<String> = {
    let blocks: [ClosedRange<UInt32>] = [
        0xC0...0x10FF, 0x1B00...0x1FFF, 0x3040...0x30FF, 0x105C0...0x105FF, 0x11000...0x11FFF, 0x16D60...0x16D7F,
    ]
    let scalars = blocks.joined().lazy.compactMap(Unicode.Scalar.init).filter(\.isAllowedInLabels)
    return Set(scalars.map { String(Character($0)) })
}()
