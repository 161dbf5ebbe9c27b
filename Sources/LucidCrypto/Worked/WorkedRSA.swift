public import LucidNumber

extension RSAPublicKey {
    /// RSASSA-PKCS1-V1_5-VERIFY (RFC 8017 §8.2.2) with its numbers.
    ///
    /// - Parameter digest: the message's, `hash` made it.
    public func workedPKCS1Verification(
        _ signature: Span<UInt8>, digest: Span<UInt8>, hash: HashAlgorithm
    ) -> WorkedVerification {
        var worked = WorkedVerification("RSASSA-PKCS1-V1_5-VERIFY", "RFC 8017 §8.2.2")
        guard let em = encodedMessage(&worked, signature, digest, hash, byteCount: byteCount) else { return worked }
        worked.step(
            "2 c", "EM", "I2OSP(m, k)", .parts(Self.parts(em, hash)),
            "The same number as octets. It has to be a frame, and in it the hash that the signer computed.")
        guard let expected = EMSAPKCS1.encode(digest: digest, hash: hash, byteCount: byteCount) else {
            _ = worked.decide("3", "k is large enough", false, "The key is too short for this hash.")
            return worked
        }
        worked.step(
            "3", "EM'", "EMSA-PKCS1-v1_5-ENCODE(M, k)", .parts(Self.parts(expected, hash)),
            "What the frame must be, made from the hash that was computed here.")
        worked.isValid = worked.decide(
            "4", "EM = EM'", em == expected, "The signature is valid when the two are the same, octet for octet.")
        return worked
    }

    /// RSASSA-PSS-VERIFY (RFC 8017 §8.1.2) with its numbers.
    public func workedPSSVerification(
        _ signature: Span<UInt8>, digest: Span<UInt8>, parameters: RSAPSSParameters
    ) -> WorkedVerification {
        var worked = WorkedVerification("RSASSA-PSS-VERIFY", "RFC 8017 §8.1.2, §9.1.2")
        let emBits = modulus.bitWidth - 1
        let emLen = (emBits + 7) / 8
        guard
            let em = encodedMessage(&worked, signature, digest, parameters.hash, byteCount: emLen, section: "§8.1.2 ")
        else {
            return worked
        }
        let (hLen, sLen) = (parameters.hash.digestByteCount, parameters.saltByteCount)
        // EM-VERIFY's step 5 divides the block; there is no dividing one that its step 3 refuses.
        let hasRoom = sLen >= 0 && sLen <= emLen - hLen - 2
        let maskedDB = Array(em.prefix(max(0, emLen - hLen - 1)))
        let h = Array(em.dropFirst(maskedDB.count).prefix(hLen))
        worked.step(
            "§8.1.2 2 c", "EM", "I2OSP(m, emLen)",
            hasRoom
                ? .parts([.init("maskedDB", maskedDB), .init("H", h), .init("trailer", em.suffix(1))]) : .octets(em),
            "The number as octets. They have to be the masked block, a hash, and the octet BC (§9.1.2 step 5).")
        guard worked.decide("§9.1.2 3", "emLen ≥ hLen + sLen + 2", hasRoom, "There is room for hash and salt.") else {
            return worked
        }
        let mask = MGF1.mask(seed: h, byteCount: maskedDB.count, hash: parameters.maskHash)
        worked.step(
            "§9.1.2 7", "dbMask", "MGF1(H, emLen - hLen - 1)", .octets(mask),
            "H stretched by \(parameters.maskHash.name) to the block's length.")
        var db = zip(maskedDB, mask).map { $0 ^ $1 }
        worked.step("§9.1.2 8", "DB", "maskedDB ⊕ dbMask", .octets(db), "The mask taken off.")
        let unused = 8 * emLen - emBits
        if unused > 0 { db[0] &= 0xff >> UInt8(unused) }
        let salt = Array(db.suffix(sLen))
        worked.step(
            "§9.1.2 9", "DB",
            "DB with its leftmost 8·emLen - emBits = \(unused) bit\(unused == 1 ? "" : "s") made zero",
            .parts([.init("PS", db.dropLast(sLen + 1)), .init("01", db.dropLast(sLen).suffix(1)), .init("salt", salt)]),
            "n has no room for these bits. What is left has to be zeros, a 01, and the salt that the signer mixed in.")
        let mPrime = [UInt8](repeating: 0, count: 8) + (0..<digest.count).map { digest[$0] } + salt
        worked.step(
            "§9.1.2 12", "M'", "eight zeros ‖ mHash ‖ salt",
            .parts([
                .init("zeros", mPrime.prefix(8)), .init("mHash", mPrime.dropFirst(8).dropLast(sLen)),
                .init("salt", salt),
            ]),
            "The hash computed here, with the signer's salt.")
        let hPrime = parameters.hash.hash(mPrime)
        worked.step("§9.1.2 13", "H'", "Hash(M')", .octets(hPrime), "Its \(parameters.hash.name).")
        let hasFrame = EMSAPSS.verify(digest: digest, encoded: em, parameters: parameters, bitCount: emBits)
        worked.isValid = worked.decide(
            "§9.1.2 4, 6, 10, 14",
            "EM ends with BC, maskedDB begins with \(unused) zero bit\(unused == 1 ? "" : "s"), DB with zeros and 01, and H = H'",
            hasFrame, "The signature is valid when the frame is as it must be and the hashes are the same.")
        return worked
    }

