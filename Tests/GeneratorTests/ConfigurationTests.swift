import ApusDiagnostics
import ApusGenerator
import ApusPlanning
import Testing

@Suite("apus.yaml")
struct ConfigurationTests {
    private func read(_ text: String, name: String = "apus.yaml") -> (Configuration, [String]) {
        let diagnostics = Diagnostics()
        let file = SourceFile(name: name, bytes: Array(text.utf8))
        let configuration = ConfigurationReader(diagnostics: diagnostics).read(file)
        let messages = diagnostics.all.map { diagnostic in
            "\(diagnostic.location.line):\(diagnostic.location.column): \(diagnostic.message)"
        }
        return (configuration, messages)
    }

    /// A key that is read, but not passed on, would have no effect, and nothing else would fail.
    @Test(arguments: ConfigurationKey.allCases)
    func everyKeyIsPassedOn(_ key: ConfigurationKey) {
        let (configuration, messages) = read(Self.sample(key).line)
        #expect(messages == [])
        #expect(configuration != Configuration())
        #expect(Configuration().overridden(by: configuration) == configuration)
        #expect((configuration.planOptions != Configuration().planOptions) == Self.sample(key).isForPlanning)
    }

    /// A file with this key only, and whether planning and rendering must know the value. There is no `default:`, so that this does
    /// not compile without a new key.
    private static func sample(_ key: ConfigurationKey) -> (line: String, isForPlanning: Bool) {
        switch key {
        case .document: ("document: a.yaml", false)
        case .documents: ("documents: [a.yaml, b.yaml]", false)
        case .output: ("output: Generated", false)
        case .overlays: ("overlays: [a.yaml]", false)
        case .folders: ("folders: [a]", false)
        case .urls: ("urls: {'https://example.com/': a}", false)
        case .api: ("api: Pets", true)
        case .module: ("module: Pets", true)
        case .namespace: ("namespace: Pets", true)
        case .access: ("access: internal", true)
        case .emit: ("emit: [models]", true)
        case .validators: ("validators: all", true)
        case .formats: ("formats: all", true)
        case .enums: ("enums: closed", true)
        case .names: ("names: {a: b}", true)
        case .types: ("types: {'format:a': B}", true)
        case .include: ("include: {tags: a}", true)
        case .exclude: ("exclude: {tags: a}", true)
        case .group: ("group: tags", true)
        case .templates: ("templates: a", false)
        case .shards: ("shards: 2", true)
        case .strict: ("strict: true", false)
        case .allowErrors: ("allow-errors: true", false)
        }
    }

