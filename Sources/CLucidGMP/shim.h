// GMP as the system installs it: Debian's libgmp-dev, Homebrew's gmp.
// Its public names are macros, which Swift does not see: mpn_add_n is __gmpn_add_n there, and so on.
#include <gmp.h>
