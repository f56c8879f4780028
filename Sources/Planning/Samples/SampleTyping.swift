import ApusDiagnostics
import ApusJSON
import ApusYAML
import Foundation

/// Values -> Swift expressions of the types that read them, with what the types write again.
///
/// `nil` if the type cannot read the value. Members without a property are lost, as in generated code.
struct SampleTyping {
    unowned let maker: SampleMaker
    private var planned: PlannedSchemas { maker.planned }

    init(maker: SampleMaker) { self.maker = maker }

    func typed(_ value: Node, as type: TypeReference, inOptional: Bool = false) -> TypedSample? {
        switch type {
        case .builtin(let builtin): return BuiltinSample.typed(value, as: builtin)
        case .optional(let wrapped):
            if value.isNull { return TypedSample(value: value, sample: .literal(.nil)) }
            return typed(value, as: wrapped, inOptional: true)
        case .nullable(let wrapped):
            if value.isNull { return TypedSample(value: value, sample: .nullable(nil)) }
            guard let typed = typed(value, as: wrapped) else { return nil }
            // A literal is valid for both types; an expression that calls an initialiser is only of its own type.
            if case .literal(let literal) = typed.sample, !literal.callsInitializer { return typed }
            return TypedSample(value: typed.value, sample: .nullable(typed.sample))
        case .array(let element): return array(value, of: element)
        case .generic(.flexibleNumber, let number): return typed(value, as: number)
        case .external, .generic(.itemStream, _), .generic(.event, _): return nil
        case .dictionary(let content, let key):
            guard let mapping = value.mapping else { return nil }
            // Only keys that are strings have a literal for every type of key.
            guard key == .builtin(.string) || mapping.isEmpty else { return nil }
            guard let members = members(mapping.entries, as: content) else { return nil }
            return TypedSample(value: Self.mapping(members.map { ($0.0, $0.1.value) }), sample: dictionary(members))
        case .declared(let id):
            guard let typed = definition(of: id, value, inOptional: inOptional) else { return nil }
            let isShared = maker.known(id)?.value == typed.value
            return isShared ? TypedSample(value: typed.value, sample: .shared(id)) : typed
        }
    }

    /// A value of a declaration, spelled out.
    func definition(of id: DeclarationID, _ value: Node, inOptional: Bool = false) -> TypedSample? {
        // Unions that contain each other would never end.
        if maker.typingDepth == 0 { maker.startTyping() }
        guard maker.typingDepth < Self.depthLimit, maker.step() else { return nil }
        maker.typingDepth += 1
        defer { maker.typingDepth -= 1 }
        return switch planned.declarations[id.index].kind {
        case .structure(let structure): self.structure(value, structure, id)
        case .enumeration(let enumeration): self.enumeration(value, enumeration, id, inOptional)
        case .union(let union): self.union(value, union, id, inOptional)
        case .alias(let type): typed(value, as: type, inOptional: inOptional)
        }
    }

    private static let depthLimit = 64

    // MARK: Lists and maps

    private func array(_ value: Node, of type: TypeReference) -> TypedSample? {
        guard let elements = value.sequence else { return nil }
        let typed = elements.compactMap { self.typed($0, as: type) }
        guard typed.count == elements.count else { return nil }
        return TypedSample(
            value: Node(.sequence(typed.map(\.value)), at: .unknown), sample: .array(typed.map(\.sample))
        )
    }

    private func members(_ entries: [Mapping.Entry], as type: TypeReference) -> [(String, TypedSample)]? {
        let members = entries.compactMap { entry in typed(entry.value, as: type).map { (entry.key, $0) } }
        return members.count == entries.count ? members : nil
    }

    private func dictionary(_ members: [(String, TypedSample)]) -> Sample {
        .dictionary(members.map { SampleArgument(name: $0.0, value: $0.1.sample) })
    }

    private static func mapping(_ members: [(String, Node)]) -> Node {
        var mapping = Mapping(capacity: members.count)
        for (key, value) in members {
            mapping.insert(Mapping.Entry(key: key, keyLocation: .unknown, value: value))
        }
        return Node(.mapping(mapping), at: .unknown)
    }

    // MARK: Declarations

    private func structure(_ value: Node, _ structure: Structure, _ id: DeclarationID) -> TypedSample? {
        if structure.codec == .tuple { return tuple(value, structure, id) }
        guard let mapping = value.mapping else { return nil }
        var arguments: [SampleArgument] = []
        var members: [(String, Node)] = []
        for property in structure.properties {
            switch member(mapping[property.key], property) {
            case .unreadable: return nil
            case .absent: break
            case .value(let node, let sample):
                if let node { members.append((property.key, node)) }
                if let sample { arguments.append(SampleArgument(name: property.name, value: sample)) }
            }
        }
        if let additional = structure.additional {
            let known = Set(structure.properties.map(\.key))
            let others = mapping.entries.filter { !known.contains($0.key) }
            guard let values = self.members(others, as: additional.value) else { return nil }
            members += values.map { ($0.0, $0.1.value) }
            if !values.isEmpty { arguments.append(SampleArgument(name: additional.name, value: dictionary(values))) }
        }
        return TypedSample(value: Self.mapping(members), sample: .structure(id, arguments))
    }

