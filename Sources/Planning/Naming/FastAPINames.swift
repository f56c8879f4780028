/// FastAPI's automatic names, recognised and reduced to what their author wrote.
package enum FastAPINames {
    /// `update_conversation_api_conversations__conversation_id__patch` for PATCH `/api/conversations/{conversation_id}` ->
    /// `update_conversation`; `nil` if the id is not FastAPI's.
    ///
    /// FastAPI joins function name and path, replaces every character that is not a word character by `_`,
    /// and appends the method.
    package static func functionName(ofOperationID id: String, path: String, method: String) -> String? {
        let method = "_" + method.lowercased()
        guard id.hasSuffix(method) else { return nil }
        let suffix = slug(path) + method
        guard id.hasSuffix(suffix), id.count > suffix.count else { return nil }
        return String(id.dropLast(suffix.count))
    }

    /// `Body_upload_files_api_conversations__conversation_id__upload_files_post` -> the operation's id.
    package static func operationID(ofBodySchema name: String) -> String? {
        name.hasPrefix("Body_") ? String(name.dropFirst("Body_".count)) : nil
    }

    /// Whether a title only repeats a name that FastAPI derived it from: `Conversation Id` of `conversation_id`.
    package static func isDerived(title: String, from name: String) -> Bool {
        squeezed(title) == squeezed(name)
    }

    /// `Response Update Conversation Api Conversations  Conversation Id  Patch`
    package static func isResponseTitle(_ title: String) -> Bool {
        title.hasPrefix("Response ")
    }

    private static func squeezed(_ text: String) -> String {
        String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.isInName && $0 != "_" }))
    }

    private static func slug(_ path: String) -> String {
        var result = ""
        for scalar in path.unicodeScalars {
            result.unicodeScalars.append(scalar.isASCII && scalar.isInName ? scalar : "_")
        }
        return result
    }
}
