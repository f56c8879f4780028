/// The keys of `apus.yaml`.
package enum ConfigurationKey: String, CaseIterable, Sendable {
    case document, documents, output, overlays
    case folders, urls
    case api, module, namespace, access
    case emit, validators, formats, enums, names, types
    case include, exclude, group
    case templates, shards
    case strict
    case allowErrors = "allow-errors"
}
