import ApusOpenAPI
import ApusYAML

/// The keywords that apply to values of one type.
extension CheckPlanner {
    func stringCheck(_ schema: Schema) -> StringCheck {
        var check = StringCheck()
        if schema.hasVocabulary("validation") {
            check.minLength = schema.strings.minLength == 0 ? nil : schema.strings.minLength
            check.maxLength = schema.strings.maxLength
            if let pattern = schema.strings.pattern {
                check.pattern = pattern.value
                types?.shapes.reportPattern(pattern.value, at: pattern.location)
            }
        }
        check.format = format(of: schema)
        return check
    }

    private func format(of schema: Schema) -> FormatCheck? {
        let isVocabulary = schema.vocabularies != nil && schema.hasVocabulary("format-assertion")
        let typed = schema.format.flatMap { Formats.strings[$0]?.check }
        if options.assertsFormats || isVocabulary {
            let asserted = schema.format.flatMap { Formats.assertions[$0] }
            return asserted ?? (types == nil ? nil : typed)
        }
        guard let types else { return nil }
        if schema.contentEncoding == "base64", types.isTyped(schema) { return .byte }
        if pydantic != nil, let format = Formats.pydantic[schema.pydanticFormat ?? ""] { return format }
        if let format = schema.format, Formats.assertions[format] != nil, telling.contains(ObjectIdentifier(schema)) {
            return Formats.assertions[format]
        }
        return typed
    }

    func numberCheck(_ schema: Schema) -> NumberCheck {
        let numbers = schema.numbers
        return NumberCheck(
            minimum: bound(numbers.minimum),
            maximum: bound(numbers.maximum),
            exclusiveMinimum: bound(numbers.exclusiveMinimum),
            exclusiveMaximum: bound(numbers.exclusiveMaximum),
            multipleOf: bound(numbers.multipleOf)
        )
    }

    /// A literal of the runtime's exact number: small numbers as they are, others as strings.
    private func bound(_ number: NumberText?) -> String? {
        guard let number, number.isFinite else { return nil }
        if let int = number.int { return String(int) }
        let isPlain =
            number.text.count <= 15 && number.text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        return isPlain ? number.text : "\"\(number.text)\""
    }

    /// An array with exactly one element for each schema, if nothing else is asserted.
    func tuple(_ schema: Schema) -> Check? {
        let count = schema.prefixItems.count
        guard count > 0, schema.arrays.minItems == count, schema.arrays.maxItems == count,
            schema.hasVocabulary("validation"),
            !schema.arrays.uniqueItems, schema.contains == nil
        else { return nil }
        return .tuple(schema.prefixItems.map(check))
    }

    func arrayCheck(_ schema: Schema) -> ArrayCheck {
        let items = schema.items.map(check)
        var result = ArrayCheck(items: items ?? .any, uniqueItems: false)
        if schema.hasVocabulary("validation") {
            result.minItems = schema.arrays.minItems == 0 ? nil : schema.arrays.minItems
            result.maxItems = schema.arrays.maxItems
            result.uniqueItems = schema.arrays.uniqueItems
        }
        result.prefixItems = schema.prefixItems.map(check)
        if !tracksEvaluation {
            while result.prefixItems.last == .any, result.items == .any { result.prefixItems.removeLast() }
        }
        result.evaluatesItems = tracksEvaluation && items == .any
        if let contains = schema.contains, schema.minContains != 0 || schema.maxContains != nil || tracksEvaluation {
            result.contains = ContainsCheck(
                check: check(contains), minContains: schema.minContains, maxContains: schema.maxContains
            )
        }
        return result
    }

    // MARK: Objects

    func objectCheck(_ schema: Schema) -> Check {
        var object = ObjectCheck()
        let asserted = schema.hasVocabulary("validation") ? schema.required : []
        let required = Set(asserted.map { Node(.string($0.value), at: schema.location) })
        object.members = schema.properties.map { entry in
            let isAsked = required.contains(Node(.string(entry.key), at: schema.location))
            let demand = isAsked ? types?.demand(of: entry.value, in: schema) ?? .required : .optional
            return ObjectCheck.Member(key: entry.key, demand: demand, check: check(entry.value))
        }
        object.present = asserted.map(\.value).filter { schema.properties[$0] == nil }
        object.patterns = schema.patternProperties.map { entry in
            types?.shapes.reportPattern(entry.key, at: entry.location)
            return ObjectCheck.Pattern(pattern: entry.key, check: check(entry.value))
        }
        object.additional = additional(schema)
        object.names = schema.propertyNames.map { check($0).of(.string) }
        if schema.hasVocabulary("validation") {
            object.minProperties = schema.objects.minProperties == 0 ? nil : schema.objects.minProperties
            object.maxProperties = schema.objects.maxProperties
        }
        return object.simplified(tracksEvaluation: tracksEvaluation, namesMembers: namesMembers(of: schema))
    }

    private func additional(_ schema: Schema) -> ObjectCheck.Additional {
        guard let additional = schema.additionalProperties else { return .allowed }
        let values = check(additional)
        if values == .never { return .forbidden }
        let isKept = namesMembers(of: schema) && !schema.properties.isEmpty
        return values == .any && !tracksEvaluation && !isKept ? .allowed : .checked(values)
    }

    /// One object with the properties of all members of `allOf`, if no assertion is lost.
    func merged(_ schema: Schema) -> Check? {
        guard let types, !schema.allOf.isEmpty, case .structure(let shape) = types.shapes.shape(of: schema).kind,
            document.isMergeable(schema)
        else { return nil }
        var object = ObjectCheck()
        object.members = shape.members.map {
            let demand = $0.isRequired ? types.demand(of: $0.schema, in: schema) : .optional
            return ObjectCheck.Member(key: $0.key, demand: demand, check: check($0.schema))
        }
        for key in document.requiredKeys(of: schema) where !object.members.contains(where: { $0.key == key }) {
            if !object.present.contains(key) { object.present.append(key) }
        }
        return object.simplified(tracksEvaluation: tracksEvaluation, namesMembers: namesMembers(of: schema)).ofObject
    }
}

extension ObjectCheck {
    /// The check without the members about which nothing is asserted, unless they must be distinguished from others; a map if no
    /// member is named.
    fileprivate func simplified(tracksEvaluation: Bool, namesMembers: Bool) -> Check {
        if let map = MapCheck(of: self) { return .map(map) }
        var object = self
        object.isEvaluated = tracksEvaluation
        if !tracksEvaluation, additional == .allowed || namesMembers && additional == .checked(.any) {
            if !namesMembers { object.members.removeAll { $0.demand == .optional && $0.check == .any } }
            // If members are not distinguished from others, naming one makes no difference.
            object.members += present.map { Member(key: $0, demand: .required, check: .any) }
            object.present = []
        }
        return .object(object)
    }
}
