// swift-tools-version: 6.2
import PackageDescription

// A server on Hummingbird and a client, both from the SDK beside this package.
let package = Package(
    name: "OpenHandsServer",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "apus", path: "../..", traits: ["Hummingbird"]),
        .package(name: "OpenHandsSDK", path: "../SDK"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.16.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "openhands-server",
            dependencies: [
                .product(name: "ApusHummingbird", package: "apus"),
                .product(name: "ApusRuntime", package: "apus"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "OpenHandsSDK", package: "OpenHandsSDK"),
            ],
            path: "Sources/Server"
        ),
        .executableTarget(
            name: "openhands-demo",
            dependencies: [
                .product(name: "ApusRuntime", package: "apus"),
                .product(name: "ApusURLSession", package: "apus"),
                .product(name: "OpenHandsSDK", package: "OpenHandsSDK"),
            ],
            path: "Sources/Demo"
        ),
    ]
)
