// Memcheck's client requests as functions. Outside of valgrind, and where its header is missing, they do nothing.
//
// Memcheck follows uninitialised memory bit by bit through every computation and reports branches and addresses that
// depend on it. Marked as uninitialised, a secret is followed the same way (A. Langley's "ctgrind", 2010).
#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Whether the program runs under valgrind and can make the requests.
bool lucid_memcheck_is_running(void);

/// From now on these octets are secret.
void lucid_memcheck_poison(void *start, size_t count);

/// From now on these octets are public.
void lucid_memcheck_publish(const void *start, size_t count);

/// How many of the octets that were published so far held a secret bit: where it is zero, no secret got that far, and
/// nothing was watched.
size_t lucid_memcheck_published_secret_octet_count(void);
