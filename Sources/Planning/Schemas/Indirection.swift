/// Types that contain themselves in place need a box: a union becomes `indirect`, a property `@Indirect`.
enum Indirection {
    static func mark(_ declarations: inout [Declaration]) {
        var edges = declarations.map { declaration in
            declaration.isStoredInPlace ? declaration.contents.flatMap(\.stored).map(\.index) : []
        }
        var groups = StronglyConnected.groups(of: edges)
        // A union on a cycle breaks it for everyone.
        for index in declarations.indices {
            guard case .union(var union) = declarations[index].kind,
                edges[index].contains(where: { groups[$0] == groups[index] })
            else { continue }
            union.isIndirect = true
            declarations[index].kind = .union(union)
            edges[index] = []
        }
        groups = StronglyConnected.groups(of: edges)
        for index in declarations.indices {
            guard case .structure(var structure) = declarations[index].kind else { continue }
            for position in structure.properties.indices {
                let stored = structure.properties[position].type.stored
                let isCyclic = stored.contains { groups[$0.index] == groups[index] && edges[$0.index] != [] }
                structure.properties[position].isIndirect = isCyclic
            }
            declarations[index].kind = .structure(structure)
        }
    }
}

extension Declaration {
    fileprivate var isStoredInPlace: Bool {
        switch kind {
        case .structure, .union, .alias: true
        case .enumeration: false
        }
    }
}

/// The strongly connected components of a graph (Tarjan's algorithm, without recursion).
enum StronglyConnected {
    /// The number of each node's component; a node alone has a number of its own.
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
