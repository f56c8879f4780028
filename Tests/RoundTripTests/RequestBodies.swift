import Foundation

/// The bodies of a document's requests, read without any code of Apus.
struct RequestBodies {
    /// The document with only those operations that have a body, reduced to the body.
    let document: Data
    /// The number of these operations.
    let count: Int
    /// Keyed by `PATCH /repos/{owner}/{repo}`: the required members of each body that is an object with properties.
    let required: [String: Set<String>]

    private typealias Object = [String: Any]

    init(of file: URL) throws {
        var root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? Object ?? [:]
        var required: [String: Set<String>] = [:]
        var count = 0
        let paths = (root["paths"] as? [String: Object] ?? [:]).mapValues { item in
            item.filter { ["patch", "post", "put"].contains($0.key) }.compactMapValues { operation -> Object? in
                guard let operation = operation as? Object, let body = operation["requestBody"] else { return nil }
                count += 1
                return [
                    "operationId": operation["operationId"] ?? "", "requestBody": body,
                    "responses": ["204": ["description": "Done"]],
                ]
            }
        }
        for (path, item) in paths {
            for (method, operation) in item {
                let content = Self.resolved(operation["requestBody"], root)["content"] as? Object
                let schema = Self.resolved((content?["application/json"] as? Object)?["schema"], root)
                let isObject = schema["properties"] != nil && schema["oneOf"] == nil && schema["anyOf"] == nil
                if isObject { required["\(method.uppercased()) \(path)"] = Self.required(by: schema, root) }
            }
        }
        root["paths"] = paths.filter { !$0.value.isEmpty }.reduce(into: Object()) { items, entry in
            var item = entry.value as Object
            item["parameters"] = Self.parameters(of: entry.key)
            items[entry.key] = item
        }
        root["components"] = Self.components(of: root, neededBy: paths)
        self.document = try JSONSerialization.data(withJSONObject: root)
        self.count = count
        self.required = required
    }

    private static func required(by schema: Object, _ root: Object) -> Set<String> {
        let inherited = (schema["allOf"] as? [Any] ?? []).map { required(by: resolved($0, root), root) }
        return inherited.reduce(Set(schema["required"] as? [String] ?? [])) { $0.union($1) }
    }

    private static func resolved(_ value: Any?, _ root: Object) -> Object {
        guard let object = value as? Object else { return [:] }
        guard let reference = object["$ref"] as? String else { return object }
        let tokens = reference.dropFirst(2).split(separator: "/").map(String.init)
        return resolved(tokens.reduce(root as Any) { ($0 as? Object)?[$1] ?? [:] }, root)
    }

    /// The components that the paths refer to, directly or through other components.
    private static func components(of root: Object, neededBy paths: Any) -> Object {
        let all = root["components"] as? [String: Object] ?? [:]
        var needed: [String: Object] = [:]
        var pending = references(in: paths)
        while let reference = pending.popLast() {
            let tokens = reference.split(separator: "/").map(String.init)
            guard tokens.count == 4, needed[tokens[2]]?[tokens[3]] == nil, let value = all[tokens[2]]?[tokens[3]] else {
                continue
            }
            needed[tokens[2], default: [:]][tokens[3]] = value
            pending += references(in: value)
        }
        return needed
    }

    private static func references(in value: Any) -> [String] {
        switch value {
        case let object as Object:
            (object["$ref"] as? String).map { [$0] } ?? object.values.flatMap(references)
        case let list as [Any]: list.flatMap(references)
        default: []
        }
    }

    private static func parameters(of path: String) -> [Object] {
        path.matches(of: /\{([^}]*)\}/).map { match in
            ["name": String(match.output.1), "in": "path", "required": true, "schema": ["type": "string"]]
        }
    }
}
