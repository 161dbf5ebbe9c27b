/// Small configuration files; what they make of `nsComment` in the section `e` shows how they are read. `#DIR#` stands for a folder
/// that has `ConfigurationCases.files`.
enum ConfigurationCases {
    static let files = [
        "inc.cnf": "nsComment=included\n[x]\n", "end.cnf": "nsComment=included",
        "outer.cnf": ".include #DIR#/end.cnf\n",
        "set.cnf": "v = 5\n", "folder/only.conf": "nsComment=from a folder\n", "folder/text.txt": "no configuration\n",
        "nested/outer.cnf": ".include #DIR#/folder\n", "empty.cnf": "",
    ]

    /// Lines behind `[e]`.
    static let lines = [
        "nsComment=a # b", "nsComment=\"a # b\"", "nsComment=a \\# b", "nsComment=a \\\nb",
        "nsComment=a \\\\\nkeyUsage=cRLSign", #"nsComment=a\nb\t\x\"c\r\b"#, #"nsComment="a\nb"c'd\"e'"#,
        "nsComment=a`b c`d", "nsComment=\"  a  \"", "nsComment=\"a", "nsComment=\"a\" \"b\"", "nsComment='it''s'",
        "nsComment=$v.$v2", "nsComment=$d::v\n[d]\nv=2", "nsComment=$ENV::LUCID_TEST", "nsComment=${ENV::LUCID_TEST}",
        "nsComment=$(ENV::LUCID_TEST)x", "nsComment=$ENV::LUCID_NOTHING", "nsComment=${v", "nsComment=$(v}",
        "nsComment=a$", "nsComment=a$$b", #"nsComment=a\$b"#, "nsComment=\"$v\"", "nsComment=${ v }",
        "nsComment=${x::y::z}", "nsComment=1\nnsComment=2", "e::nsComment=1", "f::nsComment=1", "[ e ]\nnsComment=1",
        "[e\nnsComment=1", "[ e f ]\nx=y\n[e] nsComment=1\nnsComment=2", "nsComment 1", "nsComment\n=1", "nsComment=",
        "nsComment= a", "  nsComment  =  a  b  ", "\tnsComment\t=\ta\t", "nsComment=a\r\nkeyUsage=cRLSign\r\n",
        "nsComment=a=b", "=x\nnsComment=1", ";nsComment=1\nnsComment=2", "#\\\nnsComment=2", "nsComment=a # b\\\nc",
        "nsComment=a\\\n# b\\\nc", #"[\e]"# + "\nnsComment=1", "[$x]\nnsComment=1", "[\"e\"]\nnsComment=1",
        #"n\sComment=1"#, ".includes=1\nnsComment=1", ".include nowhere.cnf\nnsComment=1",
        ".include=nowhere.cnf\nnsComment=1", ".include #DIR#/inc.cnf\nkeyUsage=bad", ".include #DIR#/end.cnf",
        ".include = \"#DIR#/end.cnf\" # why", ".include #DIR#/outer.cnf", ".include #DIR#/set.cnf\nnsComment=$v",
        ".include #DIR#/folder", ".include=#DIR#/folder\nkeyUsage=cRLSign", ".include #DIR#/nested\nnsComment=1",
        ".include #DIR#/empty.cnf\nnsComment=1", ".include\nnsComment=1", ".include  \nnsComment=1",
        ".include=\nnsComment=1", ".includeinc.cnf\nnsComment=1", ".includex = #DIR#/end.cnf", ".include.x=1",
        ".pragma\nnsComment=1", ".pragmax = dollarid:on\nnsComment=a$b", ".pragmadollarid:on\nnsComment=a$b",
        ".pragma=dollarid:on\nnsComment=a$b", ".pragma = dollarid : true \nnsComment=a$b",
        ".pragma dollarid:off\nnsComment=a$b", ".pragma dollarid:maybe\nnsComment=1", ".pragma unknown:x\nnsComment=1",
        ".pragma dollarid\nnsComment=1", ".pragma includedir:#DIR#\n.include end.cnf",
        ".pragma abspath:on\n.include nowhere.cnf\nnsComment=1", ".pragma abspath:on\n.include #DIR#/end.cnf",
        "a b=1\nnsComment=1", "nsComment=a\u{0b}b\u{0c}", "nsComment=a\\", "nsComment=$v\nv=1",
        "x::y::z=1\nnsComment=1", "[]\nv=4\n[e]\nnsComment=1", "[ ]\nv=4\n[e]\nnsComment=1", "[e]x\nnsComment=1",
        "nsComment=a\\\r\nb", "nsComment=größe €", "nsComment=a,b:c", "nsComment=@nowhere", "nsComment=$LUCID_TEST",
        "", "nsComment", "[", "[]", "]", "$v=1", "#", "\\", "nsComment=1\n.include #DIR#/set.cnf\n",
        "\u{0}\nnsComment=1",
    ]

    /// Whole files, for what stands before the sections.
    static let files2 = [
        "v=0\n" + head + "[e]\nnsComment=$v", "[d]\nv=3\n" + head + "[e]\nnsComment=$d::v",
        "[d]\nv=3\n" + head + "[e]\nnsComment=${d::v}z$(d::v)",
        "LUCID_NOTHING=d\n" + head + "[e]\nnsComment=$ENV::LUCID_NOTHING",
        "LUCID_TEST=d\n" + head + "[e]\nnsComment=$ENV::LUCID_TEST",
        "[ENV]\nLUCID_TEST=own\n" + head + "[e]\nnsComment=$ENV::LUCID_TEST", "e::nsComment=1\n" + head + "[e]\n",
        "\u{feff}" + head + "[e]\nnsComment=bom",
        "x=1\n[default]\ny=2\n[default ]\nz=3\n" + head + "[e]\nnsComment=$x$y$z",
        ".pragma dollarid:true\nx$y=7\n" + head + "[e]\nnsComment=${x$y}",
        ".pragma dollarid:true\nx$y=7\n" + head + "[e]\nnsComment=$x$y",
        "dir=.\nca=root\n" + head + "[e]\nnsComment=$dir/$ca/$ca.key",
        "[a]\nx=1\n[b]\ny=$a::x$a::x\n" + head + "[e]\nnsComment=$b::y",
        "x=1\n[a]\nx=2\n" + head + "[e]\nnsComment=$x$a::x$b::x",
    ]
}
