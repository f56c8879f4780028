/// The built-in templates, by file name without `.swift.mustache`.
package enum Templates {
    package static let all: [String: [UInt8]] = [
        "Alias": PackageResources.Alias_swift_mustache,
        "CallbackURL": PackageResources.CallbackURL_swift_mustache,
        "Client": PackageResources.Client_swift_mustache,
        "ClientGroup": PackageResources.ClientGroup_swift_mustache,
        "ClientOperation": PackageResources.ClientOperation_swift_mustache,
        "ClosedEnumeration": PackageResources.ClosedEnumeration_swift_mustache,
        "Credentials": PackageResources.Credentials_swift_mustache,
        "Failure": PackageResources.Failure_swift_mustache,
        "File": PackageResources.File_swift_mustache,
        "Links": PackageResources.Links_swift_mustache,
        "OpenEnumeration": PackageResources.OpenEnumeration_swift_mustache,
        "Output": PackageResources.Output_swift_mustache,
        "ResponseValue": PackageResources.ResponseValue_swift_mustache,
        "Routes": PackageResources.Routes_swift_mustache,
        "Sample": PackageResources.Sample_swift_mustache,
        "SampleAnswers": PackageResources.SampleAnswers_swift_mustache,
        "SampleServer": PackageResources.SampleServer_swift_mustache,
        "SchemaValidator": PackageResources.SchemaValidator_swift_mustache,
        "Server": PackageResources.Server_swift_mustache,
        "ServerOperation": PackageResources.ServerOperation_swift_mustache,
        "Servers": PackageResources.Servers_swift_mustache,
        "Structure": PackageResources.Structure_swift_mustache,
        "Union": PackageResources.Union_swift_mustache,
        "Validator": PackageResources.Validator_swift_mustache,
    ]
}
