#!/usr/bin/env bash
# Builds the static library with AddressSanitizer, and with the coverage that fuzzing asks for; says where it is. The
# nightly toolchain is needed. What was compiled is kept beside the other builds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
host=$(rustc +nightly -vV | sed -n 's/^host: //p')
target=$(cargo metadata --format-version 1 --no-deps --locked | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/asan
flags="-Zsanitizer=address -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
flags="$flags -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
flags="$flags -Cllvm-args=-sanitizer-coverage-trace-compares"
CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_OPT_LEVEL=1 CARGO_PROFILE_DEV_DEBUG=line-tables-only RUSTFLAGS=$flags \
  cargo +nightly rustc -q --locked -p osteon-c --crate-type staticlib --features deliberate-panic --target "$host" \
  --target-dir "$target" >&2
echo "$target/$host/debug/libosteon.a"