    /// An element for each property, then the remaining elements.
    private func tuple(_ value: Node, _ structure: Structure, _ id: DeclarationID) -> TypedSample? {
        guard let elements = value.sequence else { return nil }
        var arguments: [SampleArgument] = []
        var written: [Node] = []
        for (position, property) in structure.properties.enumerated() {
            switch member(position < elements.count ? elements[position] : nil, property) {
            case .unreadable: return nil
            // The elements after an absent one would take its place.
            case .absent:
                return TypedSample(value: Node(.sequence(written), at: .unknown), sample: .structure(id, arguments))
            case .value(let node, let sample):
                if let node { written.append(node) }
                if let sample { arguments.append(SampleArgument(name: property.name, value: sample)) }
            }
        }
        if let additional = structure.additional, elements.count > structure.properties.count {
            let rest = elements.dropFirst(structure.properties.count).map { typed($0, as: additional.value) }
            guard !rest.contains(where: { $0 == nil }) else { return nil }
            written += rest.compactMap { $0?.value }
            arguments.append(SampleArgument(name: additional.name, value: .array(rest.compactMap { $0?.sample })))
        }
        return TypedSample(value: Node(.sequence(written), at: .unknown), sample: .structure(id, arguments))
    }

    private enum Member {
        case unreadable
        case absent
        /// The value that is written, and the argument if it is not the default.
        case value(Node?, Sample?)
    }

    private func member(_ value: Node?, _ property: Property) -> Member {
        switch property.presence {
        case .required, .nullable:
            guard let value, let typed = typed(value, as: property.type) else { return .unreadable }
            return .value(typed.value, typed.sample)
        case .optional:
            guard let value, !value.isNull else { return absent(property) }
            guard let typed = typed(value, as: property.type) else { return .unreadable }
            return .value(typed.value, typed.sample)
        case .threeState:
            guard let value else { return .absent }
            guard let typed = typed(value, as: property.type.unwrapped) else { return .unreadable }
            return .value(typed.value, typed.sample)
        }
    }

    /// The initialiser sets the value that distinguishes the members of a union.
    private func absent(_ property: Property) -> Member {
        property.constant.map { .value(node(of: $0, as: property.type.unwrapped), nil) } ?? .absent
    }

    private func enumeration(
        _ value: Node, _ enumeration: Enumeration, _ id: DeclarationID, _ inOptional: Bool
    ) -> TypedSample? {
        guard let known = enumeration.cases.first(where: { enumeration.node(of: $0) == value }) else {
            guard let text = value.string, enumeration.raw == .string else { return nil }
            return enumeration.isOpen ? TypedSample(value: value, sample: .rawValue(id, text)) : nil
        }
        let isQualified = inOptional && Self.namesOfOptional.contains(known.name)
        return TypedSample(value: value, sample: .member(id, known.name, isQualified: isQualified))
    }

    private func union(_ value: Node, _ union: Union, _ id: DeclarationID, _ inOptional: Bool) -> TypedSample? {
        var candidates = union.members
        switch union.choice {
        case .trial: break
        case .discriminator(let key, let values):
            let name = value[key]?.tag
            let named = zip(union.members, values).first { $1.contains(name ?? "") }.map { [$0.0] }
            candidates = named ?? union.fallback.map { [union.members[$0]] } ?? union.tried.map { union.members[$0] }
        case .constant(let path, let values):
            let tag = path.reduce(value as Node?) { $0?[$1] }?.tag
            let stated = zip(union.members, values).first { $1.contains(tag ?? "") }
            if tag != nil, let stated { candidates = [stated.0] }
        }
        for member in candidates {
            guard let typed = typed(value, as: member.type) else { continue }
            let isQualified = inOptional && Self.namesOfOptional.contains(member.name)
            let sample = Sample.union(id, case: member.name, typed.sample, isQualified: isQualified)
            return TypedSample(value: typed.value, sample: sample)
        }
        return nil
    }

    /// Where an optional is expected, `.none` is the optional's own case.
    private static let namesOfOptional: Set<String> = ["none", "some"]

    // MARK: Constants

    /// The value of a default argument: a scalar, as all constants are.
    private func node(of literal: Literal, as type: TypeReference) -> Node? {
        let value: Node.Value? =
            switch literal {
            case .nil: .null
            case .bool(let value): .bool(value)
            case .number(let text): .number(NumberText(text))
            case .string(let text): .string(text)
            case .member(let name):
                enumeration(of: type).flatMap { enumeration in
                    enumeration.cases.first { $0.name == name }.map { enumeration.node(of: $0).value }
                }
            case .array, .dictionary, .initializer: nil
            }
        return value.map { Node($0, at: .unknown) }
    }

    private func enumeration(of type: TypeReference) -> Enumeration? {
        guard case .declared(let id) = type else { return nil }
        switch planned.declarations[id.index].kind {
        case .alias(let target): return enumeration(of: target)
        case .enumeration(let enumeration): return enumeration
        case .structure, .union: return nil
        }
    }
}

extension Literal {
    fileprivate var callsInitializer: Bool {
        if case .initializer = self { true } else { false }
    }
}

extension Enumeration {
    /// The JSON value of a case.
    func node(of known: Case) -> Node {
        switch raw {
        case .string: Node(.string(known.value), at: .unknown)
        case .integer, .number: Node(.number(NumberText(known.value)), at: .unknown)
        }
    }
}
