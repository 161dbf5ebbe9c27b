// Nettle as a peer: the other library that computes RSA and ECDSA over GMP.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// An RSA key pair, and the last signature as a number.
typedef struct nettle_rsa nettle_rsa;
/// Reads an RSAPrivateKey of PKCS#1; NULL where that fails.
nettle_rsa *nettle_rsa_read(const uint8_t *der, size_t count);
/// Signs a SHA-256 digest by PKCS#1 v1.5, blinded and resistant to timing attacks. 1 on success.
int nettle_rsa_sign(nettle_rsa *key, const uint8_t *digest);
/// Sets the signature that `nettle_rsa_verify` looks at.
void nettle_rsa_set_signature(nettle_rsa *key, const uint8_t *signature, size_t count);
/// 1 where the signature that was set holds.
int nettle_rsa_verify(nettle_rsa *key, const uint8_t *digest);
/// Generates an RSA key with e = 65537 and clears it. 1 on success.
int nettle_rsa_generate(unsigned bits);

/// A key pair on P-256, P-384 or P-521, and a signature.
typedef struct nettle_ec nettle_ec;
/// From the secret number; NULL for other sizes, or where it is out of range.
nettle_ec *nettle_ec_read(unsigned bits, const uint8_t *scalar, size_t count);
void nettle_ec_sign(nettle_ec *key, const uint8_t *digest, size_t count);
/// Sets the signature that `nettle_ec_verify` looks at: r and s, each of `count` octets.
void nettle_ec_set_signature(nettle_ec *key, const uint8_t *r, const uint8_t *s, size_t count);
int nettle_ec_verify(nettle_ec *key, const uint8_t *digest, size_t count);

/// Ed25519 with raw keys of 32 octets and a signature of 64.
void nettle_ed25519_public_key(const uint8_t *seed, uint8_t *public_key);
void nettle_ed25519_sign(
    const uint8_t *public_key, const uint8_t *seed, const uint8_t *message, size_t count, uint8_t *signature);
int nettle_ed25519_verify(const uint8_t *public_key, const uint8_t *message, size_t count, const uint8_t *signature);

void nettle_hash_sha256(const uint8_t *message, size_t count, uint8_t *digest);
void nettle_hash_sha512(const uint8_t *message, size_t count, uint8_t *digest);
