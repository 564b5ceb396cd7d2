#!/usr/bin/env bash
# check.sh sees what breaks programs, and takes what does not: mutations.sh
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
status=0

# becomes EXPECTED WHAT SED [MINOR]: what --write says of the header that the sed program makes; `broken`, `added` or
# `written`, with or without a higher MINOR.
becomes() {
  local expected=$1 what=$2 program=$3 minor=${4:-0} said
  rm -rf "$scratch/abi"
  cp -r "$here" "$scratch/abi"
  sed "$program" "$here/../include/osteon.h" >"$scratch/osteon.h"
  if cmp -s "$scratch/osteon.h" "$here/../include/osteon.h"; then
    echo "$what: the header has nothing to change"
    status=1
    return
  fi
  minor=$((minor + $(sed -n 's/^#define OSTEON_ABI_VERSION_MINOR //p' "$scratch/osteon.h")))
  sed -i "s/^#define OSTEON_ABI_VERSION_MINOR .*/#define OSTEON_ABI_VERSION_MINOR $minor/" "$scratch/osteon.h"
  said=$(OSTEON_HEADER=$scratch/osteon.h "$scratch/abi/check.sh" --write 2>&1)
  case $said in
    *"it needs MAJOR"*) said=broken ;;
    *"it needs MINOR"*) said=added ;;
    *written:*) said=written ;;
  esac
  if [ "$said" != "$expected" ]; then
    echo "$what: $said, not $expected"
    status=1
  fi
}

becomes broken "parameters of one type that change places" \
  '/ osteon_t_score(/,/;/{s/double bmd_g_cm2/double x/;s/double young_adult_mean_g_cm2/double bmd_g_cm2/;s/double x/double young_adult_mean_g_cm2/}' 1
becomes broken "a member of another name" 's/double rms_sd_low_g_cm2/double rms_sd_lower_g_cm2/' 1
becomes broken "a parameter that may be written" 's/osteon_assess(const struct osteon_engine/osteon_assess(struct osteon_engine/' 1
becomes broken "a member in the middle" 's/^  int32_t postmenopausal;/  int32_t between;\n&/' 1
becomes broken "a code of another number" 's/OSTEON_SEX_FEMALE = [0-9]*/OSTEON_SEX_FEMALE = 9/' 1
becomes broken "a code of another name" 's/OSTEON_SEX_FEMALE = /OSTEON_SEX_WOMAN = /' 1
becomes added "a member at the end" 's/^} osteon_person;/  uint64_t more;\n&/'
becomes written "a member at the end, told" 's/^} osteon_person;/  uint64_t more;\n&/' 1
cmp "$here/"osteon-*-first.txt "$scratch/abi/"osteon-*-first.txt || status=1
becomes added "a code" 's/^  OSTEON_STATUS_INTERNAL = 900,/  OSTEON_STATUS_MORE = 107,\n&/'
becomes written "a code, told" 's/^  OSTEON_STATUS_INTERNAL = 900,/  OSTEON_STATUS_MORE = 107,\n&/' 1
[ "$status" -eq 0 ] && echo "changes of the header are told from one another"
exit "$status"
