#!/usr/bin/env bash
# Builds the engine as WebAssembly into wasm/package/src/engine: the module, its glue and the types of the glue.
#
# The standard library is compiled with it, since the module is a third smaller then. That needs its source: from rustup,
# else a distribution's compiler that has it (Debian's rustc-web). Where neither can be had, rustup's compiled library is
# taken, and the module is larger; the answers are the same.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ ! -x wasm/node_modules/.bin/wasm-opt ]; then
  echo "wasm: its tools are not there: npm --prefix wasm ci" >&2
  exit 1
fi

out=wasm/package/src/engine
target=${OSTEON_WASM_TARGET:-$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/wasm}
triple=wasm32-unknown-unknown

# Vectors, which browsers have since 2023 and Node since 16, halve the time of columns.
vectors=(-Ctarget-feature=+simd128)
# Size: no words for panics, of which the engine has none that a document can reach, small algorithms, and what of LLVM
# made the packed module smaller when it was tried. No answer is written by Debug: a lint holds the engine to that.
small=("${vectors[@]}" -Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none
  -Clink-arg=-zstack-size=524288 -Cllvm-args=-enable-gvn-sink -Cllvm-args=-enable-pre=false
  -Cllvm-args=-enable-load-pre=false -Cllvm-args=-max-store-memcpy=1 -Cllvm-args=-max-store-memmove=1)
library=(-Z build-std=std,panic_abort -Z build-std-features=optimize_for_size)

have() { command -v "$1" >/dev/null 2>&1; }
briefly() { if have timeout; then timeout 30 "$@"; else "$@"; fi; }

apt() {
  have apt-get || return 1
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    have sudo && sudo -n true 2>/dev/null || return 1
    sudo="sudo -n"
  fi
  $sudo apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1 ||
    { $sudo apt-get update -q >/dev/null 2>&1 && $sudo apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1; }
}

has_source() { [ -e "$("$1" --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; }

distribution() { [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && has_source /usr/bin/rustc; }

# compile CARGO OPTION...: with the source of the standard library.
compile_whole() {
  local cargo=$1
  shift
  RUSTC_BOOTSTRAP=1 RUSTFLAGS="${small[*]}" "$cargo" build -q --locked -p osteon-wasm --profile wasm-release --target "$triple" \
    --target-dir "$target" "${library[@]}"
}

linker="$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin/rust-lld"

if has_source rustc || { ! distribution && have rustup && briefly rustup component add rust-src >/dev/null 2>&1; }; then
  echo "wasm: compiled with its library, by $(rustc --version)"
  most=500000
  compile_whole cargo
elif distribution || { ! have rustup && apt rustc-web cargo-web rust-web-src && distribution; } ||
  { ! briefly rustup target add "$triple" >/dev/null 2>&1 && apt rustc-web cargo-web rust-web-src && distribution; }; then
  echo "wasm: compiled with its library, by $(/usr/bin/rustc --version)"
  most=500000
  export RUSTC=/usr/bin/rustc
  if [ -x "$linker" ]; then export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker; fi
  compile_whole /usr/bin/cargo
  unset RUSTC
else
  echo "wasm: compiled without its library, and larger, by $(rustc --version)"
  rustup target list --installed | grep -q "$triple" || { echo "wasm: the target $triple cannot be had" >&2; exit 1; }
  RUSTFLAGS="${vectors[*]}" cargo build -q --locked -p osteon-wasm --profile wasm-release --target "$triple" --target-dir "$target"
fi

mkdir -p "$out"
cargo run -q --locked -p xtask --features glue -- glue "$target/$triple/wasm-release/osteon_wasm.wasm" "$out"
# Functions in the order of their names lie beside their like, which packs better; so the names are kept until here.
(cd wasm && npx --no-install wasm-opt --enable-simd --strip-producers --merge-similar-functions -Oz --converge \
  --low-memory-unused --reorder-functions-by-name --strip-debug --strip-target-features \
  package/src/engine/osteon_bg.wasm -o package/src/engine/osteon_bg.wasm)
packed=$(gzip -9 -c "$out/osteon_bg.wasm" | wc -c)
echo "wasm: $(wc -c <"$out/osteon_bg.wasm") bytes, $packed gzipped"
# It does not grow unseen.
if [ "$packed" -gt "${most:-$packed}" ]; then
  echo "wasm: more than $most bytes gzipped" >&2
  exit 1
fi
