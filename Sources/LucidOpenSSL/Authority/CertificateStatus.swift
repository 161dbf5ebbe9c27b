import LucidAuthority

/// `-status`: what the database says about a serial number. The exit code is always 1, as openssl's.
enum CertificateStatus {
    static func show(_ serial: String, _ settings: AuthoritySettings) throws(Failure) -> Int32 {
        var index = try settings.index()
        try index.makeFindable()
        let number = (serial.count % 2 == 0 ? serial : "0" + serial).uppercased()
        let row = index.row(serial: number)
        let flag = row?[.flag] ?? ""
        switch flag.first {
        case nil: Console.talk("Serial \(number) not present in db.\n")
        case "V": Console.talk("\(number)=Valid (V)\n")
        case "R": Console.talk("\(number)=Revoked (R)\n")
        case "E": Console.talk("\(number)=Expired (E)\n")
        case "S": Console.talk("\(number)=Suspended (S)\n")
        case let other?: Console.talk("\(number)=Unknown (\(other)).\n")
        }
        if flag.isEmpty || !"VRES".contains(flag.prefix(1)) { Console.talk("Error verifying serial \(serial)!\n") }
        return 1
    }
}
