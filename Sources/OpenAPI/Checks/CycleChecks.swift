import ApusDiagnostics

extension DocumentChecker {
    func checkCycles() {
        for cycle in cycles(along: { document.parts(of: $0) }) where cycle.contains(where: { $0.kind == .part }) {
            report(cycle, .endlessSchema, "nothing but required properties and items, so no value of it is finite")
        }
        // Nearly all documents have no such cycles, which one pass shows.
        let all = cycles(upTo: .choice)
        if all.isEmpty { return }
        for cycle in cycles(upTo: .inclusion) { report(cycle, .referenceCycle, "nothing but references") }
        let trials = cycles(upTo: .trial).filter { $0.contains { $0.kind == .trial } }
        let choices = all.filter { $0.contains { $0.kind == .choice } }
        for cycle in trials.isEmpty ? [cycleOfTrial(near: choices)].compactMap({ $0 }) : trials {
            report(cycle, .unboundedSchema, "nothing but schemas for the same value")
        }
        for cycle in choices where !cycle.contains(where: { $0.kind == .trial }) {
            report(cycle, .recursiveDiscriminator, "nothing but a discriminator's choice")
        }
    }

    /// A cycle that has schemas in common with one of choices, and also tries a schema. A choice of an heir ends, since the heir's
    /// base does not choose again; if the base is tried, it does.
    private func cycleOfTrial(near choices: [[SchemaStep]]) -> [SchemaStep]? {
        var known: Set<ObjectIdentifier> = []
        for start in choices.compactMap(\.first?.target) where !known.contains(ObjectIdentifier(start)) {
            let schemas = document.cycle(around: start)
            let identities = Set(schemas.map(ObjectIdentifier.init))
            known.formUnion(identities)
            for schema in schemas {
                let trials = document.steps(from: schema, upTo: .trial).filter { $0.kind == .trial }
                guard let step = trials.first(where: { identities.contains(ObjectIdentifier($0.target)) }) else {
                    continue
                }
                return step.target === schema ? [step] : document.way(from: step.target, to: schema).map { [step] + $0 }
            }
        }
        return nil
    }

    private func report(_ cycle: [SchemaStep], _ defect: Defect, _ means: String) {
        // A cycle is the same wherever it is entered; it is reported from its first place in the document.
        guard let start = cycle.indices.min(by: { cycle[$0].location.isBefore(cycle[$1].location) }) else { return }
        let steps = cycle[start...] + cycle[..<start]
        let name = cycle[(start + cycle.count - 1) % cycle.count].target
        let pointer = document.pointer(of: name).map { "'\($0)'" } ?? "the schema"
        diagnostics.report(
            defect,
            "\(pointer) leads back to itself through \(means)",
            at: steps.first?.location ?? name.location,
            notes: steps.dropFirst().prefix(10).map { ("by way of this", $0.location) }
        )
    }

    /// A depth-first search with a stack of its own, since chains of references can be as long as the document. Each step to a
    /// schema that is already on the path closes a cycle.
    private func cycles(upTo kind: SchemaStep.Kind) -> [[SchemaStep]] {
        cycles { document.steps(from: $0, upTo: kind) }
    }

    private func cycles(along steps: (Schema) -> [SchemaStep]) -> [[SchemaStep]] {
        var cycles: [[SchemaStep]] = []
        var isDone: Set<ObjectIdentifier> = []
        for root in document.schemas where !isDone.contains(ObjectIdentifier(root)) {
            var path: [SchemaStep] = []
            var positions = [ObjectIdentifier(root): 0]
            var untried = [steps(root)]
            while let step = untried.last?.last {
                untried[untried.count - 1].removeLast()
                let target = ObjectIdentifier(step.target)
                if let start = positions[target] {
                    cycles.append(path[start...] + [step])
                } else if !isDone.contains(target) {
                    path.append(step)
                    positions[target] = path.count
                    untried.append(steps(step.target))
                }
                while untried.last?.isEmpty == true, let finished = path.popLast() {
                    untried.removeLast()
                    let schema = ObjectIdentifier(finished.target)
                    positions[schema] = nil
                    isDone.insert(schema)
                }
            }
            isDone.insert(ObjectIdentifier(root))
        }
        return cycles
    }
}
