import Dispatch

/// The results of `transform` for all items, in their order, computed on all cores if there are many items.
func concurrentMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], chunkSize: Int = 32, _ transform: @Sendable (Item) -> Result
) -> [Result] {
    let chunks = (items.count + chunkSize - 1) / chunkSize
    guard chunks > 1 else { return items.map(transform) }
    var results: [[Result]] = Array(repeating: [], count: chunks)
    results.withUnsafeMutableBufferPointer { buffer in
        // Each iteration writes an element of its own.
        nonisolated(unsafe) let buffer = buffer
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            let range = chunk * chunkSize..<min((chunk + 1) * chunkSize, items.count)
            buffer[chunk] = items[range].map(transform)
        }
    }
    return results.flatMap { $0 }
}
