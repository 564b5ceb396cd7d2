#!/usr/bin/env bash
# What the types of the package promise, and its style: mypy --strict on the package, mypy.stubtest on its stubs, pyright
# strict on the examples, ruff on all. PYTHON names the Python that has the package's requirements, mypy, pyright and ruff.
# Ends with 1 where something failed, else with 77 where something was skipped.
#
# pyright is a program of Node. Its package on PyPI brings the program but no Node: it takes the one in PATH (20 or newer).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
python=${PYTHON:-python3}
failed=0
skipped=0
export PYTHONPATH="$PWD${PYTHONPATH:+:$PYTHONPATH}" MYPY_CACHE_DIR="${MYPY_CACHE_DIR:-/dev/null}"
export PYRIGHT_PYTHON_GLOBAL_NODE=1 PYRIGHT_PYTHON_IGNORE_WARNINGS=1

# check HEADING COMMAND...
check() {
  local heading=$1
  shift
  printf -- '-- %s\n' "$heading"
  "$@" || { failed=1; printf -- '-- FAILED: %s\n' "$heading"; }
}

skip() {
  skipped=1
  printf '!! SKIPPED: %s\n' "$1"
}

if "$python" -m mypy --version >/dev/null 2>&1; then
  check "mypy --strict" "$python" -m mypy --config-file tests/mypy.ini -p osteon
  check "mypy.stubtest" "$python" -m mypy.stubtest osteon --mypy-config-file tests/mypy.ini \
    --allowlist tests/stubtest_allowlist.txt
else
  skip "mypy and stubtest ($python has no mypy)"
fi

if "$python" -m pyright --version >/dev/null 2>&1; then
  check "pyright strict on the examples" "$python" -m pyright --pythonpath "$(command -v "$python")" -p .
else
  skip "pyright (it is not installed, or there is no node in PATH)"
fi

if "$python" -m ruff --version >/dev/null 2>&1; then
  check "ruff check" "$python" -m ruff check --quiet --no-cache .
  check "ruff format" "$python" -m ruff format --quiet --no-cache --diff .
else
  skip "ruff ($python has no ruff)"
fi
[ "$failed" -eq 0 ] || exit 1
[ "$skipped" -eq 0 ] || exit 77
