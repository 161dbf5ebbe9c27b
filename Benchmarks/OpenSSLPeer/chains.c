#include "OpenSSLPeer.h"

#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>

struct openssl_verifier {
    X509_STORE *store;
    char *host;
    time_t time;
};

openssl_verifier *openssl_verifier_new(const uint8_t *root, size_t count, const char *host, int64_t time) {
    openssl_verifier *verifier = malloc(sizeof *verifier);
    X509 *certificate = d2i_X509(NULL, &root, (long)count);
    *verifier = (openssl_verifier){.store = X509_STORE_new(), .host = strdup(host), .time = (time_t)time};
    int is_added = certificate && X509_STORE_add_cert(verifier->store, certificate) == 1;
    X509_free(certificate);
    return is_added ? verifier : NULL;
}

static int verify(openssl_verifier *verifier, X509 *leaf, X509 *intermediate) {
    STACK_OF(X509) *untrusted = sk_X509_new_null();
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    int is_good = sk_X509_push(untrusted, intermediate) > 0
        && X509_STORE_CTX_init(context, verifier->store, leaf, untrusted) == 1;
    if (is_good) {
        X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context);
        X509_VERIFY_PARAM_set_time(parameters, verifier->time);
        is_good = X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SSL_SERVER) == 1
            && X509_VERIFY_PARAM_set1_host(parameters, verifier->host, 0) == 1 && X509_verify_cert(context) == 1;
    }
    X509_STORE_CTX_free(context);
    sk_X509_free(untrusted);
    return is_good;
}

int openssl_verify_chain(
    openssl_verifier *verifier, const uint8_t *leaf, size_t leaf_count, const uint8_t *intermediate,
    size_t intermediate_count) {
    X509 *first = d2i_X509(NULL, &leaf, (long)leaf_count);
    X509 *second = d2i_X509(NULL, &intermediate, (long)intermediate_count);
    int is_good = first && second && verify(verifier, first, second);
    X509_free(first);
    X509_free(second);
    return is_good;
}
