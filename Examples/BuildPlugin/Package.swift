// swift-tools-version: 6.2
import PackageDescription

// The API is generated while the package is built: `Sources/Notes/openapi.yaml` is its only source.
let package = Package(
    name: "BuildPlugin",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "apus", path: "../..")],
    targets: [
        .executableTarget(
            name: "Notes",
            dependencies: [.product(name: "ApusRuntime", package: "apus")],
            plugins: [.plugin(name: "ApusBuildTool", package: "apus")]
        )
    ]
)