    @Test
    func everyKeyIsRead() {
        let (configuration, messages) = read(
            """
            document: ../openapi.yaml
            output: Generated
            overlays: [names.yaml]
            folders: [../shared, /srv/schemas]
            urls: {"https://example.com/": vendor}
            api: Pets
            module: PetsSDK
            namespace: PetsAPI
            access: package
            emit: [models, client]
            validators: all
            formats: all
            enums: closed
            templates: /etc/templates
            shards: 4
            types: {"format:money": Shop.Money, "#/components/schemas/age": Int8}
            names:
              "#/components/schemas/pet": Animal
              get_pet: pet
            include: {tags: [pets, "cats*"]}
            exclude: {operations: get_pet, paths: ["/x/**"]}
            group: tags
            strict: true
            allow-errors: false
            """,
            name: "Sources/Pets/apus.yaml"
        )
        var expected = Configuration()
        expected.document = "Sources/Pets/../openapi.yaml"
        expected.output = "Sources/Pets/Generated"
        expected.overlays = ["Sources/Pets/names.yaml"]
        expected.folders = ["Sources/Pets/../shared", "/srv/schemas"]
        expected.urls = ["https://example.com/": "Sources/Pets/vendor"]
        expected.api = "Pets"
        expected.module = "PetsSDK"
        expected.namespace = "PetsAPI"
        expected.access = .package
        expected.isStrict = true
        expected.allowsErrors = false
        expected.emit = [.models, .client]
        expected.validators = .all
        expected.formats = .all
        expected.enums = .closed
        expected.templates = "/etc/templates"
        expected.shards = 4
        expected.types = ["format:money": ExternalType("Shop.Money"), "#/components/schemas/age": ExternalType("Int8")]
        expected.names = ["#/components/schemas/pet": "Animal", "get_pet": "pet"]
        expected.group = .tags
        #expect(configuration.include?.tags.map(\.text) == ["pets", "cats*"])
        #expect(configuration.exclude?.operations.map(\.text) == ["get_pet"])
        #expect(configuration.exclude?.paths.map(\.text) == ["/x/**"])
        expected.include = configuration.include
        expected.exclude = configuration.exclude
        #expect(
            configuration.pinLocations.mapValues { "\($0.line):\($0.column)" } == [
                "format:money": "16:9", "#/components/schemas/age": "16:37", "#/components/schemas/pet": "18:3",
                "get_pet": "19:3",
            ])
        expected.pinLocations = configuration.pinLocations
        #expect(configuration == expected)
        #expect(messages == [])
    }

    @Test(
        arguments: [
            ("nmaespace: X", "1:1: apus.yaml has no key 'nmaespace': did you mean 'namespace'?"),
            ("Access: public", "1:1: apus.yaml has no key 'Access': did you mean 'access'?"),
            ("access: open", "1:9: 'access' is expected to be one of public, package, internal, not 'open'"),
            ("emit: models", "1:7: 'emit' is expected to be a list of parts, not 'models'"),
            (
                "emit: [models, sever]",
                "1:16: 'emit' is expected to be one of models, validators, client, server, samples, not 'sever'"
            ),
            ("namespace: a-b", "1:12: 'a-b' is not a Swift identifier"),
            ("namespace: 'X { } struct Y'", "1:12: 'X { } struct Y' is not a Swift identifier"),
            ("types: {'format:x': 'a b'}", "1:21: 'a b' is not the name of a Swift type"),
            (
                "types: {money: Int}",
                "1:16: 'money' names neither a schema, #/components/schemas/..., nor a format, format:..."
            ),
            ("names: {get: 'a b'}", "1:14: 'a b' is not a Swift identifier"),
            ("shards: 0", "1:9: 'shards' is expected to be a number from 1 to 256"),
            ("module: 3", "1:9: 'module' is expected to be a string, not a number"),
            ("- module", "1:1: apus.yaml is expected to contain a mapping, not a sequence"),
        ])
    func aMistakeIsReportedWithItsPlace(_ text: String, _ message: String) {
        #expect(read(text).1 == [message])
    }

    @Test func aKeyThatResemblesNoneIsReportedWithAllKeys() {
        let keys = """
            document, documents, output, overlays, folders, urls, api, module, namespace, access, emit, validators, formats, enums, \
            names, types, include, exclude, group, templates, shards, strict, allow-errors
            """
        #expect(read("colour: red").1 == ["1:1: apus.yaml has no key 'colour': the keys are \(keys)"])
    }

    @Test(arguments: ["", "\n", "# module: X\n\n  # y\n"])
    func aFileWithoutSettingsIsNotAMistake(_ text: String) {
        let (configuration, messages) = read(text)
        #expect(configuration == Configuration())
        #expect(messages == [])
    }

    @Test
    func flagsWinOverTheFile() {
        var file = Configuration()
        file.module = "FromFile"
        file.access = .internal
        var flags = Configuration()
        flags.module = "FromFlag"
        let result = file.overridden(by: flags)
        #expect(result.module == "FromFlag")
        #expect(result.access == .internal)
    }
}

@Suite("Suggestions")
struct SuggestionTests {
    @Test(
        arguments: [
            ("outptu", "output"), ("namspace", "namespace"), ("validator", "validators"), ("emits", "emit"),
            ("xyz", nil), ("", nil),
        ] as [(String, String?)])
    func theNearestKeyIsSuggested(_ text: String, _ expected: String?) {
        #expect(nearest(to: text, among: ConfigurationKey.allCases.map(\.rawValue)) == expected)
    }
}
