// swift-tools-version: 6.2
import PackageDescription

// Targets stand in pipeline order: bytes -> Node -> Document -> Plan -> files. Module names carry the prefix `Apus`
// because SwiftPM refuses two targets of one name in a graph, and a user may well have a target named `YAML`.

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "apus",
    platforms: [.macOS(.v14), .iOS(.v17), .tvOS(.v17), .watchOS(.v10), .visionOS(.v1)],
    products: [
        .executable(name: "apus", targets: ["apus"]),
        .library(name: "ApusRuntime", targets: ["ApusRuntime"]),
        .library(name: "ApusURLSession", targets: ["ApusURLSession"]),
        .library(name: "ApusAsyncHTTPClient", targets: ["ApusAsyncHTTPClient"]),
        .library(name: "ApusObservability", targets: ["ApusObservability"]),
        .library(name: "ApusHummingbird", targets: ["ApusHummingbird"]),
        .plugin(name: "ApusBuildTool", targets: ["ApusBuildTool"]),
        .plugin(name: "ApusRegenerate", targets: ["ApusRegenerate"]),
        .plugin(name: "ApusCheck", targets: ["ApusCheck"]),
    ],
    traits: [
        .trait(name: "Hummingbird", description: "The server adapter ApusHummingbird, on Hummingbird 2."),
        .trait(name: "AsyncHTTPClient", description: "The client transport ApusAsyncHTTPClient, on async-http-client."),
        .trait(name: "Logging", description: "Logs of a client's requests in ApusObservability, on swift-log."),
        .trait(name: "Metrics", description: "Metrics of a client's requests in ApusObservability, on swift-metrics."),
        .trait(
            name: "Tracing",
            description: "Spans of a client's requests in ApusObservability, on swift-distributed-tracing."
        ),
        .default(enabledTraits: []),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.4.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.16.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.26.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.2.0"),
    ],
    targets: [
        // JSON, patterns, formats and validation: what the generator and ApusRuntime, which exports it, have in common.
        .target(name: "ApusJSON", swiftSettings: settings),
        // The loader: bytes -> Node.
        .systemLibrary(
            name: "CApusLibYAML",
            path: "Sources/CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(
            name: "ApusDiagnostics",
            dependencies: ["ApusJSON"],
            path: "Sources/Diagnostics",
            swiftSettings: settings
        ),
        .target(
            name: "ApusYAML",
            dependencies: ["ApusDiagnostics", "ApusJSON", "CApusLibYAML"],
            path: "Sources/YAML",
            swiftSettings: settings
        ),
        // Node -> Document.
        .target(
            name: "ApusOpenAPI",
            dependencies: ["ApusDiagnostics", "ApusYAML", "ApusJSON"],
            path: "Sources/OpenAPI",
            swiftSettings: settings
        ),
        // Document -> Plan.
        .target(
            name: "ApusPlanning",
            dependencies: ["ApusDiagnostics", "ApusYAML", "ApusOpenAPI", "ApusJSON"],
            path: "Sources/Planning",
            swiftSettings: settings
        ),
        // Plan -> files.
        .target(
            name: "ApusTemplates",
            path: "Templates",
            resources: [.embedInCode("Swift")],
            swiftSettings: settings
        ),
        .target(
            name: "ApusRendering",
            dependencies: ["ApusDiagnostics", "ApusPlanning", "ApusTemplates"],
            path: "Sources/Rendering",
            swiftSettings: settings
        ),
        .target(
            name: "ApusGenerator",
            dependencies: ["ApusDiagnostics", "ApusJSON", "ApusYAML", "ApusOpenAPI", "ApusPlanning", "ApusRendering"],
            path: "Sources/Generator",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "apus",
            dependencies: [
                "ApusDiagnostics", "ApusPlanning", "ApusGenerator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/apus",
            swiftSettings: settings
        ),
        // What generated code imports, and what carries it over the wire.
        .target(
            name: "ApusRuntime",
            dependencies: ["ApusJSON", .product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: settings
        ),
        .target(name: "ApusURLSession", dependencies: ["ApusRuntime"], swiftSettings: settings),
        .target(
            name: "ApusAsyncHTTPClient",
            dependencies: [
                "ApusRuntime",
                .product(
                    name: "AsyncHTTPClient",
                    package: "async-http-client",
                    condition: .when(traits: ["AsyncHTTPClient"])
                ),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "ApusObservability",
            dependencies: [
                "ApusRuntime",
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Logging"])),
                .product(name: "CoreMetrics", package: "swift-metrics", condition: .when(traits: ["Metrics"])),
                .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"])),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "ApusHummingbird",
            dependencies: [
                "ApusRuntime",
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Hummingbird"])),
            ],
            swiftSettings: settings
        ),
        // Plugins.
        .plugin(name: "ApusBuildTool", capability: .buildTool(), dependencies: ["apus"]),
        .plugin(
            name: "ApusRegenerate",
            capability: .command(
                intent: .custom(verb: "apus-regenerate", description: "Regenerate committed SDK sources."),
                permissions: [.writeToPackageDirectory(reason: "Writes the regenerated SDK sources.")]
            ),
            dependencies: ["apus"]
        ),
        .plugin(
            name: "ApusCheck",
            capability: .command(
                intent: .custom(verb: "apus-check", description: "Check that committed SDK sources are current.")
            ),
            dependencies: ["apus"]
        ),
        // What is generated for Fixtures. `record-fixtures` writes it, without compiling a golden.
        .target(
            name: "FixtureOutput",
            dependencies: ["ApusDiagnostics", "ApusYAML", "ApusOpenAPI", "ApusGenerator", "ApusRendering"],
            path: "Tests/FixtureOutput",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "record-fixtures",
            dependencies: ["FixtureOutput"],
            path: "Tests/RecordFixtures",
            swiftSettings: settings
        ),
        // Tests mirror Sources. Those that call generated modules are in Fixtures/Package.swift.
        .testTarget(name: "DiagnosticsTests", dependencies: ["ApusDiagnostics"], swiftSettings: settings),
        .testTarget(
            name: "YAMLTests",
            dependencies: ["ApusDiagnostics", "ApusYAML", "ApusJSON"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OpenAPITests",
            dependencies: ["ApusDiagnostics", "ApusYAML", "ApusOpenAPI", "ApusGenerator", "FixtureOutput"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PlanningTests",
            dependencies: ["ApusDiagnostics", "ApusYAML", "ApusOpenAPI", "ApusPlanning"],
            swiftSettings: settings
        ),
        .testTarget(name: "RenderingTests", dependencies: ["ApusRendering"], swiftSettings: settings),
        .testTarget(
            name: "GeneratorTests",
            dependencies: ["ApusDiagnostics", "ApusOpenAPI", "ApusGenerator", "ApusPlanning", "ApusRendering"],
            swiftSettings: settings
        ),
        .testTarget(name: "SnapshotTests", dependencies: ["FixtureOutput"], swiftSettings: settings),
        .testTarget(
            name: "SpecificationTests",
            dependencies: ["ApusDiagnostics", "ApusGenerator", "ApusRendering"],
            swiftSettings: settings
        ),
        .testTarget(name: "CompileTests", dependencies: ["ApusRuntime", "apus"], swiftSettings: settings),
        // Documents -> sources -> programs that tests run.
        .target(
            name: "CompiledSDK",
            dependencies: [
                "ApusDiagnostics", "ApusOpenAPI", "ApusPlanning", "ApusRendering", "ApusGenerator", "ApusRuntime",
            ],
            path: "Tests/CompiledSDK",
            swiftSettings: settings
        ),
        .testTarget(
            name: "RoundTripTests",
            dependencies: ["CompiledSDK", "ApusPlanning", "ApusRendering", "apus", "lossless-generator"],
            exclude: ["BodyDriver", "Driver", "RoundTripDriver"],
            swiftSettings: settings
        ),
        .testTarget(name: "SizeTests", dependencies: ["CompiledSDK", "ApusRendering"], swiftSettings: settings),
        .testTarget(
            name: "SchemaSuiteTests",
            dependencies: ["CompiledSDK", "apus", "schema-suite-generator"],
            swiftSettings: settings
        ),
        // JSON Schema's test suite -> validators: see Scripts/schema-suite, which compiles them with the runner.
        .executableTarget(
            name: "schema-suite-generator",
            dependencies: ["ApusDiagnostics", "ApusYAML", "ApusOpenAPI", "ApusPlanning", "ApusRendering"],
            path: "Tests/SchemaSuite/Generator",
            swiftSettings: settings
        ),
        // Models that read and write values of their schemas: see Scripts/run-lossless, which compiles them with the driver.
        .executableTarget(
            name: "lossless-generator",
            dependencies: ["ApusDiagnostics", "ApusOpenAPI", "ApusGenerator", "ApusPlanning", "ApusRendering"],
            path: "Tests/Lossless/Generator",
            swiftSettings: settings
        ),
        // Clients for documents of other frameworks, and a driver that calls them: see Scripts/producers.
        .executableTarget(
            name: "producer-generator",
            dependencies: ["ApusDiagnostics", "ApusPlanning", "ApusRendering", "ApusGenerator"],
            path: "Tests/Producers/Generator",
            swiftSettings: settings
        ),
        .testTarget(name: "CLITests", dependencies: ["apus"], swiftSettings: settings),
        .testTarget(name: "RepositoryTests", swiftSettings: settings),
        .testTarget(name: "ApusRuntimeTests", dependencies: ["ApusJSON", "ApusRuntime"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
