#pragma once
#include <stdint.h>

/// The same word; but the optimizer does not know that it is, and so can not make a branch of a mask.
static inline __attribute__((always_inline)) uint64_t lucid_hidden(uint64_t word) {
    __asm__("" : "+r"(word));
    return word;
}
