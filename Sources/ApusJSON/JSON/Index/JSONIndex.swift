/// The index of a text that the indexer creates, before a ``JSONDocument`` owns it.
@usableFromInline
struct JSONIndex {
    let tape: JSONTape
    let block: UnsafeMutablePointer<UInt64>
    let byteCount: Int

    /// - Throws: ``JSONSyntaxError``, after the memory has been freed.
    @usableFromInline
    init(_ text: UnsafeRawBufferPointer, limits: JSONLimits) throws(JSONSyntaxError) {
        let limit = min(limits.byteCount, TapeWord.fieldLimit)
        guard text.count <= limit else {
            throw JSONSyntaxError(.tooLong(limit: limit), "the document is longer than \(limit) bytes", offset: limit)
        }
        var indexer = JSONIndexer(text, limits: limits)
        do throws(JSONSyntaxError) {
            try indexer.run()
        } catch {
            if indexer.tape != indexer.block { indexer.tape.deallocate() }
            indexer.block.deallocate()
            throw error
        }
        tape = JSONTape(bytes: indexer.bytes, words: indexer.tape, count: indexer.tapeCount)
        block = indexer.block
        byteCount = text.count
    }
}
