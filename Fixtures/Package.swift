// swift-tools-version: 6.2
import PackageDescription

// Fixtures as their users compile them: a module for what is expected of each fixture that tests call, the tests that call
// them, and the transports' tests. Here the adapters' traits are on; the package above is built without them.

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let runtime = Target.Dependency.product(name: "ApusRuntime", package: "apus")

/// `update-conversation` -> the module `UpdateConversationSDK`. The suffix keeps a module from being called like a type in it.
func moduleName(_ fixture: String) -> String {
    fixture.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "SDK"
}

func sdk(_ fixture: String, excluding others: [String] = []) -> Target {
    .target(
        name: moduleName(fixture),
        dependencies: [runtime],
        path: "\(fixture)/Expected",
        exclude: others,
        swiftSettings: settings
    )
}

let sdks: [Target] = [
    sdk("answers", excluding: ["report.txt"]),
    sdk("bodies", excluding: ["report.txt"]),
    sdk("contents", excluding: ["report.txt"]),
    sdk("defaults", excluding: ["report.txt"]),
    sdk("fastapi-constraints", excluding: ["report.txt"]),
    sdk("links", excluding: ["report.txt"]),
    sdk("mistakes", excluding: ["report.txt"]),
    sdk("parameters"),
    sdk("requests"),
    sdk("responses", excluding: ["report.txt"]),
    sdk("samples", excluding: ["report.txt"]),
    sdk("security"),
    sdk("servers"),
    sdk("shapes", excluding: ["report.txt"]),
    sdk("streams"),
    sdk("tags"),
    sdk("unions"),
    sdk("update-conversation"),
    sdk("vocabulary"),
    sdk("webhooks", excluding: ["report.txt"]),
    sdk("xml"),
]

let package = Package(
    name: "Fixtures",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(
            name: "apus", path: "..", traits: ["AsyncHTTPClient", "Hummingbird", "Logging", "Metrics", "Tracing"]),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.16.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.26.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.2.0"),
    ],
    targets: sdks + [
        // What FastAPI answered to requests, as it stands in fixtures.
        .target(
            name: "RecordedAnswers",
            dependencies: [runtime],
            path: "Tests/RecordedAnswers",
            swiftSettings: settings
        ),
        .testTarget(
            name: "SDKTests",
            dependencies: [runtime, "RecordedAnswers"] + sdks.map { .target(name: $0.name) },
            swiftSettings: settings
        ),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                runtime, "RecordedAnswers", "UpdateConversationSDK", "StreamsSDK", "BodiesSDK", "RequestsSDK",
                .product(name: "ApusURLSession", package: "apus"),
                .product(name: "ApusAsyncHTTPClient", package: "apus"),
                .product(name: "ApusObservability", package: "apus"),
                .product(name: "ApusHummingbird", package: "apus"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
