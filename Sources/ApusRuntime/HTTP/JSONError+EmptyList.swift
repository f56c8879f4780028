extension JSONError {
    /// The error for a required list that has no items to write.
    static func emptyList(_ key: String? = nil) -> JSONError {
        let path = key.map { [JSONPathComponent.key($0)] } ?? []
        return JSONError(.unwritable("the list is required, and an empty one would be the same as none"), path: path)
    }
}
