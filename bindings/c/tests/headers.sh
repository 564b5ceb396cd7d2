#!/usr/bin/env bash
# Every header compiles alone, once and twice, without a warning, in every standard it is for, and no structure has
# padding, with pointers of 64 bits and of 32: headers.sh
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
status=0
compiled=0

# compiles COMPILER LANGUAGE STANDARD HEADER
compiles() {
  printf '#include <%s>\n' "$4" >"$scratch/once.$2"
  printf '#include <%s>\n#include <%s>\n' "$4" "$4" >"$scratch/twice.$2"
  for times in once twice; do
    "$1" "-std=$3" -x "$2" -fsyntax-only -Wall -Wextra -pedantic -Wundef -Wconversion -Wsign-conversion -Wshadow -Werror \
      -I "$here/include" "$scratch/$times.$2" && compiled=$((compiled + 1)) || {
      echo "$4 does not compile as $3 by $1 ($times)"
      status=1
    }
  done
}

for family in "gcc g++" "clang clang++"; do
  read -r c cpp <<<"$family"
  if ! command -v "$c" >/dev/null || ! command -v "$cpp" >/dev/null; then
    echo "SKIPPED: $family"
    continue
  fi
  for standard in c99 c11 c17; do compiles "$c" c "$standard" osteon.h; done
  for standard in c++11 c++17; do compiles "$cpp" c++ "$standard" osteon.h; done
  if [ -e "$here/include/osteon.hpp" ]; then compiles "$cpp" c++ c++17 osteon.hpp; fi
done

# Bytes that nobody writes are none: what leaves the library is what it says, and packing (#pragma pack) moves nothing.
{
  printf '#include <osteon.h>\n'
  sed -n 's/^typedef struct \(osteon_[a-z0-9_]*\) {$/typedef char as_large_as_\1[sizeof(struct \1)];/p' "$here/include/osteon.h"
} >"$scratch/sizes.c"
structures=$(grep -c sizeof "$scratch/sizes.c")
unpadded=0
# unpadded COMPILER OPTION...
unpadded() {
  command -v "$1" >/dev/null || return
  "$@" -std=c99 -ffreestanding -fsyntax-only -Wpadded -Werror -I "$here/include" "$scratch/sizes.c" &&
    unpadded=$((unpadded + 1)) || {
    echo "a structure has padding by $*"
    status=1
  }
}
for bits in -m64 -m32; do
  unpadded gcc "$bits"
  unpadded clang "$bits"
done
# Microsoft lays these out as MinGW does, and clang does not say where it pads for it.
for windows in i686 x86_64; do unpadded clang "--target=$windows-pc-windows-gnu"; done
echo "$structures structures without padding, $unpadded times"
[ "$unpadded" -gt 0 ] && [ "$structures" -gt 30 ] || status=1
echo "compiled $compiled times"
[ "$compiled" -gt 0 ] && [ "$status" -eq 0 ]
