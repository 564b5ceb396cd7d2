#!/usr/bin/env bash
# Compiles the declarations and the example with Mono, holds the layout of structures to that of C, and runs the example:
# check.sh FOLDER, with libosteon.so in it.
#
# Exit status 3: there is no Mono here (apt-get install mono-mcs libmono-system-core4.0-cil).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
library=$(cd "${1:?the folder with libosteon.so}" && pwd)
command -v mcs >/dev/null && command -v mono >/dev/null || exit 3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

compiled() { mcs -langversion:5 -warnaserror -out:"$scratch/$1.exe" "$here/Osteon.cs" "$here/$1.cs"; }

compiled Layout
mono "$scratch/Layout.exe" >"$scratch/layout.c"
cc -std=c11 -fsyntax-only -I"$here/../include" "$scratch/layout.c"
echo "$(grep -c sizeof "$scratch/layout.c") structures are laid out as in C"

compiled Example
said=$(LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$library" mono "$scratch/Example.exe")
printf '%s\n' "$said"
[ "$(tail -n +2 <<<"$said")" = "T -2.5 by nhanes3_1998.female.femoral_neck
REFUSED 202
OSTEOPOROSIS; bhof2022 TREAT, held against the paper: YES; drugs of which it cannot be said: 11
assessed" ]
