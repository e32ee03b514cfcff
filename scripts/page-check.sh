#!/usr/bin/env bash
# Writes the web page of every assessment and comparison of the examples in every language, and
# looks at them in a browser; see page-check/check.mjs. Needs Node and Chromium.
#
#   scripts/page-check.sh              checks
#   scripts/page-check.sh --pictures   also writes pictures and PDFs beside the pages
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for program in node npm "${CHROMIUM:-/usr/bin/chromium}"; do
  if ! command -v "$program" >/dev/null; then
    echo "$program is not there; install Node and Chromium (CHROMIUM names another browser)" >&2
    exit 1
  fi
done
pages=$PWD/bin/pages
rm -rf "$pages"
mkdir -p "$pages"
go test ./examples -run '^TestExamplesAsPages$' -count=1 -pages "$pages"
npm install --prefix scripts/page-check --no-package-lock --no-audit --no-fund --silent
node scripts/page-check/check.mjs "$pages" "$@"
