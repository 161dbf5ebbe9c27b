#include "NettlePeer.h"

#include <gmp.h>
#include <nettle/ecc-curve.h>
#include <nettle/ecc.h>
#include <nettle/ecdsa.h>
#include <nettle/eddsa.h>
#include <nettle/rsa.h>
#include <nettle/sha2.h>
#include <nettle/yarrow.h>
#include <stdlib.h>
#include <sys/random.h>

// Nettle leaves random numbers to its caller; Yarrow is its own generator, seeded once from the system.
static struct yarrow256_ctx *generator(void) {
    static struct yarrow256_ctx context;
    static int is_seeded = 0;
    if (!is_seeded) {
        uint8_t seed[YARROW256_SEED_FILE_SIZE];
        if (getrandom(seed, sizeof seed, 0) != sizeof seed) abort();
        yarrow256_init(&context, 0, NULL);
        yarrow256_seed(&context, sizeof seed, seed);
        is_seeded = 1;
    }
    return &context;
}

static nettle_random_func *const random_octets = (nettle_random_func *)yarrow256_random;

// MARK: RSA

struct nettle_rsa {
    struct rsa_public_key public_key;
    struct rsa_private_key private_key;
    mpz_t signature;
};

nettle_rsa *nettle_rsa_read(const uint8_t *der, size_t count) {
    nettle_rsa *key = malloc(sizeof *key);
    rsa_public_key_init(&key->public_key);
    rsa_private_key_init(&key->private_key);
    mpz_init(key->signature);
    return rsa_keypair_from_der(&key->public_key, &key->private_key, 0, count, der) ? key : NULL;
}

int nettle_rsa_sign(nettle_rsa *key, const uint8_t *digest) {
    return rsa_sha256_sign_digest_tr(
        &key->public_key, &key->private_key, generator(), random_octets, digest, key->signature);
}

void nettle_rsa_set_signature(nettle_rsa *key, const uint8_t *signature, size_t count) {
    mpz_import(key->signature, count, 1, 1, 0, 0, signature);
}

int nettle_rsa_verify(nettle_rsa *key, const uint8_t *digest) {
    return rsa_sha256_verify_digest(&key->public_key, digest, key->signature);
}

int nettle_rsa_generate(unsigned bits) {
    struct rsa_public_key public_key;
    struct rsa_private_key private_key;
    rsa_public_key_init(&public_key);
    rsa_private_key_init(&private_key);
    mpz_set_ui(public_key.e, 65537);
    int is_made =
        rsa_generate_keypair(&public_key, &private_key, generator(), random_octets, NULL, NULL, bits, 0);
    rsa_public_key_clear(&public_key);
    rsa_private_key_clear(&private_key);
    return is_made;
}

// MARK: ECDSA

struct nettle_ec {
    struct ecc_point public_key;
    struct ecc_scalar private_key;
    struct dsa_signature signature;
};

nettle_ec *nettle_ec_read(unsigned bits, const uint8_t *scalar, size_t count) {
    const struct ecc_curve *curve = bits == 256 ? nettle_get_secp_256r1()
        : bits == 384                           ? nettle_get_secp_384r1()
        : bits == 521                           ? nettle_get_secp_521r1()
                                                : NULL;
    if (!curve) return NULL;
    nettle_ec *key = malloc(sizeof *key);
    ecc_point_init(&key->public_key, curve);
    ecc_scalar_init(&key->private_key, curve);
    dsa_signature_init(&key->signature);
    mpz_t number;
    mpz_init(number);
    mpz_import(number, count, 1, 1, 0, 0, scalar);
    int is_valid = ecc_scalar_set(&key->private_key, number);
    mpz_clear(number);
    if (!is_valid) return NULL;
    ecc_point_mul_g(&key->public_key, &key->private_key);
    return key;
}

void nettle_ec_sign(nettle_ec *key, const uint8_t *digest, size_t count) {
    ecdsa_sign(&key->private_key, generator(), random_octets, count, digest, &key->signature);
}

void nettle_ec_set_signature(nettle_ec *key, const uint8_t *r, const uint8_t *s, size_t count) {
    mpz_import(key->signature.r, count, 1, 1, 0, 0, r);
    mpz_import(key->signature.s, count, 1, 1, 0, 0, s);
}

int nettle_ec_verify(nettle_ec *key, const uint8_t *digest, size_t count) {
    return ecdsa_verify(&key->public_key, count, digest, &key->signature);
}

// MARK: Ed25519

void nettle_ed25519_public_key(const uint8_t *seed, uint8_t *public_key) {
    ed25519_sha512_public_key(public_key, seed);
}

void nettle_ed25519_sign(
    const uint8_t *public_key, const uint8_t *seed, const uint8_t *message, size_t count, uint8_t *signature) {
    ed25519_sha512_sign(public_key, seed, count, message, signature);
}

int nettle_ed25519_verify(const uint8_t *public_key, const uint8_t *message, size_t count, const uint8_t *signature) {
    return ed25519_sha512_verify(public_key, count, message, signature);
}

// MARK: Hashes

void nettle_hash_sha256(const uint8_t *message, size_t count, uint8_t *digest) {
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, count, message);
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

void nettle_hash_sha512(const uint8_t *message, size_t count, uint8_t *digest) {
    struct sha512_ctx context;
    sha512_init(&context);
    sha512_update(&context, count, message);
    sha512_digest(&context, SHA512_DIGEST_SIZE, digest);
}
