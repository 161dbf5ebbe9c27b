// lucid-conformance: runs other people's test suites against Lucid.
//
//     lucid-conformance wycheproof FILE...
//     lucid-conformance limbo FILE [--json OUT]
//     lucid-conformance pkits DIR EXPECTED.json [--json OUT]
//
// Exit codes: 0 all is as it should be, 1 something is not, 2 the command line or a file is unusable.

Console.exit(Conformance.run(arguments: Array(CommandLine.arguments.dropFirst())))
