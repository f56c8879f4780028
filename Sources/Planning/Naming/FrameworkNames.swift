/// The name that the author gave an operation, if a framework built the operation id from that name and other parts.
package enum FrameworkNames {
    package enum Found: Equatable {
        /// The function's name, or the id without the parts that the path states anyway.
        case name(String)
        /// The id repeats only the path.
        case path
    }

    /// `nil` if no framework's naming scheme is recognised.
    package static func find(operationID id: String, path: String, method: String) -> Found? {
        if let function = FastAPINames.functionName(ofOperationID: id, path: path, method: method) {
            return .name(function)
        }
        if let function = camelCaseFunction(id, path, method) { return function.isEmpty ? .path : .name(function) }
        return (controllerAction(id) ?? withoutPrefix(id, path)).map { .name($0) }
    }

    /// `getServerInfoServerInfoGet` for GET `/server_info` -> `getServerInfo`; `ApiUsersByIdGet` of older versions of Swashbuckle,
    /// for GET `/api/users/{id}`, repeats only the path.
    private static func camelCaseFunction(_ id: String, _ path: String, _ method: String) -> String? {
        guard id.utf8.allSatisfy(\.isLetterOrDigit) else { return nil }
        let segments = PathWords.segments(path)
        if segments.isEmpty { return nil }
        let (lower, method) = (id.lowercased(), method.lowercased())
        guard lower.hasSuffix(method) else { return nil }
        for by in ["", "by"] {
            let suffix = segments.map { ($0.hasPrefix("{") ? by : "") + squeezed($0) }.joined() + method
            guard lower.hasSuffix(suffix) else { continue }
            let function = id.dropLast(suffix.count)
            // At that place, the path begins with a capital letter.
            if function.isEmpty || id[function.endIndex].isUppercase { return String(function) }
        }
        return nil
    }

    /// NestJS's `CatsController_findAll` and LoopBack's `CatsController.findAll` -> `cats findAll`
    private static func controllerAction(_ id: String) -> String? {
        guard let end = id.utf8.firstIndex(where: { !$0.isLetterOrDigit }), id[end] == "_" || id[end] == "."
        else { return nil }
        let action = id[id.index(after: end)...]
        guard id[..<end].hasSuffix("Controller") else { return nil }
        let controller = id[..<end].dropLast("Controller".count)
        guard !controller.isEmpty, !action.isEmpty else { return nil }
        guard action.utf8.allSatisfy(\.isInName) else { return nil }
        return "\(controller) \(action)"
    }

    /// Django REST framework's `api_v1_pets_list` for `/api/v1/pets/` -> `pets_list`
    private static func withoutPrefix(_ id: String, _ path: String) -> String? {
        let words = PathWords.segments(path).prefix(while: PathWords.saysNothing)
        let prefix = words.map { $0.replacing("-", with: "_") + "_" }.joined()
        guard !prefix.isEmpty, id.hasPrefix(prefix), id.count > prefix.count else { return nil }
        return String(id.dropFirst(prefix.count))
    }

    private static func squeezed(_ text: Substring) -> String {
        String(decoding: text.lowercased().utf8.filter(\.isLetterOrDigit), as: UTF8.self)
    }
}
