#!/usr/bin/env bash
# Builds every program of the tests and examples as a vendor would, and runs it: programs.sh PREFIX HOW [ARCHIVE]
#
# HOW: shared, static, valgrind (shared, under valgrind), or asan (ARCHIVE is a static library with AddressSanitizer).
# A library built with the feature deliberate-panic has what tests/panic.c asks for.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
prefix=$1 how=$2 archive=${3:-}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
shopt -s nullglob

export PKG_CONFIG_PATH=$prefix/lib/pkgconfig LD_LIBRARY_PATH=$prefix/lib
read -r -a flags <<<"$(pkg-config --cflags osteon) -I$here/tests -Wall -Wextra -pedantic -Werror -g"
read -r -a shared <<<"$(pkg-config --libs osteon)"
# The static library by its file, and what it needs of the system.
read -r -a static <<<"$(pkg-config --static --libs osteon | sed 's/-losteon/-l:libosteon.a/')"
cc=${CC:-cc} cxx=${CXX:-c++} run=()
case $how in
  shared) libraries=("${shared[@]}") ;;
  static) libraries=("${static[@]}") ;;
  valgrind)
    libraries=("${shared[@]}")
    run=(valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite,possible
      --suppressions="$here/tests/valgrind.supp")
    ;;
  asan)
    cc=clang cxx=clang++
    flags+=(-fsanitize=address -fno-omit-frame-pointer)
    libraries=("${static[@]/-l:libosteon.a/$archive}")
    ;;
  *)
    echo "programs.sh: $how?" >&2
    exit 2
    ;;
esac

# built SOURCE: the program of a source.
built() {
  local program=$scratch/${1##*/}.program
  case $1 in
    *.c) "$cc" -std=c99 "${flags[@]}" "$1" -o "$program" "${libraries[@]}" -lpthread -lm ;;
    *.cpp) "$cxx" -std=c++17 "${flags[@]}" "$1" -o "$program" "${libraries[@]}" -lpthread ;;
  esac && echo "$program"
}

ran=0 failed=0
# passes NAME COMMAND...
passes() {
  local name=$1
  shift
  if (cd "$here" && "$@" </dev/null >"$scratch/said" 2>&1); then
    ran=$((ran + 1))
    echo "$name: $(tail -1 "$scratch/said")"
  else
    local status=$?
    failed=$((failed + 1))
    cat "$scratch/said"
    echo "$name, $how: FAILED with exit status $status"
  fi
}

for source in "$here"/tests/*.c "$here"/tests/*.cpp "$here"/examples/*.c "$here"/examples/*.cpp; do
  name=${source#"$here/"}
  if program=$(built "$source"); then
    passes "$name" ${run[@]+"${run[@]}"} "$program"
  else
    failed=$((failed + 1))
    echo "$name, $how: DOES NOT BUILD"
  fi
done

if [ "$how" = shared ]; then
  for script in "$here"/tests/*.py "$here"/examples/*.py; do
    passes "${script#"$here/"}" python3 "$script" "$prefix/lib/libosteon.so"
  done
fi

# A program that must be caught: otherwise nobody is looking.
case $how in valgrind | asan)
  program=$(built "$here/tests/caught/over_read.c") || exit 1
  if ${run[@]+"${run[@]}"} "$program" >"$scratch/said" 2>&1; then
    failed=$((failed + 1))
    echo "$how does not see a read beyond the end"
  elif ! grep -q -e 'heap-buffer-overflow' -e 'Invalid read' "$scratch/said"; then
    failed=$((failed + 1))
    cat "$scratch/said"
    echo "$how stopped for another reason than the read beyond the end"
  fi
  if [ "$how" = asan ] && [ "$(nm "$archive" 2>/dev/null | grep -c ' U __asan_report_load')" -eq 0 ]; then
    failed=$((failed + 1))
    echo "the library has no AddressSanitizer"
  fi
  ;;
esac

echo "$ran ran, $failed failed"
[ "$ran" -gt 0 ] && [ "$failed" -eq 0 ]
