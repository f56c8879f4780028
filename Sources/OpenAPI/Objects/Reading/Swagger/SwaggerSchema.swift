import ApusDiagnostics
import ApusYAML

/// The forms that are specific to schemas of Swagger 2.0 -> schemas of OpenAPI 3.0.
///
///     type: file              -> type: string, format: binary
///     discriminator: kind     -> discriminator: {propertyName: kind}
///     x-nullable: true        -> nullable: true
enum SwaggerSchema {
    static func upgrade(_ fields: Mapping) -> Mapping {
        var fields = fields
        if let type = fields.entry("type"), type.value.string == "file" {
            fields = fields.filter { $0.key != "format" }.replacing("type", with: type.saying("string"))
            fields.add("format", .string("binary"), at: type.value.location)
        }
        if let discriminator = fields.entry("discriminator"), discriminator.value.string != nil {
            var object = Mapping()
            object.add("propertyName", discriminator.value, like: discriminator)
            let node = Node(.mapping(object), at: discriminator.value.location)
            fields = fields.replacing(
                "discriminator",
                with: .init(key: "discriminator", keyLocation: discriminator.keyLocation, value: node)
            )
        }
        if let nullable = fields.entry("x-nullable"), nullable.value.bool != nil, fields["nullable"] == nil {
            let entry = Mapping.Entry(key: "nullable", keyLocation: nullable.keyLocation, value: nullable.value)
            fields = fields.replacing("x-nullable", with: entry)
        }
        return fields
    }
}
