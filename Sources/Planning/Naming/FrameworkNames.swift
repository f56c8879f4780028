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
        guard id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
        let segments = path.split(separator: "/")
        for by in ["", "by"] {
            let words = segments.map { ($0.hasPrefix("{") ? by : "") + squeezed($0) }
            let suffix = words.joined() + method.lowercased()
            guard !segments.isEmpty, id.lowercased().hasSuffix(suffix) else { continue }
            let function = id.dropLast(suffix.count)
            // At that place, the path begins with a capital letter.
            if function.isEmpty || id[function.endIndex].isUppercase { return String(function) }
        }
        return nil
    }

    /// NestJS's `CatsController_findAll` and LoopBack's `CatsController.findAll` -> `cats findAll`
    private static func controllerAction(_ id: String) -> String? {
        guard let match = id.firstMatch(of: #/^([A-Za-z0-9]+?)Controller[_.]([A-Za-z0-9_]+)$/#) else { return nil }
        return "\(match.1) \(match.2)"
    }

    /// Django REST framework's `api_v1_pets_list` for `/api/v1/pets/` -> `pets_list`
    private static func withoutPrefix(_ id: String, _ path: String) -> String? {
        let words = path.split(separator: "/").map { $0.replacing("-", with: "_") }
        let prefix = words.prefix { PathWords.saysNothing(Substring($0)) }.map { $0 + "_" }.joined()
        guard !prefix.isEmpty, id.hasPrefix(prefix), id.count > prefix.count else { return nil }
        return String(id.dropFirst(prefix.count))
    }

    private static func squeezed(_ text: Substring) -> String {
        String(text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
}
