extension ArraySlice<UInt8> {
    /// The position after the first occurrence of the text. The standard library's search is generic and much slower.
    func end(of text: String) -> Int? {
        let text = text.utf8
        var start = startIndex
        while endIndex - start >= text.count {
            if self[start...].starts(with: text) { return start + text.count }
            start += 1
        }
        return nil
    }
}
