# Everything a contributor runs. `make` alone lists the targets.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# What a newcomer is told to run, and where: each ```sh block of these is run.
DOCUMENTS = $(wildcard README.md CONTRIBUTING.md docs/*.md examples/*/README.md)

# Tools have a module of their own, so that go.mod holds what the program uses.
TOOL = go tool -modfile=internal/tools/go.mod
GOFILES = $(shell git ls-files --cached --others --exclude-standard '*.go')

# Packages whose tests rewrite what they expect when they are given -update.
GOLDEN = $(shell git grep --untracked -l 'flag[.]Bool."update"' -- '*_test.go' | xargs -r -n 1 dirname | sort -u | sed 's|^|./|')

FUZZTIME ?= 10
BENCH ?= .

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: ## build the static binary bin/govfootprint; its version comes from the git tag
	CGO_ENABLED=0 go build -trimpath -buildvcs=auto -ldflags='-s -w' -o bin/govfootprint ./cmd/govfootprint

.PHONY: cross
cross: ## check that it builds for Windows, macOS and 64-bit ARM
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go build -trimpath -o /dev/null ./cmd/govfootprint
	CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 go build -trimpath -o /dev/null ./cmd/govfootprint

.PHONY: test
test: ## run the tests
	go test ./...

# Under the race detector whole commands would take longer than everything else, and
# what they do in parallel the packages test by themselves: some scripts are enough.
# Hostile files are large, and read by what other tests read in parallel.
RACE_SCRIPTS = assess|bills|compare|machines|pathway

.PHONY: race
race: ## run the tests with the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race -timeout 20m -skip '^(TestScripts|TestNoPersonalValueIsWritten|TestHostile.*)$$' $(shell go list ./... | grep -v /examples)
	CGO_ENABLED=1 go test -race -timeout 20m -run '^TestScripts$$/^($(RACE_SCRIPTS))$$' ./internal/cli

.PHONY: fmt
fmt: ## format the code
	$(TOOL) golangci-lint fmt

.PHONY: fmt-check
fmt-check: ## name the files that `make fmt` would change
	@changed=$$($(TOOL) gofumpt -l $(GOFILES)); \
	if [[ -n $$changed ]]; then printf 'not formatted, run `make fmt`:\n%s\n' "$$changed" >&2; exit 1; fi

.PHONY: lint
lint: ## check the code: style, mistakes, and who may import whom
	$(TOOL) golangci-lint run
	$(TOOL) staticcheck ./...

.PHONY: lint-fix
lint-fix: ## apply what the linters can apply by themselves
	$(TOOL) golangci-lint run --fix

.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZTIME seconds (10)
	scripts/fuzz.sh $(FUZZTIME)

.PHONY: bench
bench: ## run the benchmarks that match BENCH (all)
	go test -run '^$$' -bench '$(BENCH)' -benchmem ./...

.PHONY: examples
examples: ## run every folder of examples/ and compare with what it should print
	@packages=$$(go test -list '^TestExamples' ./... | awk '/^Test/ { found = 1 } /^ok/ { if (found) print $$2; found = 0 }'); \
	if [[ -z $$packages ]]; then echo 'no test is called TestExamples…' >&2; exit 1; fi; \
	go test -count=1 -v -run '^TestExamples' $$packages

.PHONY: page-check
page-check: ## look at the web pages of the examples in Chromium, with axe-core (needs Node and Chromium)
	scripts/page-check.sh

.PHONY: recalculate
recalculate: ## have LibreOffice work out the workbooks of the examples, and compare
	go test -count=1 -timeout 20m -tags libreoffice -run '^Test(Recalculate|RecalculateComparison|ChangedFactor)$$' ./examples

.PHONY: docs
docs: ## run the commands that the documents show, in a copy of the repository
	go run ./internal/docrun -done 'go test ./...' $(DOCUMENTS)

.PHONY: docs-update
docs-update: ## the same, and rewrite the output that the documents show
	go run ./internal/docrun -update -done 'go test ./...' $(DOCUMENTS)

.PHONY: generate
generate: ## rewrite what is generated: code, schemas, expected outputs of tests
	go generate ./...
	if [[ -n "$(GOLDEN)" ]]; then go test $(GOLDEN) -update; fi

.PHONY: verify
verify: ## check that `make generate` and `go mod tidy` would change nothing
	go mod tidy -diff
	go -C internal/tools mod tidy -diff
	go mod verify
	scripts/unchanged.sh $(MAKE) --no-print-directory generate

.PHONY: ci
ci: ## run what CI runs
	.ci/run

.PHONY: clean
clean: ## remove what was built
	rm -rf bin dist
