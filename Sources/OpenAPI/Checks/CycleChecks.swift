import ApusDiagnostics

/// A step from one schema to another that applies to the same value, for example through `allOf`. Validation goes from one to the
/// other without going deeper into the value, and never ends if the steps lead back.
private struct Step {
    enum Kind: Comparable {
        /// `$ref`, `allOf`: the target's rules are the schema's own.
        case inclusion
        /// `anyOf`, `oneOf`, `not`, `if`...: the target is tried.
        case trial
        /// `anyOf` or `oneOf` beside a discriminator, which chooses one without trying.
        case choice
        /// A required property or item: a value of the target is part of the value.
        case part
    }

    let kind: Kind
    let target: Schema
    /// The place in the document that causes the step.
    let location: SourceLocation
}

extension DocumentChecker {
    func checkCycles() {
        for cycle in cycles(along: { document.parts(of: $0) }) where cycle.contains(where: { $0.kind == .part }) {
            report(cycle, .endlessSchema, "nothing but required properties and items, so no value of it is finite")
        }
        // Nearly all documents have no such cycles, which one pass shows.
        guard !cycles(upTo: .choice).isEmpty else { return }
        for cycle in cycles(upTo: .inclusion) { report(cycle, .referenceCycle, "nothing but references") }
        for cycle in cycles(upTo: .trial) where cycle.contains(where: { $0.kind == .trial }) {
            report(cycle, .unboundedSchema, "nothing but schemas for the same value")
        }
        for cycle in cycles(upTo: .choice) where cycle.contains(where: { $0.kind == .choice }) {
            report(cycle, .recursiveDiscriminator, "nothing but a discriminator's choice")
        }
    }

    private func report(_ cycle: [Step], _ defect: Defect, _ means: String) {
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
    private func cycles(upTo kind: Step.Kind) -> [[Step]] {
        cycles { document.steps(from: $0, upTo: kind) }
    }

    private func cycles(along steps: (Schema) -> [Step]) -> [[Step]] {
        var cycles: [[Step]] = []
        var isDone: Set<ObjectIdentifier> = []
        for root in document.schemas where !isDone.contains(ObjectIdentifier(root)) {
            var path: [Step] = []
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

extension Document {
    /// All schemas that a dynamic reference can lead to.
    private func dynamicTargets(of reference: Reference) -> [Schema] {
        guard let target = self.schema(at: reference) else { return [] }
        guard let name = target.dynamicAnchor else { return [target] }
        return schemas.filter { $0.dynamicAnchor == name }
    }

    /// The parts that every value of a schema contains, in reverse document order.
    fileprivate func parts(of schema: Schema) -> [Step] {
        var steps = self.steps(from: schema, upTo: .inclusion)
        let types = schema.types ?? (schema.properties.isEmpty ? [.array] : [.object])
        if types == [.object] {
            let keys = Set(schema.required.map(\.value))
            let held = schema.properties.filter { keys.contains($0.key) }.map(\.value)
            steps += held.map { Step(kind: .part, target: $0, location: $0.location) }.reversed()
        }
        if types == [.array], schema.arrays.minItems ?? 0 > schema.prefixItems.count, let items = schema.items {
            steps.append(Step(kind: .part, target: items, location: items.location))
        }
        return steps
    }

    /// In reverse document order: the search takes them from the end.
    fileprivate func steps(from schema: Schema, upTo kind: Step.Kind) -> [Step] {
        var steps: [Step] = []
        func add(_ targets: [Schema], _ kind: Step.Kind) {
            steps += targets.map { Step(kind: kind, target: $0, location: $0.location) }
        }
        if let reference = schema.reference, let target = self.schema(at: reference) {
            steps.append(Step(kind: .inclusion, target: target, location: reference.location))
        }
        add(schema.allOf, .inclusion)
        if kind > .inclusion {
            if let reference = schema.dynamicReference { add(dynamicTargets(of: reference), .trial) }
            add([schema.not, schema.if, schema.then, schema.else].compactMap { $0 }, .trial)
            add(schema.dependentSchemas.map(\.value), .trial)
            if schema.discriminator == nil { add(schema.anyOf + schema.oneOf, .trial) }
        }
        if kind == .choice && schema.discriminator != nil { add(schema.anyOf + schema.oneOf, .choice) }
        return steps.reversed()
    }
}
