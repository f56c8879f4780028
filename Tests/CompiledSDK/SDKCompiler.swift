internal import ApusRendering
package import Foundation

/// `swiftc` on all files of an SDK at once, with warnings as errors.
package struct SDKCompiler {
    private let sdk: GeneratedSDK
    private let folder: URL

    package init(_ sdk: GeneratedSDK, folder: URL) {
        self.sdk = sdk
        self.folder = folder
    }

    private static func flags(_ module: String) -> [String] {
        [
            "/usr/bin/env", "swiftc", "-swift-version", "6", "-parse-as-library", "-wmo",
            "-package-name", "tests", "-module-name", module, "-I", Repository.products.appending(path: "Modules").path,
        ]
    }

    /// Writes the module and its object file to the folder.
    package func compile(_ options: [String]) throws -> Command {
        let sources = folder.appending(path: sdk.module)
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        let paths = try sdk.files.map { file in
            let url = sources.appending(path: file.path)
            try Data(file.text.utf8).write(to: url)
            return url.path
        }
        let module = folder.appending(path: "\(sdk.module).swiftmodule").path
        let object = folder.appending(path: "\(sdk.module).o").path
        let outputs = ["-emit-module", "-emit-module-path", module, "-c", "-o", object]
        return try Command.check(Self.flags(sdk.module) + ["-warnings-as-errors"] + options + outputs + paths)
    }

    /// Links the driver as an executable with the SDKs and the runtime from the package's own build.
    ///
    /// - Parameter fixed: The folder of the driver's own sources.
    package static func link(driver: [String], _ modules: [String], folder: URL, fixed: URL) throws -> URL {
        let generated = try driver.enumerated().map { index, text in
            let url = folder.appending(path: "Generated\(index).swift")
            try Data(text.utf8).write(to: url)
            return url.path
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: fixed.path).filter { $0.hasSuffix(".swift") }
        let objects = try ["ApusRuntime", "ApusJSON", "HTTPTypes"].flatMap(self.objects(of:))
        let executable = folder.appending(path: "driver")
        let inputs = generated + names.map { fixed.appending(path: $0).path }
        try Command.check(
            flags("Driver") + ["-suppress-warnings", "-Onone", "-I", folder.path, "-o", executable.path] + inputs
                + modules.map { folder.appending(path: "\($0).o").path } + objects
        )
        return executable
    }

    /// The object files of a target's sources. The target's folder may also contain objects of deleted sources.
    private static func objects(of target: String) throws -> [String] {
        let map = Repository.products.appending(path: "\(target).build/output-file-map.json")
        let outputs = try JSONDecoder().decode([String: [String: String]].self, from: Data(contentsOf: map))
        return outputs.values.compactMap { $0["object"] }.sorted()
    }
}
