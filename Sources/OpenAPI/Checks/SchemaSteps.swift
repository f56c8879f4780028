import ApusDiagnostics

/// A step from one schema to another that applies to the same value, for example through `allOf`. Validation goes from one to the
/// other without going deeper into the value, and never ends if the steps lead back.
struct SchemaStep {
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

extension Document {
    /// In reverse document order: a search takes them from the end.
    func steps(from schema: Schema, upTo kind: SchemaStep.Kind) -> [SchemaStep] {
        var steps: [SchemaStep] = []
        func add(_ targets: [Schema], _ kind: SchemaStep.Kind) {
            steps += targets.map { SchemaStep(kind: kind, target: $0, location: $0.location) }
        }
        if let reference = schema.reference, let target = self.schema(at: reference) {
            steps.append(SchemaStep(kind: .inclusion, target: target, location: reference.location))
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

    /// The parts that every value of a schema contains, in reverse document order.
    func parts(of schema: Schema) -> [SchemaStep] {
        var steps = self.steps(from: schema, upTo: .inclusion)
        let types = schema.types ?? (schema.properties.isEmpty ? [.array] : [.object])
        if types == [.object] {
            let keys = Set(schema.required.map(\.value))
            let held = schema.properties.filter { keys.contains($0.key) }.map(\.value)
            steps += held.map { SchemaStep(kind: .part, target: $0, location: $0.location) }.reversed()
        }
        if types == [.array], schema.arrays.minItems ?? 0 > schema.prefixItems.count, let items = schema.items {
            steps.append(SchemaStep(kind: .part, target: items, location: items.location))
        }
        return steps
    }

    /// All schemas that a dynamic reference can lead to.
    private func dynamicTargets(of reference: Reference) -> [Schema] {
        guard let target = self.schema(at: reference) else { return [] }
        guard let name = target.dynamicAnchor else { return [target] }
        return schemas.filter { $0.dynamicAnchor == name }
    }

    /// The shortest way from one schema to another; `nil` if there is none.
    func way(from start: Schema, to end: Schema) -> [SchemaStep]? {
        let arrivals = self.arrivals(from: start)
        var way: [SchemaStep] = []
        var place = end
        while place !== start || way.isEmpty {
            guard let (step, origin) = arrivals[ObjectIdentifier(place)]?.first else { return nil }
            way.append(step)
            place = origin
        }
        return way.reversed()
    }

    /// The schemas that a schema leads to and that lead back to it.
    func cycle(around schema: Schema) -> [Schema] {
        let arrivals = self.arrivals(from: schema)
        var found = [schema]
        var known: Set = [ObjectIdentifier(schema)]
        var next = 0
        while next < found.count {
            for arrival in arrivals[ObjectIdentifier(found[next])] ?? []
            where known.insert(ObjectIdentifier(arrival.origin)).inserted {
                found.append(arrival.origin)
            }
            next += 1
        }
        return found
    }

    /// The steps to each schema that a schema leads to, those on the shortest way first.
    private func arrivals(from start: Schema) -> [ObjectIdentifier: [(step: SchemaStep, origin: Schema)]] {
        var arrivals: [ObjectIdentifier: [(step: SchemaStep, origin: Schema)]] = [:]
        var waiting = [start]
        var known: Set = [ObjectIdentifier(start)]
        var next = 0
        while next < waiting.count {
            let origin = waiting[next]
            next += 1
            for step in steps(from: origin, upTo: .choice).reversed() {
                arrivals[ObjectIdentifier(step.target), default: []].append((step, origin))
                if known.insert(ObjectIdentifier(step.target)).inserted { waiting.append(step.target) }
            }
        }
        return arrivals
    }
}
