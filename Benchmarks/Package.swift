// swift-tools-version: 6.2
import PackageDescription

// `make bench`: a package of its own, so that it measures what a user of Apus builds.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "apus", path: "..", traits: ["Hummingbird"]),
        .package(name: "OpenHandsSDK", path: "../Examples/SDK"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.16.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                .product(name: "ApusHummingbird", package: "apus"),
                .product(name: "ApusRuntime", package: "apus"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "OpenHandsSDK", package: "OpenHandsSDK"),
            ],
            plugins: [.plugin(name: "ApusBuildTool", package: "apus")]
        )
    ]
)
