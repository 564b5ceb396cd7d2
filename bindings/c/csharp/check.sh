#!/usr/bin/env bash
# Compiles the declarations and the example with Mono and runs them: check.sh FOLDER, with libosteon.so in it.
#
# Exit status 3: there is no Mono here (apt-get install mono-mcs libmono-system-core4.0-cil).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
library=$(cd "${1:?the folder with libosteon.so}" && pwd)
command -v mcs >/dev/null && command -v mono >/dev/null || exit 3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mcs -langversion:5 -warnaserror -out:"$scratch/example.exe" "$here/Osteon.cs" "$here/Example.cs"
said=$(LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$library" mono "$scratch/example.exe")
printf '%s\n' "$said"
[ "$(tail -n +2 <<<"$said")" = "T -2.5 by nhanes3_1998.female.femoral_neck
REFUSED 202
assessed" ]
