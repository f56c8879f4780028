import ApusTemplates
import Foundation

/// The templates: the built-in ones, or a user's own in their place.
package struct TemplateSet: Sendable {
    let alias: Template<AliasView>
    let callbackURL: Template<CallbackURLView>
    let client: Template<ClientView>
    let clientGroup: Template<ClientGroupView>
    let clientOperation: Template<ClientOperationView>
    let closedEnumeration: Template<EnumerationView>
    let credentials: Template<CredentialsView>
    let failure: Template<FailureView>
    let file: Template<FileView>
    let largeEnumeration: Template<EnumerationView>
    let links: Template<LinksView>
    let openEnumeration: Template<EnumerationView>
    let output: Template<OutputView>
    let requestBody: Template<RequestBodyView>
    let responseValue: Template<ResponseValueView>
    let routes: Template<RoutesView>
    let sample: Template<SampleView>
    let sampleAnswers: Template<SampleAnswersView>
    let sampleServer: Template<SampleServerView>
    let schemaValidator: Template<SchemaValidatorView>
    let server: Template<ServerView>
    let serverOperation: Template<ServerOperationView>
    let servers: Template<ServersView>
    let structure: Template<StructureView>
    let union: Template<UnionView>
    let validator: Template<ValidatorView>
    let xmlShape: Template<XMLShapeView>

    /// - Parameter overrides: A folder of `<Name>.swift.mustache` files that replace the built-in ones.
    /// - Throws: ``TemplateError`` for a file that belongs to no template, for text that is not Mustache, and for a name that is
    ///   not in the template's view.
    package init(overrides: String? = nil) throws(TemplateError) {
        let files = try TemplateFiles(overrides: overrides)
        alias = try files.template("Alias")
        callbackURL = try files.template("CallbackURL")
        client = try files.template("Client")
        clientGroup = try files.template("ClientGroup")
        clientOperation = try files.template("ClientOperation")
        closedEnumeration = try files.template("ClosedEnumeration")
        credentials = try files.template("Credentials")
        failure = try files.template("Failure")
        file = try files.template("File")
        largeEnumeration = try files.template("LargeEnumeration")
        links = try files.template("Links")
        openEnumeration = try files.template("OpenEnumeration")
        output = try files.template("Output")
        requestBody = try files.template("RequestBody")
        responseValue = try files.template("ResponseValue")
        routes = try files.template("Routes")
        sample = try files.template("Sample")
        sampleAnswers = try files.template("SampleAnswers")
        sampleServer = try files.template("SampleServer")
        schemaValidator = try files.template("SchemaValidator")
        server = try files.template("Server")
        serverOperation = try files.template("ServerOperation")
        servers = try files.template("Servers")
        structure = try files.template("Structure")
        union = try files.template("Union")
        validator = try files.template("Validator")
        xmlShape = try files.template("XMLShape")
    }
}

/// The texts of the templates, keyed by name.
private struct TemplateFiles {
    private static let suffix = ".swift.mustache"

    private var overrides: [String: (path: String, text: String)] = [:]

    init(overrides folder: String?) throws(TemplateError) {
        guard let folder else { return }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw TemplateError(path: folder, line: nil, message: "the folder of templates cannot be read")
        }
        for file in names.sorted() where file.hasSuffix(".mustache") {
            let path = folder + "/" + file
            let name = String(file.dropLast(Self.suffix.count))
            guard file.hasSuffix(Self.suffix), Templates.all[name] != nil else {
                let known = Templates.all.keys.sorted().map { "\($0)\(Self.suffix)" }.joined(separator: ", ")
                throw TemplateError(
                    path: path, line: nil, message: "no template has this name; expected one of \(known)")
            }
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
            else { throw TemplateError(path: path, line: nil, message: "the file cannot be read as UTF-8") }
            overrides[name] = (path, text)
        }
    }

    func template<View: TemplateView>(_ name: String) throws(TemplateError) -> Template<View> {
        if let (path, text) = overrides[name] { return try Template(text, path: path) }
        let path = name + Self.suffix
        guard let bytes = Templates.all[name] else {
            throw TemplateError(path: path, line: nil, message: "the template is missing")
        }
        return try Template(String(decoding: bytes, as: UTF8.self), path: path)
    }
}
