#!/usr/bin/env bash
# What a library exports is what its header declares: symbols.sh PREFIX
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
library=$1/lib/libosteon.so
archive=$1/lib/libosteon.a
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# Functions of the header: a name before a parenthesis. Types of callbacks are in parentheses themselves.
cc -E -P "$here/include/osteon.h" | grep -o 'osteon_[a-z0-9_]*(' | tr -d '(' | sort -u >"$scratch/declared"
nm -D --defined-only "$library" | awk '{ print $NF }' | sed 's/@.*//' | sort -u >"$scratch/exported"
if ! diff "$scratch/declared" "$scratch/exported" >"$scratch/difference"; then
  echo "< declared and not exported, > exported and not declared:"
  grep '^[<>]' "$scratch/difference"
  exit 1
fi
echo "$(wc -l <"$scratch/exported") functions, declared and exported"

major=$(sed -n 's/^#define OSTEON_ABI_VERSION_MAJOR //p' "$here/include/osteon.h")
name=$(readelf -d "$library" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')
if [ "$name" != "libosteon.so.$major" ]; then
  echo "its name is '$name', not libosteon.so.$major"
  exit 1
fi
needed=$(readelf -d "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | tr '\n' ' ')
echo "named $name; needs $needed"
for one in $needed; do
  case $one in
    libc.so.* | libm.so.* | libgcc_s.so.* | libpthread.so.* | libdl.so.* | librt.so.* | libutil.so.* | ld-linux*) ;;
    *)
      echo "it needs $one, which is not of the system"
      exit 1
      ;;
  esac
done

# Names in C that another library may have too. Those of Rust have the hash of the compiler in them.
nm -g --defined-only "$archive" 2>/dev/null | awk 'NF == 3 && $2 ~ /[TDBR]/ { print $3 }' |
  grep -v -e '^osteon_' -e '^_ZN' -e '^_R' -e '^rust_' -e '^__rust' -e '^_rust' -e '^anon\.' | sort -u >"$scratch/others"
echo "other names in C of the static library: $(wc -l <"$scratch/others") ($(head -5 "$scratch/others" | tr '\n' ' '))"
