// SQLite as the system installs it: Debian's libsqlite3-dev, Apple's SDK, Homebrew's sqlite.
// Which library is linked, LucidDatabase says in Package.swift.
#include <sqlite3.h>
