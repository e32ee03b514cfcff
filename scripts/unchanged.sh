#!/usr/bin/env bash
# Runs a command and fails if it changes any file that git tracks or would
# track: scripts/unchanged.sh COMMAND [ARGUMENT]...
set -euo pipefail

before=$(mktemp)
after=$(mktemp)
trap 'rm -f "$before" "$after"' EXIT

# A line a file: its hash and its name.
snapshot() {
  local names
  names=$(git ls-files --cached --others --exclude-standard | sort -u |
    while IFS= read -r file; do if [[ -f $file ]]; then printf '%s\n' "$file"; fi; done)
  paste -d ' ' <(git hash-object --no-filters --stdin-paths <<<"$names") <(printf '%s\n' "$names")
}

snapshot >"$before"
"$@"
snapshot >"$after"

if ! diff "$before" "$after" >/dev/null; then
  echo "changed by \`$*\`; run it and commit what it writes:" >&2
  diff "$before" "$after" | sed -n 's/^[<>] [0-9a-f]* /  /p' | sort -u >&2
  exit 1
fi
