// swift-tools-version: 6.2
import PackageDescription

/// Every target is built alike: Swift 6 mode, no unmarked unsafe code, and imports that stay private unless said otherwise.
let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatWarning("StrictMemorySafety", as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One library layer: it may import the named layers and no other.
func layer(
    _ name: String, over dependencies: [Target.Dependency] = [], linking libraries: [LinkerSetting] = []
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: libraries)
}

/// The tests of one layer. They lie in `Tests/`, one folder a layer.
func tests(of name: String, also others: [Target.Dependency] = []) -> Target {
    tests(of: name, over: [.init(stringLiteral: name)] + others)
}

/// Tests that are not those of one layer.
func tests(of name: String, over dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies + ["LucidTestSupport"],
        swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")])
}

/// What only the command needs. With `traits: []` a package that embeds Lucid resolves nothing else.
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Command"]))

let package = Package(
    name: "lucid",
    platforms: [.macOS("26.0")],
    products: [
        .library(name: "LucidX509", targets: ["LucidX509"]),
        .library(name: "LucidCrypto", targets: ["LucidCrypto"]),
        .library(name: "LucidAuthority", targets: ["LucidAuthority"]),
        .library(name: "LucidNetwork", targets: ["LucidNetwork"]),
        .library(name: "LucidExplain", targets: ["LucidExplain"]),
        .library(name: "LucidEvidence", targets: ["LucidEvidence"]),
        .executable(name: "lucid", targets: ["lucid"]),
        .executable(name: "lucid-conformance", targets: ["lucid-conformance"]),
    ],
    traits: [
        .default(enabledTraits: ["Command"]),
        .trait(name: "Command", description: "The lucid command and what only it needs (swift-argument-parser)."),
        .trait(
            name: "SideChannels",
            description: "Tells memcheck where secrets become public. For Scripts/side-channels alone."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0")
    ],
    targets: [
        // From the ground up: a target may import only what stands above it in this list.
        .systemLibrary(name: "CLucidGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"]), .brew(["gmp"])]),
        layer(
            "LucidNumber",
            over: ["CLucidGMP", .target(name: "CLucidMemcheck", condition: .when(traits: ["SideChannels"]))]),
        .systemLibrary(name: "CLucidBarrier"),
        layer("LucidCrypto", over: ["LucidNumber", "CLucidBarrier"]),
        layer("LucidDER"),
        layer("LucidPEM"),
        layer("LucidFiles"),
        layer("LucidNetwork"),
        layer("LucidJSON"),
        layer("LucidModel", over: ["LucidDER"]),
        layer("LucidObjectNames", over: ["LucidDER"]),
        layer("LucidSignature", over: ["LucidModel", "LucidDER", "LucidCrypto", "LucidNumber", "LucidPEM"]),
        layer("LucidValidation", over: ["LucidSignature", "LucidModel", "LucidDER"]),
        layer("LucidEvidence", over: ["LucidValidation"]),
        layer("LucidClients", over: ["LucidValidation", "LucidModel", "LucidDER"]),
        layer(
            "LucidIssuing",
            over: ["LucidSignature", "LucidModel", "LucidJSON", "LucidDER", "LucidCrypto", "LucidNumber"]),
        layer(
            "LucidReport",
            over: [
                "LucidClients", "LucidValidation", "LucidIssuing", "LucidSignature", "LucidCrypto", "LucidNumber",
                "LucidModel",
                "LucidDER", "LucidPEM", "LucidFiles", "LucidNetwork", "LucidJSON",
            ]),
        layer(
            "LucidExplain",
            over: [
                "LucidReport", "LucidEvidence", "LucidValidation", "LucidIssuing", "LucidSignature", "LucidModel", "LucidObjectNames",
                "LucidCrypto", "LucidNumber", "LucidDER", "LucidPEM", "LucidJSON",
            ]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        // The archive, not the shared library: that would be loaded, and make every `lucid verify` start later, though only
        // `lucid ca` needs it. On macOS the system has it loaded already.
        layer(
            "LucidDatabase", over: ["CSQLite"],
            linking: [
                .linkedLibrary(":libsqlite3.a", .when(platforms: [.linux])),
                .linkedLibrary("m", .when(platforms: [.linux])),
                .linkedLibrary("sqlite3", .when(platforms: [.macOS])),
            ]),
        layer(
            "LucidAuthority",
            over: [
                "LucidDatabase", "LucidIssuing", "LucidCrypto", "LucidSignature", "LucidModel", "LucidJSON", "LucidDER",
                "LucidPEM", "LucidFiles", "LucidNumber", "LucidObjectNames",
            ]),
        layer(
            "LucidX509",
            over: [
                "LucidReport", "LucidClients", "LucidValidation", "LucidIssuing", "LucidSignature", "LucidModel",
                "LucidCrypto", "LucidNumber", "LucidPEM", "LucidDER", "LucidFiles",
            ]),
        // The openssl face, from its words to its commands.
        layer(
            "LucidOpenSSLConfiguration",
            over: [
                "LucidObjectNames", "LucidSignature", "LucidModel", "LucidCrypto", "LucidDER", "LucidFiles",
            ]),
        layer(
            "LucidOpenSSLText",
            over: [
                "LucidObjectNames", "LucidSignature", "LucidModel", "LucidCrypto", "LucidNumber", "LucidDER", "LucidPEM",
            ]),
        layer(
            "LucidOpenSSL",
            over: [
                "LucidOpenSSLConfiguration", "LucidOpenSSLText", "LucidObjectNames", "LucidX509", "LucidAuthority",
                "LucidNetwork", "LucidFiles",
            ]),
        .executableTarget(
            name: "lucid",
            dependencies: [
                "LucidX509", "LucidExplain", "LucidEvidence", "LucidAuthority", "LucidOpenSSL", "LucidFiles", "LucidNetwork", "LucidJSON",
                argumentParser,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "lucid-conformance", dependencies: ["LucidX509", "LucidCrypto", "LucidNumber", "LucidJSON"],
            swiftSettings: settings),

        // Runs the operations on secrets under valgrind; see Scripts/side-channels.
        .executableTarget(
            name: "lucid-side-channels",
            dependencies: ["LucidSignature", "LucidCrypto", "LucidNumber", "LucidPEM", "LucidFiles", "CLucidMemcheck"],
            path: "Tests/SideChannels", exclude: ["suppressions.supp"], swiftSettings: settings),
        .target(name: "CLucidMemcheck", path: "Tests/CLucidMemcheck"),

        .target(name: "LucidTestSupport", path: "Tests/LucidTestSupport"),
        // What Scripts/fuzz runs with libFuzzer, for the tests that give it the inputs in Fixtures/fuzzing.
        .target(
            name: "LucidFuzzTargets", dependencies: ["LucidX509", "LucidNetwork"], path: "Fuzzing/Sources/FuzzTargets",
            swiftSettings: settings),
        tests(of: "LucidNumber"),
        tests(of: "LucidCrypto", also: ["LucidNumber"]),
        tests(of: "LucidDER"),
        tests(of: "LucidPEM"),
        tests(of: "LucidModel", also: ["LucidDER", "LucidPEM"]),
        tests(of: "LucidSignature", also: ["LucidModel", "LucidDER", "LucidCrypto", "LucidNumber", "LucidPEM"]),
        tests(
            of: "LucidValidation",
            also: [
                "LucidEvidence", "LucidReport", "LucidIssuing", "LucidSignature", "LucidCrypto", "LucidModel", "LucidDER", "LucidPEM",
            ]),
        tests(
            of: "LucidIssuing",
            also: [
                "LucidValidation", "LucidReport", "LucidSignature", "LucidCrypto", "LucidModel", "LucidJSON", "LucidDER", "LucidPEM",
            ]),
        tests(of: "LucidFiles"),
        tests(of: "LucidNetwork", also: ["LucidReport"]),
        tests(of: "LucidJSON"),
        tests(of: "LucidEvidence", also: ["LucidValidation"]),
        tests(of: "LucidClients", also: ["LucidIssuing", "LucidSignature", "LucidModel", "LucidDER"]),
        tests(
            of: "LucidReport",
            also: ["LucidValidation", "LucidIssuing", "LucidSignature", "LucidModel", "LucidJSON", "LucidDER"]),
        tests(
            of: "LucidExplain",
            also: [
                "LucidX509", "LucidEvidence", "LucidReport", "LucidValidation", "LucidIssuing", "LucidModel", "LucidSignature", "LucidCrypto",
                "LucidDER", "LucidPEM", "LucidJSON",
            ]),
        tests(of: "LucidDatabase"),
        tests(
            of: "LucidAuthority",
            also: [
                "LucidDatabase", "LucidIssuing", "LucidSignature", "LucidCrypto", "LucidNumber", "LucidValidation", "LucidModel",
                "LucidDER", "LucidFiles",
            ]),
        tests(of: "LucidObjectNames", also: ["LucidDER"]),
        tests(of: "LucidOpenSSLConfiguration", also: ["LucidSignature", "LucidModel", "LucidDER", "LucidPEM"]),
        tests(of: "LucidOpenSSLText", also: ["LucidSignature", "LucidModel", "LucidDER", "LucidPEM"]),
        tests(of: "LucidOpenSSL", also: ["LucidX509", "LucidObjectNames", "LucidOpenSSLConfiguration"]),
        tests(of: "LucidX509", also: ["LucidFuzzTargets"]),
        // Runs the commands, and compares them with other programs.
        tests(of: "LucidCommand", over: ["lucid", "lucid-conformance", "LucidX509", "LucidOpenSSLText"]),
    ]
)
