#!/usr/bin/env bash
# Fuzzes the C library: run.sh SECONDS ARCHIVE [TARGET...]
#
# ARCHIVE is a static library with AddressSanitizer and coverage (tests/asan.sh builds one). Each target is a file here,
# and has SECONDS. A finding is kept in FINDINGS (./findings unless set), and is run again by the program with its name:
#   bindings/c/fuzz/run.sh 0 ARCHIVE documents        builds it; its path is printed
#   .../documents findings/documents-crash-...
# The corpus grows in CORPUS, where that is set; it begins with the documents of tests/conformance, or with drawn bytes.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
seconds=$1 archive=$2
shift 2
if [ $# -eq 0 ]; then set -- $(cd "$here" && ls ./*.c | sed 's|^\./||; s|\.c$||'); fi
findings=${FINDINGS:-findings}
scratch=$(mktemp -d) || exit 1
[ "$seconds" -eq 0 ] || trap 'rm -rf "$scratch"' EXIT
corpus=${CORPUS:-$scratch/corpus}
system=$(sed -n 's/^ *system="\(-lgcc_s .*\)"$/\1/p' "$here/../install.sh")
status=0

for target in "$@"; do
  # shellcheck disable=SC2086
  clang -std=c99 -g -O1 -Wall -Wextra -Werror -fsanitize=fuzzer,address -I "$here/../include" "$here/$target.c" \
    -o "$scratch/$target" "$archive" $system -lm || exit 1
  if [ "$seconds" -eq 0 ]; then
    echo "$scratch/$target"
    continue
  fi
  mkdir -p "$corpus/$target" "$findings"
  # Seeds: patients of the cases for documents; for calls bytes of every kind, so that no member is always zero.
  if [ -z "$(ls "$corpus/$target")" ]; then
    python3 - "$here/../../../tests/conformance" "$corpus/$target" "$target" <<'SEEDS' || echo "no seeds: Python is missing"
import json, pathlib, random, sys
cases, to, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
if target == "documents":
    for path in cases.glob("*.ndjson"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1::25]):
            (to / f"{path.stem}-{number}").write_text(json.dumps(json.loads(line)["patient"]), encoding="utf-8")
else:
    drawn = random.Random(target)
    for number in range(100):
        (to / f"seed-{number}").write_bytes(drawn.randbytes(drawn.randrange(50, 1500)))
SEEDS
  fi
  echo "-- $target, $seconds s"
  "$scratch/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=8192 -len_control=0 -print_final_stats=1 \
    -artifact_prefix="$findings/$target-" "$corpus/$target" >"$scratch/said" 2>&1
  if [ $? -ne 0 ]; then
    status=1
    tail -60 "$scratch/said"
    echo "$target: FOUND something; see $findings"
  else
    grep -e '^Done' -e 'stat::number_of_executed_units' -e 'stat::average_exec' "$scratch/said"
    grep 'cov:' "$scratch/said" | tail -1
  fi
done
exit "$status"
