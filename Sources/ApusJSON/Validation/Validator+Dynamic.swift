// `$dynamicRef`: which schema a reference leads to depends on the schemas through which validation reached it.
extension Validator {
    /// Makes the dynamic anchors of a schema resource known to the references inside `check`.
    public mutating func dynamicScope(
        _ anchors: [(name: StaticString, check: Check)], _ check: (inout Validator) -> Void
    ) {
        dynamicAnchors += anchors
        check(&self)
        dynamicAnchors.removeLast(anchors.count)
    }

    /// The dynamic anchor of this name in the outermost schema resource that has one; `check` if none does.
    public mutating func dynamicReference(_ name: StaticString, _ check: Check) {
        let outermost = dynamicAnchors.first { anchor in
            anchor.name.withUTF8Buffer { anchor in name.withUTF8Buffer { $0.elementsEqual(anchor) } }
        }
        if let outermost { outermost.check(&self) } else { check(&self) }
    }
}
