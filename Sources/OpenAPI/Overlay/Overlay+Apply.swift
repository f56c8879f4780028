import ApusDiagnostics
import ApusYAML

extension Overlay {
    /// The document with every action applied, each to the result of those before it.
    package func applied(to document: Node, diagnostics: Diagnostics) -> Node {
        actions.reduce(document) { document, action in
            let places = action.target.places(in: document)
            if places.isEmpty {
                diagnostics.report(.unmatchedTarget, "the target selects nothing in the document", at: action.location)
            }
            var action = action
            if let copied = action.copy?.nodes(in: document) {
                guard copied.count == 1 else {
                    let message = "'copy' selects \(copied.count) values, not one"
                    diagnostics.report(.invalidOverlay, message, at: action.location)
                    return document
                }
                action.update = copied[0]
            }
            // The root itself is kept: an empty document is not a document.
            return action.change(document, at: places.map { $0[...] }, diagnostics) ?? document
        }
    }
}

extension Overlay.Action {
    /// The node with the changes at the places within it; `nil` if it is removed.
    fileprivate func change(_ node: Node, at places: [ArraySlice<JSONPath.Step>], _ diagnostics: Diagnostics) -> Node? {
        if places.isEmpty { return node }
        var node = node
        if places.contains(where: \.isEmpty) {
            if removes { return nil }
            if let update { node = merged(node, with: update, diagnostics) }
        }
        var inner: [JSONPath.Step: [ArraySlice<JSONPath.Step>]] = [:]
        for place in places { if let step = place.first { inner[step, default: []].append(place.dropFirst()) } }
        if inner.isEmpty { return node }
        switch node.value {
        case .mapping(let mapping):
            var result = Mapping(capacity: mapping.count)
            for entry in mapping.entries {
                guard let value = change(entry.value, at: inner[.key(entry.key)] ?? [], diagnostics) else { continue }
                result.insert(.init(key: entry.key, keyLocation: entry.keyLocation, value: value))
            }
            return Node(.mapping(result), at: node.location)
        case .sequence(let elements):
            let changed = elements.enumerated().compactMap { index, element in
                change(element, at: inner[.index(index)] ?? [], diagnostics)
            }
            return Node(.sequence(changed), at: node.location)
        case .null, .bool, .number, .string: return node
        }
    }

    /// "The properties of the update object are merged with the target"; a target list gets one more element.
    private func merged(_ target: Node, with update: Node, _ diagnostics: Diagnostics) -> Node {
        if case .sequence(let elements) = target.value {
            return Node(.sequence(elements + (update.sequence ?? [update])), at: target.location)
        }
        if target.mapping != nil, update.mapping != nil { return Self.merged(target, with: update) }
        let message = "the target selects \(target.kindName), into which \(update.kindName) cannot be merged"
        diagnostics.report(.invalidOverlay, message, at: location, notes: [("this is selected", target.location)])
        return target
    }

    /// Objects are merged member by member, lists are joined, and anything else replaces the old value.
    private static func merged(_ target: Node, with update: Node) -> Node {
        if let old = target.sequence, let new = update.sequence {
            return Node(.sequence(old + new), at: target.location)
        }
        guard let old = target.mapping, let new = update.mapping else { return update }
        var result = Mapping(capacity: old.count + new.count)
        for entry in old.entries {
            let value = new[entry.key].map { merged(entry.value, with: $0) } ?? entry.value
            result.insert(.init(key: entry.key, keyLocation: entry.keyLocation, value: value))
        }
        for entry in new.entries { result.insert(entry) }
        return Node(.mapping(result), at: target.location)
    }
}
