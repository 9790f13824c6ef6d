# Sourced: `step LABEL COMMAND...` runs one step quietly, prints one line with its seconds, and
# the command's output only when it fails; `steps_end` tells how it went.
steps_failed=""
steps_scratch=$(mktemp "${TMPDIR:-/tmp}/tracker-step.XXXXXX")

step() {
  steps_label=$1
  shift
  steps_from=$(date +%s)
  printf '%-44s' "$steps_label"
  if "$@" >"$steps_scratch" 2>&1; then
    printf ' ok   %4d s\n' $(($(date +%s) - steps_from))
  else
    printf ' FAIL %4d s\n' $(($(date +%s) - steps_from))
    sed 's/^/    /' "$steps_scratch"
    steps_failed="$steps_failed
  $steps_label"
    return 0
  fi
}

steps_end() {
  rm -f "$steps_scratch"
  [ -n "$steps_failed" ] || return 0
  printf '\nFailed:%s\n' "$steps_failed" >&2
  return 1
}