    /// What both schemes begin with: n, e, s and the digest, then m = s^e mod n as octets; nil where that ends the procedure.
    ///
    /// - Parameter section: what stands before the steps' numbers, for a procedure whose steps are of two sections.
    private func encodedMessage(
        _ worked: inout WorkedVerification, _ signature: Span<UInt8>, _ digest: Span<UInt8>, _ hash: HashAlgorithm,
        byteCount count: Int, section: String = ""
    ) -> [UInt8]? {
        worked.input("n", .number(modulus.value), "The signer's modulus, \(modulus.bitWidth) bits.")
        worked.input("e", .number(exponent), "The signer's public exponent.")
        worked.input(
            "hash", .octets((0..<digest.count).map { digest[$0] }), "\(hash.name) of the signed octets, computed here.")
        let s = Natural(bigEndian: signature)
        worked.input("s", .number(s), "The signature, as a number.")
        guard
            worked.decide(
                section + "1", "the signature has k octets", signature.count == byteCount,
                "k is \(byteCount), the length of n."),
            worked.decide(
                section + "2 a", "s < n", s < modulus.value,
                "Numbers at or above n are none that the signer can have made.")
        else { return nil }
        let m = modulus.power(s, exponent)
        worked.step(
            section + "2 b", "m", "s^e mod n", .number(m),
            "RSAVP1: whoever has the public key can undo what the private key did.")
        guard let em = m.bigEndianBytes(count: count) else {
            _ = worked.decide(
                section + "2 c", "m fits into \(count) octets", false, "The number is too large to be a frame.")
            return nil
        }
        return em
    }

    /// The frame of EMSA-PKCS1-v1_5 taken apart; a single part where it is none.
    private static func parts(_ em: [UInt8], _ hash: HashAlgorithm) -> [WorkedStep.Part] {
        let paddingEnd = em.dropFirst(2).firstIndex { $0 != 0xff } ?? em.endIndex
        guard em.starts(with: [0x00, 0x01]), paddingEnd < em.endIndex, em[paddingEnd] == 0,
            em.count - paddingEnd - 1 > hash.digestByteCount
        else { return [.init("not a frame", em)] }
        return [
            .init("00 01", em.prefix(2)), .init("PS", em[2..<paddingEnd]), .init("00", em[paddingEnd...paddingEnd]),
            .init("DigestInfo", em[(paddingEnd + 1)...].dropLast(hash.digestByteCount)),
            .init("hash", em.suffix(hash.digestByteCount)),
        ]
    }
}
