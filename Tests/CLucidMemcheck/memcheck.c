#include "CLucidMemcheck.h"
#include <stdint.h>

static size_t publishedSecretOctetCount = 0;

size_t lucid_memcheck_published_secret_octet_count(void) { return publishedSecretOctetCount; }

#if __has_include(<valgrind/memcheck.h>)
#include <valgrind/memcheck.h>

bool lucid_memcheck_is_running(void) { return RUNNING_ON_VALGRIND != 0; }

void lucid_memcheck_poison(void *start, size_t count) { VALGRIND_MAKE_MEM_UNDEFINED(start, count); }

void lucid_memcheck_publish(const void *start, size_t count) {
    const uint8_t *octets = start;
    for (size_t index = 0; index < count; index++) {
        uint8_t secretBits = 0;
        // 1 says that the bits could be read; those that are set are the uninitialised ones.
        if (VALGRIND_GET_VBITS(octets + index, &secretBits, 1) == 1 && secretBits != 0) publishedSecretOctetCount++;
    }
    VALGRIND_MAKE_MEM_DEFINED(start, count);
}

#else

bool lucid_memcheck_is_running(void) { return false; }
void lucid_memcheck_poison(void *start, size_t count) { (void)start, (void)count; }
void lucid_memcheck_publish(const void *start, size_t count) { (void)start, (void)count; }

#endif
