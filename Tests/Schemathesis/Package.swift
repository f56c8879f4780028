// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Servers for schemathesis, one for each document. Scripts/schemathesis writes them to Servers/.
let servers = (try? FileManager.default.contentsOfDirectory(atPath: "\(Context.packageDirectory)/Servers")) ?? []

let package = Package(
    name: "Schemathesis",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "apus", path: "../..", traits: ["Hummingbird"]),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.16.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
    ],
    targets: [
        .target(
            name: "Serving",
            dependencies: [
                .product(name: "ApusHummingbird", package: "apus"),
                .product(name: "ApusRuntime", package: "apus"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Serving"
        )
    ]
        + servers.sorted().map { name in
            .executableTarget(
                name: name,
                dependencies: ["Serving", .product(name: "ApusRuntime", package: "apus")],
                path: "Servers/\(name)"
            )
        }
)
