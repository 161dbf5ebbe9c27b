// What the files of this peer share.
#pragma once
#include <openssl/evp.h>

struct openssl_key {
    EVP_PKEY *pkey;
    EVP_PKEY_CTX *sign, *verify;
    EVP_MD_CTX *sign_message, *verify_message;
};
