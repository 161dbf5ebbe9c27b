import LucidNumber

@testable import LucidCrypto

// Primes that were found by chance, so that tests need not search for some.

extension RSATestKey {
    /// A modulus of 2048 bits, p < q.
    static func bits2048(e: UInt = 65537) throws -> RSATestKey {
        try RSATestKey(
            p: Natural(
                """
                dbad860039c76940a0381e5a2f66ad0c9033114f1bf84076b911b234f63b0c62e74980ee69a5d153c8c4ebe582ff95d0496c
                7dbfe1bea2538f97d5abb6dd70b042ed79c8eda1018c07f0a0320efcef5c60dfe0cc5555bc9fd3b2d8373eedd533e73757b3
                876a74af0a61f026badfd08a1cba3a5b26f6a27a15df1cf3f63ecc2d
                """),
            q: Natural(
                """
                fd1c740028f4198670c6a0c5d7300a5aac7946893815017139bdb7cf110ceb1ff6429fa734fa2e33e8900c9b237d7ef36e25
                bd3e1748a1669d9a6f1a937edf3eef5a95dfaab3cc0c2e9e6b7c6bd420c749f0bde1852612ef88b4883e1b38c7603d9d080e
                d96eb07c54fd55e9cde08d72148f70604cf0d9b59b11f0c6fcf00343
                """), e: e)
    }

    /// A modulus of 8k + 1 bits: EM of EMSA-PSS is an octet shorter than the modulus (RFC 8017 §8.1.1).
    static func bits2049(e: UInt = 65537) throws -> RSATestKey {
        try RSATestKey(
            p: Natural(
                """
                1d6909b0c1e849d55be390f2492480e36092cf97a5da3146f3a9cb0d07a44284702fab6d5225cdeae143a09f1374fbbc3c0c
                92f3e32a71754e08a3edbad2fcc5ee0048c18ccbfaf51f13b6f573df327d9215d5c8681ec986ecb1020486064f9f997e3e1b
                1451f8edb4372a82bb8f3d96469dc02b1b3db3caee3a40189a2c2a60b
                """),
            q: Natural(
                """
                cd5e92b482372c09b43aee52715730044a77d496f0411a8fce4e887d7abfa63fcc10138be754fdb3f00b28996d9bcd3a3096
                c8d398124fbea51f31ad0605bf5cfa4c27279287e93fac97a4e5abf0a85b5352e5e9dd6bf9e40348701b399a4fff624fb5b5
                2e7385ca7345db3a8277ace12587d83850bdcf43d9688494724bb94b
                """), e: e)
    }

    /// A modulus of an odd number of bits.
    static func bits2047(e: UInt = 65537) throws -> RSATestKey {
        try RSATestKey(
            p: Natural(
                """
                dc4b6e30be35756790ffc90f95568d5ff125add308306bc4a04060d992cb341d1e84421e742e35d1f60abfc8cf8e8a0f76a7
                17812bafcbbc0a70709563c9e691b53a6f5066a07bf50a9a9e66725b0125551e93e9db25b7d8322ddcfa99f0274009d1b3b5
                afe3f50f51f1c3283f67cb3fa69eea5d9810a35d3a6080f8c56ce543
                """),
            q: Natural(
                """
                7edba08382dc8d75e0ae75fb585ecf0bf5730cc1d0f469aeb795e447fca80314aabf907ac8c30948c116177d92eb0493c53b
                ecae1c9a02aa994d89c2c61160f7edeada8bc55775091a3b707b8bca1801117200e029b8b672328e275e7ba3abf461074ea9
                a06ff76cd409f879fde9c880c74cb0835854115f8ac15c7004b6a0ed
                """), e: e)
    }

    /// A modulus whose factors have 1538 and 512 bits.
    static func uneven(e: UInt = 65537) throws -> RSATestKey {
        try RSATestKey(
            p: Natural(
                """
                36192e91cbe7b2a4acbd3593496a740f3b0d9d0b295db8451dfa1468b8e87a5fd94abd4d6d0c37369ebfa74d787dba269fdf
                f2259f15d1c551cd5fa8d1fd6530d0cab1ec0d6a69311dbcb2b3b094714ff7433001558228709e4c85a57c3a37e0af41d571
                2c01729b625cc6717d5dbd1751283a26b16a7a2162cd0189016d7a81456028e825bc14b0f7b710a3951db8634a820f102024
                c0a3520de609fcbff95d194fb862ff9123fe40f2b2f3ca176a6fd0f64dbc5700808268661256a9d7e89cf
                """),
            q: Natural(
                """
                f172a55e3a1881979266aa30c7e7ccb106457034b66e2a9e32b75481ddb8d07212f71d3f768c33b1bf0113f84d6539adecc6
                2e211e59642c6219b9d9ab4d9f3b
                """), e: e)
    }
}
