// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that who builds Lucid fetches none of the peers. It sees Lucid as any other user does: by
// the public API of its libraries.
let package = Package(
    name: "lucid-benchmarks",
    platforms: [.macOS("26.0")],
    dependencies: [
        .package(name: "lucid", path: "..", traits: []),
        // Without its traits it replaces neither malloc nor the runtime's functions, which would slow down everybody.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.1.0"),
    ],
    targets: [
        .target(name: "OpenSSLPeer", path: "OpenSSLPeer", linkerSettings: [.linkedLibrary("crypto")]),
        .target(
            name: "NettlePeer", path: "NettlePeer",
            linkerSettings: [.linkedLibrary("hogweed"), .linkedLibrary("nettle"), .linkedLibrary("gmp")]),
        .executableTarget(
            name: "SideBySide",
            dependencies: [
                "OpenSSLPeer", "NettlePeer",
                .product(name: "LucidX509", package: "lucid"),
                .product(name: "LucidAuthority", package: "lucid"),
                .product(name: "LucidCrypto", package: "lucid"),
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "_CryptoExtras", package: "swift-crypto"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ],
            path: "SideBySide",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(
            name: "OneVerification", dependencies: [.product(name: "LucidX509", package: "lucid")],
            path: "OneVerification"),
    ]
)
