# Needs Go, make and git; everything else comes through the module proxy.

# OUT: where build puts the program. TESTFLAGS: of go test (-race, -run). FUZZTIME: for each
# fuzz target. BENCHFLAGS: of internal/bench (-strict, -n 15).
GO ?= go
OUT ?= entcalc
TESTFLAGS ?=
FUZZTIME ?= 10s
BENCHFLAGS ?=

LINT := $(GO) tool -modfile=tools/go.mod golangci-lint

.PHONY: test lint fmt bench fuzz build

test:
	$(GO) test $(TESTFLAGS) ./...

# Vet, gofumpt's format and the linters of .golangci.yml. The first run builds golangci-lint.
lint:
	$(GO) vet ./...
	$(LINT) run ./...

fmt:
	$(LINT) fmt ./...

# Times and memory of whole processes beside those of baseline programs.
bench:
	$(GO) run ./internal/bench $(BENCHFLAGS)

# Every fuzz target there is, one after the other.
fuzz:
	@set -e; \
	for package in $$($(GO) list -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}{{end}}' ./...); do \
		listed=$$($(GO) test -list '^Fuzz' $$package); \
		for target in $$(printf '%s\n' "$$listed" | grep '^Fuzz' || true); do \
			echo "== $$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$package; \
		done; \
	done

# The same source gives the same bytes, wherever it is built.
build:
	$(GO) build -trimpath -ldflags="-s -w" -o $(OUT) .
