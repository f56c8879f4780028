import ApusPlanning

extension Configuration {
    package var planOptions: PlanOptions {
        var options = PlanOptions()
        options.apiName = api
        options.moduleName = module
        options.namespace = namespace.map(PlanOptions.Namespace.named) ?? (isNested ? .title : .none)
        if let access { options.access = access }
        if let emit { options.parts = emit }
        if let shards { options.shards = shards }
        if let validators { options.validators = validators }
        if let formats { options.formats = formats }
        if let enums { options.enums = enums }
        if let names { options.names = names }
        if let types { options.types = types }
        options.pinLocations = pinLocations
        if let include { options.filter.include = include }
        if let exclude { options.filter.exclude = exclude }
        if let group { options.grouping = group }
        options.hasFixedFiles = shards != nil
        return options
    }
}

extension Configuration {
    /// The configuration for one of several documents.
    func forDocument(_ entry: DocumentEntry) -> Configuration {
        var result = overridden(by: entry.configuration)
        result.documents = nil
        // A pin for all documents may refer to another one.
        result.pinLocations = entry.configuration.pinLocations
        // The names of one document must not collide with those of the others.
        result.isNested = true
        if entry.configuration.namespace == nil { result.namespace = nil }
        return result
    }
}
