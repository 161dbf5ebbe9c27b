// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because all of Lucid is built anew for it, with the counters that libFuzzer reads.
// Scripts/fuzz builds and runs it; README.md tells what is fuzzed.
let package = Package(
    name: "lucid-fuzzing",
    platforms: [.macOS("26.0")],
    dependencies: [.package(name: "lucid", path: "..", traits: [])],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        // The tests of Lucid have these sources as a target too.
        .target(
            name: "FuzzTargets",
            dependencies: [
                .product(name: "LucidX509", package: "lucid"), .product(name: "LucidNetwork", package: "lucid"),
            ]),
        .executableTarget(name: "LucidFuzz", dependencies: ["CLibFuzzer", "FuzzTargets"]),
    ])
