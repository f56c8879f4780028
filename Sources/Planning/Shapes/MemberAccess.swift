import ApusOpenAPI

extension Document {
    /// `readOnly` and `writeOnly`, beside a reference or in its target.
    func access(of schema: Schema) -> Property.Access {
        let target = target(of: schema)
        if schema.readOnly || target.readOnly { return .readOnly }
        return schema.writeOnly || target.writeOnly ? .writeOnly : .both
    }
}
