// swift-tools-version: 6.2
import PackageDescription

// A package that embeds Lucid. With `traits: []` it resolves no other package; Scripts/check-embedding holds it to that.
let package = Package(
    name: "embedding",
    platforms: [.macOS("26.0")],
    dependencies: [.package(name: "lucid", path: "../..", traits: [])],
    targets: [
        .executableTarget(name: "embedding", dependencies: [.product(name: "LucidX509", package: "lucid")])
    ])
