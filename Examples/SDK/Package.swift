// swift-tools-version: 6.2
import PackageDescription

// An SDK whose generated sources are committed. `Sources/OpenHandsSDK/apus.yaml` names the document and the output folder:
//
//     swift package --allow-writing-to-package-directory apus-regenerate
//     swift package apus-check
let package = Package(
    name: "OpenHandsSDK",
    platforms: [.macOS(.v14), .iOS(.v17)],
    products: [.library(name: "OpenHandsSDK", targets: ["OpenHandsSDK"])],
    dependencies: [.package(name: "apus", path: "../..")],
    targets: [
        .target(
            name: "OpenHandsSDK",
            dependencies: [.product(name: "ApusRuntime", package: "apus")],
            exclude: ["apus.yaml"]
        )
    ]
)
