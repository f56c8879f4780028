import ApusDiagnostics
import ApusOpenAPI

/// The documented failures of one operation.
struct FailureSet {
    var operation: Operation
    var typeName: String
    var responses: [ResponsePlan]
}

/// Failure types, named after their contents: operations with the same failures share one.
///
/// A single response with a declared body takes the body's name (`HTTPValidationError` -> `HTTPValidationFailure`); other sets take
/// the operation's.
enum FailureNames {
    static func assign(
        _ sets: [FailureSet], schemas: SchemaPlanner, types: ResponseTypes
    ) -> (failures: [FailurePlan], indices: [Int?]) {
        var contentsByName: [String: Set<[ResponsePlan]>] = [:]
        for set in sets {
            guard let name = contentName(set, schemas: schemas, types: types) else { continue }
            contentsByName[name, default: []].insert(undocumented(set.responses))
        }
        var failures: [FailurePlan] = []
        var indexByContents: [[ResponsePlan]: Int] = [:]
        let indices = sets.map { set -> Int? in
            guard !set.responses.isEmpty else { return nil }
            let contents = undocumented(set.responses)
            let shared = contentName(set, schemas: schemas, types: types)
            if shared != nil, let index = indexByContents[contents] { return index }
            let name = name(of: set, shared: shared, parties: contentsByName)
            failures.append(
                FailurePlan(
                    name: schemas.freeName(name, name + "Response"),
                    responses: set.responses,
                    documentation: documentation(of: set, isShared: shared != nil)
                )
            )
            if shared != nil { indexByContents[contents] = failures.count - 1 }
            return failures.count - 1
        }
        return (failures, indices)
    }

    private static func name(
        of set: FailureSet, shared: String?, parties: [String: Set<[ResponsePlan]>]
    ) -> String {
        guard let shared else { return set.typeName + "Failure" }
        guard parties[shared, default: []].count > 1 else { return shared }
        // If one body occurs with several statuses, each name includes its status.
        let status = set.responses[0].name
        return status.prefix(1).uppercased() + status.dropFirst() + shared
    }

    private static func contentName(_ set: FailureSet, schemas: SchemaPlanner, types: ResponseTypes) -> String? {
        if set.responses.count == 1, let value = set.responses[0].value {
            return types.sharedName(value).map { $0.dropLast("Response".count) + "Failure" }
        }
        if set.responses.count == 1, set.responses[0].content == nil, set.responses[0].status == .default {
            return "StatusFailure"
        }
        guard set.responses.count == 1, case .declared(let id) = set.responses[0].type,
            let name = schemas.componentName(id)
        else { return nil }
        for suffix in ["Failure", "Error", "ErrorSchema"] where name.hasSuffix(suffix) && name != suffix {
            return name.dropLast(suffix.count) + "Failure"
        }
        return name == "ErrorSchema" ? "ErrorFailure" : name + "Failure"
    }

    private static func undocumented(_ responses: [ResponsePlan]) -> [ResponsePlan] {
        responses.map { response in
            var response = response
            response.documentation = []
            return response
        }
    }

    private static func documentation(of set: FailureSet, isShared: Bool) -> [String] {
        if isShared { return [] }
        let name = set.typeName.prefix(1).lowercased() + set.typeName.dropFirst()
        return ["The documented failures of `\(name)`."]
    }
}
