#pragma once
#include <stddef.h>
#include <stdint.h>

// The entry into libFuzzer for programs that have a main function of their own. LLVM ships no header for it.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*testOneInput)(const uint8_t *start, size_t count));

// Alters the input in place, and returns its new size.
size_t LLVMFuzzerMutate(uint8_t *start, size_t count, size_t limit);
