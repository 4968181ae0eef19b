# Needs Go, make and git; everything else comes through the module proxy.

# OUT: where build puts the program. TESTFLAGS: of go test (-race, -run). FUZZTIME: for each
# fuzz target. BENCHFLAGS: of internal/bench (-strict, -n 15).
GO ?= go
OUT ?= entcalc
TESTFLAGS ?=
FUZZTIME ?= 10s
BENCHFLAGS ?=

LINT := $(GO) tool -modfile=tools/go.mod golangci-lint

.PHONY: test lint fmt bench fuzz build composition pictures

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

# The pictures of docs/guide.fr.md, made anew by its own commands. It needs pdftoppm,
# LibreOffice, Chromium and ImageMagick.
pictures:
	docs/make-pictures.sh

# The communes and EPCIs that the program carries, made anew: it needs npm and INSEE's
# movements of communes, v_mvtcommune_2024.csv of its "code officiel géographique". The first
# version gives the composition, the older ones names, codes and EPCIs that were lost since;
# a newer one comes first, with its date in internal/territory/make-composition/main.go.
COMPOSITIONS := 6.0.0 5.3.0 4.1.0 3.1.1 2.3.1 1.1.1 0.8.0 0.5.1
composition:
	@test -f "$(MOVEMENTS)" || { echo 'make composition MOVEMENTS=v_mvtcommune_2024.csv'; exit 1; }
	@set -e; work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	for version in $(COMPOSITIONS); do \
		archive=$$(cd "$$work" && npm pack --silent "@etalab/decoupage-administratif@$$version"); \
		mkdir "$$work/$$version" && tar -xzf "$$work/$$archive" -C "$$work/$$version" --strip-components=1; \
	done; \
	$(GO) run ./internal/territory/make-composition "$(MOVEMENTS)" internal/territory/composition.gz \
		$(addprefix "$$work"/,$(COMPOSITIONS))
