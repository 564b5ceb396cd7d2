#!/usr/bin/env bash
# Holds the ABI to the one that is kept: check.sh [--write]
#
# osteon-MAJOR.abi is the ABI as libabigail reads it: every function, structure, code and constant of the header as the
# compiler lays them out. osteon-MAJOR.txt has the same by name, a parameter, member, code or constant a line: parameters
# of one type that change places, and members that change names, are nothing to libabigail and everything to a program.
# Without --write any difference fails. With --write the files are written anew, where the version of the header
# (cbindgen.toml and src/version.rs) was raised as the change asks: MINOR for what is only added (a function, a code, a
# member at the end of a structure that states its size), MAJOR for everything else. A version that nobody has yet is
# written anew after its files are deleted.
#
# osteon-MAJOR-first.txt has the size (in bytes, of 64-bit pointers) that each structure had in the first release that
# had it. Lines are added, and none ever changes: a program of that release gives this size for as long as MAJOR lasts.
# A structure that grows keeps its `Sized_::FIRST` at the member that was its last; a test of the crate holds them to
# the file, and calls with structures of that size.
#
# The functions of the library have no bodies here: that they are those of the header, and that they take and give what
# it says, is what tests/symbols.sh and the tests of the crate are for. Debug information of Rust describes the insides
# of the handles too, which are nobody's business, and libabigail does not find Rust's functions in it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
header=${OSTEON_HEADER:-$here/../include/osteon.h}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

of_header() { sed -n "s/^#define OSTEON_ABI_VERSION_$1 //p" "$header"; }
major=$(of_header MAJOR) minor=$(of_header MINOR)
kept=$here/osteon-$major.abi names=$here/osteon-$major.txt first=$here/osteon-$major-first.txt

# A library whose functions do nothing, with the types of the header. In C++, where codes have a type of their own.
preprocessed() { "${CXX:-g++}" -E -P -x c++ "$header"; }
{
  echo '#include <stddef.h>'
  echo '#include <stdint.h>'
  echo 'extern "C" {'
  sed -n 's/^typedef struct \(osteon_[a-z0-9_]*\) osteon_[a-z0-9_]*;$/struct \1 {};/p' "$header"
  preprocessed | tr '\n' ' ' | sed 's/.*extern "C" *{/{/; s/\([;{}]\)/\1\n/g' |
    sed -n '/typedef/d; s/^ *\(.*osteon_[a-z0-9_]*(.*)\);$/\1 { __builtin_trap(); }/p'
  # Codes that calls take as numbers, and constants, belong to no function.
  sed -n 's/^enum \(osteon_[a-z0-9_]*\).*/void osteon_abi_code_\1(\1) {}/p' "$header"
  echo '}'
  echo 'enum osteon_abi_constants : int64_t {'
  sed -n 's/^#define \(OSTEON_[A-Z0-9_]*\) \((\{0,1\}[0-9].*\)$/  constant_\1 = (\2),/p' "$header" | grep -v ABI_VERSION
  echo '};'
  echo 'extern "C" void osteon_abi_code_constants(osteon_abi_constants) {}'
} >"$scratch/functions.inc"
printf '#include "osteon.h"\n#include "functions.inc"\n' >"$scratch/abi.cc"
cp "$header" "$scratch/osteon.h"
(cd "$scratch" && "${CXX:-g++}" -std=c++17 -w -g -O0 -fPIC -shared -nostdlib "-ffile-prefix-map=$scratch=." abi.cc -o libosteon.so)
{
  abidw --no-corpus-path --no-comp-dir-path --no-show-locs --no-elf-needed --no-parameter-names --type-id-style hash \
    "$scratch/libosteon.so"
  echo "<!-- osteon ABI $major.$minor -->"
} >"$scratch/now.abi"
if grep -n -e "$scratch" -e "$here" "$scratch/now.abi"; then
  echo "a path of this machine is in the ABI"
  exit 1
fi
functions=$(nm -D --defined-only "$scratch/libosteon.so" | grep -v -c osteon_abi_code_)
if [ "$functions" -ne "$(preprocessed | grep -o 'osteon_[a-z0-9_]*(' | sort -u | wc -l)" ]; then
  echo "a function of the header was not understood"
  exit 1
fi

# The declarations by name, a thing a line. Members and parameters have their places, so that no order
# changes unseen; codes have their numbers.
{
  "${CC:-cc}" -std=c99 -E -P "$header" | awk '
    function squeezed(text) { gsub(/[ \t]+/, " ", text); gsub(/^ | $/, "", text); gsub(/ ?\( ?/, "(", text); gsub(/ ?\) ?/, ")", text); return text }
    function parts(of, text, by, from,    list, count, i) {
      count = split(text, list, by)
      for (i = 1; i <= count; i++) if (squeezed(list[i]) != "") print of (of ~ /^enum/ ? "" : " " i - 1 + from), squeezed(list[i])
    }
    { text = text " " $0 }
    END {
      while (match(text, /[;{]/)) {
        head = squeezed(substr(text, 1, RSTART - 1)); body = ""
        if (substr(text, RSTART, 1) == "{") {
          text = substr(text, RSTART + 1)
          match(text, /}/); body = substr(text, 1, RSTART - 1); text = substr(text, RSTART + 1)
          match(text, /;/)
        }
        text = substr(text, RSTART + 1)
        if (head !~ /osteon_/) continue
        sub(/^typedef struct /, "struct ", head)
        if (body != "") { parts(head, body, head ~ /^enum/ ? "," : ";", 0); continue }
        if (match(head, /osteon_[a-z0-9_]*\)?\(/)) {
          list = substr(head, RSTART + RLENGTH); sub(/\)$/, "", list)
          head = substr(head, 1, RSTART + RLENGTH - 1) ")"
          print head; parts(head, list, ",", 1); continue
        }
        print head
      }
    }'
  sed -n 's/^#define \(OSTEON_[A-Z0-9_]*\) \((\{0,1\}[0-9].*\)$/constant \1 \2/p' "$header" | grep -v ABI_VERSION
} >"$scratch/now.txt"
for function in $(preprocessed | grep -o 'osteon_[a-z0-9_]*(' | sort -u); do
  grep -q "[ *]${function%(}()$" "$scratch/now.txt" || {
    echo "$function...) is not among the names"
    exit 1
  }
