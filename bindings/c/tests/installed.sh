#!/usr/bin/env bash
# An installed library is found by pkg-config and CMake, and programs with it run: installed.sh PREFIX BUILT
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
prefix=$1 built=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

echo "-- pkg-config"
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
read -r -a flags <<<"$(pkg-config --cflags --libs osteon)"
cc -std=c99 "$here/tests/cmake/program.c" -o "$scratch/program" "${flags[@]}"
LD_LIBRARY_PATH=$prefix/lib "$scratch/program"

echo "-- a staged installation says where it will be"
DESTDIR=$scratch/staged "$here/install.sh" /opt/osteon "$built" >/dev/null
grep -q '^prefix=/opt/osteon$' "$scratch/staged/opt/osteon/lib/pkgconfig/osteon.pc"
if grep -r "$scratch" "$scratch/staged/opt/osteon/lib/pkgconfig" "$scratch/staged/opt/osteon/lib/cmake"; then
  echo "a path of this machine is in what is installed"
  exit 1
fi
if grep -r '@[A-Z_]*@' "$prefix/lib/pkgconfig" "$prefix/lib/cmake"; then
  echo "a blank is left in a template"
  exit 1
fi

echo "-- CMake"
if ! command -v cmake >/dev/null; then
  echo "SKIPPED: CMake is not installed"
  exit 0
fi
cmake -S "$here/tests/cmake" -B "$scratch/build" -DCMAKE_PREFIX_PATH="$prefix" >"$scratch/said" || {
  cat "$scratch/said"
  exit 1
}
cmake --build "$scratch/build" >"$scratch/said" || {
  cat "$scratch/said"
  exit 1
}
for kind in osteon static; do LD_LIBRARY_PATH=$prefix/lib "$scratch/build/with_$kind"; done
