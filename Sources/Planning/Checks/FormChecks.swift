import ApusDiagnostics
import ApusOpenAPI

extension TypeTable {
    /// The check of a form: for files, only whether they are present.
    func formCheck(_ check: Check, of structure: StructureDraft, schema: Schema) -> Check? {
        let properties = Dictionary(structure.properties.map { ($0.key, $0) }) { first, _ in first }
        guard case .object(var object) = check else {
            guard structure.properties.contains(where: { $0.type.isFile }) else { return check }
            shapes.report(
                .unsupportedKeyword, "a form of several schemas, with files among its parts, is not validated",
                at: schema)
            return nil
        }
        object.members = object.members.map { member in
            guard let property = properties[member.key] else { return member }
            var member = member
            switch property.presence {
            case .optional, .threeState: member.demand = .optional
            case .required, .nullable: break
            }
            if property.type.isFile { member.check = member.check.ofFiles }
            return member
        }
        if case .checked(let check) = object.additional, structure.additional?.value.isFile == true {
            object.additional = check.ofFiles == .any ? .allowed : .checked(check.ofFiles)
        }
        object.members.removeAll { !$0.isRequired && $0.check == .any && object.additional == .allowed }
        return .object(object)
    }
}

extension Check {
    /// The check of files: only of their number.
    fileprivate var ofFiles: Check {
        if case .nullable(let check) = self { return check.ofFiles }
        guard case .array(var files) = self else { return .any }
        files.items = .any
        return .array(files)
    }
}

extension TypeReference {
    fileprivate var isFile: Bool {
        switch self {
        case .builtin(let builtin): builtin == .filePart
        case .array(let inner), .optional(let inner): inner.isFile
        case .declared, .external, .dictionary, .nullable, .generic: false
        }
    }
}
