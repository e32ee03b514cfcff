#!/usr/bin/env bash
# Runs every fuzz target of the module for a while: scripts/fuzz.sh [SECONDS]
set -euo pipefail

seconds=${1:-5}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# `go test -list` prints a package's targets and then a line that names it.
list() {
  go test -list '^Fuzz' ./... | awk '
    /^Fuzz/ { targets[++n] = $1 }
    /^ok/   { for (i = 1; i <= n; i++) print $2, targets[i]; n = 0 }'
}

targets=$(list)
if [[ -z $targets ]]; then
  echo "fuzz: no target in the module" >&2
  exit 1
fi

while read -r package target; do
  echo "fuzz: $package $target"
  # Of an input that reaches something new the engine looks for the shortest form,
  # for up to a minute: readers with goroutines and caches would get to nothing else.
  if go test -run '^$' -fuzz "^$target\$" -fuzztime "${seconds}s" -fuzzminimizetime 10x "$package" >"$log" 2>&1 </dev/null; then
    tail -n 2 "$log"
    continue
  fi
  # When the time is up while a worker is busy, the fuzzing engine may report its
  # own deadline as a failure (golang/go#75804, mended in Go 1.27). A real failure
  # writes the input that causes it, or says something else.
  if grep -q 'context deadline exceeded' "$log" && ! grep -Eq 'Failing input written|panic:|seed corpus' "$log"; then
    echo "fuzz: $target: ran out of time while stopping, without a failing input"
    continue
  fi
  cat "$log"
  echo "fuzz: $package $target failed; the input is in testdata/fuzz/$target of that package: commit it with the fix" >&2
  exit 1
done <<<"$targets"
