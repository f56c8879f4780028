# README.md and CONTRIBUTING.md describe the commands.

PORT ?= 3000
KEY ?= secret
SWIFT_SOURCES = Package.swift Fixtures/Package.swift Fixtures/Tests $(wildcard Sources Tests Plugins Templates Examples Benchmarks)

# Tests that compare Apus with independent implementations use this Python; without it they are skipped.
export APUS_PYTHON ?= $(CURDIR)/.venv/bin/python

.PHONY: demo test examples docs serve check format record record-fastapi bench schema-suite random-schemas schemathesis corpus \
	fuzz proportion random-unions roundtrip names wire-cases lossless producers

demo:
	@Scripts/demo

test:
	Scripts/setup-libyaml
	Scripts/setup-python
	swift test
	swift test --package-path Fixtures
	Scripts/test-examples

examples:
	Scripts/setup-libyaml
	Scripts/test-examples

docs:
	@Scripts/docs

serve:
	@PORT=$(PORT) KEY=$(KEY) exec Scripts/serve

check:
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)
	Scripts/check-imports
	Scripts/check-traps

format:
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

record:
	swift run record-fixtures
	git status --short Fixtures

# Checks names of real documents after each change separately; `make test` combines the changes, and plans large documents twice.
names:
	APUS_NAMES=all swift test --filter CorpusNamesTests

# Sends each operation of nexus.json and github.json from client to server and back; the second takes minutes to compile.
roundtrip:
	@Scripts/setup-python
	APUS_ROUNDTRIP=all swift test --filter RoundTripTests.RealDocumentTests

schema-suite:
	@Scripts/setup-python
	@Scripts/schema-suite $(SUITE)

random-schemas:
	@Scripts/setup-python
	@Scripts/random-schemas $(or $(PAIRS),100000) $(SEEDS)

random-unions:
	@Scripts/random-unions $(or $(PAIRS),100000) $(SEEDS)

schemathesis:
	@Scripts/setup-libyaml
	@Scripts/setup-python
	@Scripts/schemathesis

# Installs Python frameworks and calls their applications; this takes minutes.
producers:
	@Scripts/setup-libyaml
	@Scripts/producers

record-fastapi:
	@Scripts/record-fastapi

# Uses all of ../shared/specs, or only DOCUMENTS; large documents take minutes to compile.
lossless:
	@Scripts/setup-python
	@Scripts/lossless $(DOCUMENTS)

wire-cases:
	@Scripts/wire-cases $(CASES)

corpus:
	@Scripts/corpus $(if $(CORPUS),"$(CORPUS)")

# Runs Apus on mutated documents; the same seed gives the same documents.
fuzz:
	@Scripts/setup-libyaml
	@Scripts/setup-python
	@Scripts/fuzz $(or $(N),20000) $(or $(SEED),1)

# Measures time and memory against the size of documents; this takes ten minutes.
proportion:
	@Scripts/proportion $(FAMILIES)

bench:
	@Scripts/bench
