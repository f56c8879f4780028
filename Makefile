# What each command does stands in README.md and CONTRIBUTING.md.

PORT ?= 3000
KEY ?= secret
SWIFT_SOURCES = Package.swift Fixtures/Package.swift Fixtures/Tests $(wildcard Sources Tests Plugins Templates Examples Benchmarks)

# The tests that compare Apus with independent implementations run them with this Python; without one they are skipped.
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

# Names of real documents after each change alone; `make test` combines the changes, and plans the large documents twice.
names:
	APUS_NAMES=all swift test --filter CorpusNamesTests

# nexus.json and github.json, each operation there and back; the second takes minutes to compile.
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

# Frameworks of Python's are installed and their applications called: minutes.
producers:
	@Scripts/setup-libyaml
	@Scripts/producers

record-fastapi:
	@Scripts/record-fastapi

# All of ../shared/specs, or the DOCUMENTS named; the large ones take minutes to compile.
lossless:
	@Scripts/setup-python
	@Scripts/lossless $(DOCUMENTS)

wire-cases:
	@Scripts/wire-cases $(CASES)

corpus:
	@Scripts/corpus $(if $(CORPUS),"$(CORPUS)")

# Mutated documents; the same seed gives the same ones.
fuzz:
	@Scripts/setup-libyaml
	@Scripts/setup-python
	@Scripts/fuzz $(or $(N),20000) $(or $(SEED),1)

# Time and memory against the size of documents: ten minutes.
proportion:
	@Scripts/proportion $(FAMILIES)

bench:
	@Scripts/bench
