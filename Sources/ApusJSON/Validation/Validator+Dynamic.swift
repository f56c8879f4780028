// `$dynamicRef`: which schema a reference leads to depends on the schemas through which validation came to it.
extension Validator {
    /// Makes the schemas that a schema resource anchors dynamically known to the references within `check`.
    public mutating func dynamicScope(
        _ anchors: [(name: StaticString, check: Check)], _ check: (inout Validator) -> Void
    ) {
        dynamicAnchors += anchors
        check(&self)
        dynamicAnchors.removeLast(anchors.count)
    }

    /// What the outermost schema resource anchors by that name; where none does, `check`.
    public mutating func dynamicReference(_ name: StaticString, _ check: Check) {
        let outermost = dynamicAnchors.first { anchor in
            anchor.name.withUTF8Buffer { anchor in name.withUTF8Buffer { $0.elementsEqual(anchor) } }
        }
        if let outermost { outermost.check(&self) } else { check(&self) }
    }
}
