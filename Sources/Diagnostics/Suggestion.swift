/// Returns the candidate that `text` is most likely a misspelling of: `nmaespace` -> `namespace`.
///
/// - Parameter tolerance: How many characters may differ; by default, a third of them.
package func nearest(to text: String, among candidates: [String], tolerance: Int? = nil) -> String? {
    let tolerance = tolerance ?? max(1, text.count / 3)
    let nearest = candidates.map { (name: $0, distance: distance(text, $0)) }.min {
        ($0.distance, $0.name) < ($1.distance, $1.name)
    }
    guard let nearest, nearest.distance <= tolerance else { return nil }
    return nearest.name
}

/// How many characters must be added, removed, replaced or swapped with their neighbour.
private func distance(_ first: String, _ second: String) -> Int {
    let first = Array(first.lowercased().prefix(64))
    let second = Array(second.lowercased().prefix(64))
    var rows = [Array(0...second.count)]
    for row in 1...max(first.count, 1) where row <= first.count {
        var current = [row]
        for column in 1...max(second.count, 1) where column <= second.count {
            let cost = first[row - 1] == second[column - 1] ? 0 : 1
            var best = min(rows[row - 1][column] + 1, current[column - 1] + 1, rows[row - 1][column - 1] + cost)
            if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                best = min(best, rows[row - 2][column - 2] + 1)
            }
            current.append(best)
        }
        rows.append(current)
    }
    return rows[first.count][second.count]
}
