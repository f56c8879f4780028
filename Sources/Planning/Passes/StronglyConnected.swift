/// The strongly connected components of a graph (Tarjan's algorithm, without recursion).
enum StronglyConnected {
    /// The number of each node's component; a single node has a number of its own.
    static func groups(of edges: [[Int]]) -> [Int] {
        var groups = Array(repeating: -1, count: edges.count)
        var order = groups
        var low = groups
        var onStack = Array(repeating: false, count: edges.count)
        var stack: [Int] = []
        var counter = 0
        var groupCount = 0

        for root in edges.indices where order[root] < 0 {
            var path: [(node: Int, next: Int)] = [(root, 0)]
            while let (node, next) = path.last {
                if next == 0 {
                    order[node] = counter
                    low[node] = counter
                    counter += 1
                    stack.append(node)
                    onStack[node] = true
                }
                if next < edges[node].count {
                    path[path.count - 1].next += 1
                    let target = edges[node][next]
                    if order[target] < 0 {
                        path.append((target, 0))
                    } else if onStack[target] {
                        low[node] = min(low[node], order[target])
                    }
                    continue
                }
                path.removeLast()
                if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
                guard low[node] == order[node] else { continue }
                while let member = stack.popLast() {
                    onStack[member] = false
                    groups[member] = groupCount
                    if member == node { break }
                }
                groupCount += 1
            }
        }
        return groups
    }
}