done

# Structures that state their size, and how large they are.
sized=$(awk '/^typedef struct osteon_[a-z0-9_]* \{$/ { name = $3 }
  /^  uint32_t size;$/ && name { print name; name = "" } /^}/ { name = "" }' "$header" | paste -sd ' ')
{
  printf '#include <stdio.h>\n#include "osteon.h"\nint main(void) {\n'
  printf '  printf("%%s %%zu\\n", "%s", sizeof(%s));\n' $(for one in $sized; do echo "$one" "$one"; done)
  printf '  return 0;\n}\n'
} >"$scratch/sizes.c"
"${CC:-cc}" -std=c99 -m64 -I "$scratch" "$scratch/sizes.c" -o "$scratch/sizes"
"$scratch/sizes" >"$scratch/sizes.txt"

# differs OPTION...: what differs from the ABI that is kept; 0 where nothing does.
differs() { abidiff --no-show-locs "$@" "$from" "$scratch/now.abi" >"$scratch/difference" 2>&1; }
# breaks: whether what differs is more than additions. Structures that state their size may grow at their end.
breaks() {
  differs --leaf-changes-only --no-added-syms && return 1
  ! awk -v sized=" $sized " '
    /^Leaf changes|^Changed leaf types/ || NF == 0 { next }
    /^Removed\/Changed\/Added/ { if (!/: 0 Removed, 0 Changed/) broken = 1; next }
    /^'"'struct "'.* changed:$/ { name = $2; sub(/'"'"'$/, "", name); if (!index(sized, " " name " ")) broken = 1; next }
    /^  type size changed from/ { was = $5; next }
    /^  [0-9]* data member insertions?:$/ { next }
    /, at offset [0-9]* \(in bits\)$/ { if ($(NF - 2) < was) broken = 1; next }
    { broken = 1 }
    END { exit broken }' "$scratch/difference"
}

# lost FROM TO: the lines of FROM that are not in TO any more.
lost() { ! grep -v -x -F -f "$2" "$1" >"$scratch/difference"; }

version_of() { sed -n '$s/^<!-- osteon ABI \(.*\) -->$/\1/p' "$1"; }
say() {
  cat "$scratch/difference"
  echo "$1"
  exit 1
}

from=$kept
: >"$scratch/difference"
if [ "${1:-}" != --write ]; then
  [ -e "$kept" ] || say "no ABI of version $major is kept: abi/check.sh --write"
  differs --harmless || say "the ABI is not the one that is kept (above: what differs); see abi/check.sh"
  diff "$names" "$scratch/now.txt" >"$scratch/difference" 2>&1 ||
    say "names are not those that are kept (above: what differs); see abi/check.sh"
  lost <(cut -d' ' -f1 "$scratch/sizes.txt") <(cut -d' ' -f1 "$first") ||
    say "the first size of these is not kept: abi/check.sh --write"
  was=$(version_of "$kept")
  [ "$was" = "$major.$minor" ] || say "the version is $major.$minor, that of the ABI kept $was: abi/check.sh --write"
  echo "ABI $was: $functions functions, as kept"
  exit 0
fi

# The last one that is kept: of this major version, or of the one before.
[ -e "$from" ] || from=$here/osteon-$((major - 1)).abi
was_named=${from%.abi}.txt
if [ -e "$from" ]; then
  was=$(version_of "$from")
  if [ "${was%.*}" -eq "$major" ]; then
    ! breaks ||
      say "this breaks programs: it needs MAJOR $((major + 1)) (it is $major)"
    [ ! -e "$was_named" ] || lost "$was_named" "$scratch/now.txt" ||
      say "these names are gone or mean something else: it needs MAJOR $((major + 1)) (it is $major)"
    if { ! differs --harmless || { [ -e "$was_named" ] && ! lost "$scratch/now.txt" "$was_named"; }; } && [ "$minor" -le "${was#*.}" ]; then
      say "this adds to the ABI: it needs MINOR $((${was#*.} + 1)) (it is $minor)"
    fi
  fi
fi
cp "$scratch/now.abi" "$kept"
cp "$scratch/now.txt" "$names"
touch "$first"
while read -r name size; do
  grep -q "^$name " "$first" || echo "$name $size" >>"$first"
done <"$scratch/sizes.txt"
echo "written: ${kept##*/}, ABI $major.$minor"
