#!/usr/bin/env bash
# Installs the C library: install.sh PREFIX [BUILT]
#
# BUILT is the folder with libosteon.so and libosteon.a; where it is not named they are built as they are shipped.
# With DESTDIR set, everything goes below it, and the files say PREFIX. Linux and macOS.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ $# -lt 1 ] || [ $# -gt 2 ] || [ "${1#/}" = "$1" ]; then
  echo "install.sh PREFIX [BUILT]    (PREFIX is a whole path)" >&2
  exit 2
fi
prefix=$1
to=${DESTDIR:-}$prefix
built=${2:-}
if [ -z "$built" ]; then
  (cd "$here" && cargo build --locked --profile vendor -p osteon-c)
  built=$(cd "$here" && cargo metadata --format-version 1 --no-deps --locked |
    sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/vendor
fi

# The version of the ABI, which is not that of the engine.
of_header() { sed -n "s/^#define OSTEON_ABI_VERSION_$1 //p" "$here/include/osteon.h"; }
major=$(of_header MAJOR)
version=$major.$(of_header MINOR).0

# What a static library needs besides; the tests hold it to what rustc says.
case $(uname -s) in
  Darwin)
    plain=libosteon.dylib shared=libosteon.$version.dylib name=libosteon.$major.dylib
    system="-lSystem -lc -lm"
    ;;
  *)
    plain=libosteon.so shared=libosteon.so.$version name=libosteon.so.$major
    system="-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc"
    ;;
esac

# filled TEMPLATE FILE [SEPARATOR]: the system libraries apart by a space, or as said.
filled() {
  sed -e "s|@PREFIX@|$prefix|g" -e "s|@VERSION@|$version|g" -e "s|@MAJOR@|$major|g" \
    -e "s|@SHARED_LIBRARY@|$shared|g" -e "s|@SHARED_NAME@|$name|g" \
    -e "s|@SYSTEM_LIBRARIES@|${system// /${3:- }}|g" "$here/$1" >"$2"
  chmod 644 "$2"
}

mkdir -p "$to/include" "$to/lib/pkgconfig" "$to/lib/cmake/osteon"
for header in "$here"/include/*; do install -m 644 "$header" "$to/include/"; done
install -m 755 "$built/$plain" "$to/lib/$shared"
ln -sf "$shared" "$to/lib/$name"
ln -sf "$name" "$to/lib/$plain"
install -m 644 "$built/libosteon.a" "$to/lib/"
filled osteon.pc.in "$to/lib/pkgconfig/osteon.pc"
filled cmake/osteon-config.cmake.in "$to/lib/cmake/osteon/osteon-config.cmake" ";"
filled cmake/osteon-config-version.cmake.in "$to/lib/cmake/osteon/osteon-config-version.cmake"
echo "osteon $version (ABI) in $to"
