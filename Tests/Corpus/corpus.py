"""Generates and compiles each document of a folder and prints a table.

    corpus.py APUS MODULES FOLDER

`apus` is run as its users run it, all parts at once and with --allow-errors; what it wrote is compiled for real (an object
file, without optimisation) with warnings as errors. A document passes

- compiled: it is sound, and what was generated compiles;
- unsound: it has errors, each with its place, that are shown below the table; what was generated of the rest compiles.

It fails if anything crashes or takes too long, if a second run would write something else, if an error has no place, if
nothing was generated, or if what was does not compile. Files that are no OpenAPI documents are named and not counted.
"""

import json
import os
import shutil
import sys
import tempfile

from documents import documents
from processes import run

GENERATION_TIMEOUT = float(os.environ.get("APUS_GENERATION_TIMEOUT", 60))
COMPILATION_TIMEOUT = float(os.environ.get("APUS_COMPILATION_TIMEOUT", 1800))
MEMORY = 8 << 30
NO_DOCUMENT = {"not-openapi", "no-embedded-document", "input-empty"}
SHOWN = 10

COMPILER = [
    "swiftc", "-swift-version", "6", "-parse-as-library", "-warnings-as-errors", "-Onone", "-wmo",
    "-module-name", "Corpus", "-package-name", "corpus",
]


class Failure(Exception):
    """Why a document fails, and what there is to see of it."""

    def __init__(self, reason, details=()):
        super().__init__(reason)
        self.details = list(details)


class NoDocument(Exception):
    """The file is something else."""


class Row:
    """What a line of the table tells of a document."""

    def __init__(self, document):
        self.name = document.name
        self.operations = self.schemas = self.lines = None
        self.seconds = self.megabytes = self.compile_seconds = self.compile_megabytes = None
        self.warnings = {}
        self.errors = []
        self.outcome = ""
        self.details = []

    def cells(self):
        seconds = [None if each is None else f"{each:.2f}" for each in (self.seconds, self.compile_seconds)]
        megabytes = [None if each is None else f"{each:.0f}" for each in (self.megabytes, self.compile_megabytes)]
        figures = [self.operations, self.schemas, self.lines, seconds[0], megabytes[0], seconds[1], megabytes[1]]
        warnings = ", ".join(f"{name} {count}" for name, count in self.warnings.items())
        return [shown(self.name)] + ["-" if each is None else str(each) for each in figures] + [self.outcome, warnings]


def shown(name):
    """A file's name as it may stand in a line of the table."""
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in name)


class Corpus:
    def __init__(self, apus, modules, folder):
        self.apus = apus
        self.modules = modules
        self.folder = folder

    def row(self, document, scratch):
        row = Row(document)
        try:
            if document.reason:
                raise Failure(document.reason)
            sources = os.path.join(scratch, "sources")
            self.inspect(document, row)
            self.generate(document, sources, row)
            self.compile(sources, scratch, row)
            row.outcome = f"unsound: {len(row.errors)} located" if row.errors else "compiled"
            row.passed = True
        except Failure as failure:
            row.outcome = f"FAILED: {failure}"
            row.details = failure.details
            row.passed = False
        return row

    def inspect(self, document, row):
        command = ["inspect", document.path, "--format", "json", "--diagnostics", "json"]
        result = self.ask(command + references(document))
        found = [json.loads(line) for line in result.errors.splitlines() if line.startswith("{")]
        if any(each["identifier"] in NO_DOCUMENT for each in found):
            raise NoDocument(found[0]["message"])
        row.errors = [each for each in found if each["severity"] == "error"]
        if not result.output.strip():
            return
        report = json.loads(result.output)
        row.operations = report["operations"] + report["webhooks"]
        row.schemas = report["schemas"]["named"] + report["schemas"]["inline"]
        row.warnings = {**report["unsupported"], **report["warnings"]}

    def generate(self, document, sources, row):
        command = ["generate", document.path, "--output", sources, "--module-name", "Corpus", "--allow-errors"]
        command += references(document)
        result = self.ask(command)
        row.seconds, row.megabytes = result.seconds, result.megabytes
        errors = [text(each) for each in row.errors]
        if result.status not in (0, 1) or (result.status == 1) != bool(row.errors):
            raise Failure(f"apus generate ended with {result.status}", tail(result.errors))
        unlocated = [each for each in row.errors if each["line"] is None]
        if unlocated:
            raise Failure("an error has no place", errors)
        files = swift_files(sources)
        if not files:
            raise Failure("nothing generated", errors)
        row.lines = sum(count_lines(file) for file in files)
        again = self.ask(command + ["--check"])
        if again.status != result.status or "up to date" not in again.output:
            raise Failure("a second run writes something else", tail(again.output))

    def compile(self, sources, scratch, row):
        outputs = ["-emit-module-path", os.path.join(scratch, "Corpus.swiftmodule"), "-emit-module"]
        outputs += ["-c", "-o", os.path.join(scratch, "Corpus.o")]
        command = COMPILER + ["-I", self.modules, "-module-cache-path", os.path.join(scratch, "..", "modules")]
        result = run(command + outputs + swift_files(sources), COMPILATION_TIMEOUT)
        row.compile_seconds, row.compile_megabytes = result.processor_seconds, result.megabytes
        if result.crash:
            raise Failure(f"swiftc: {result.crash}", tail(result.errors))
        if result.status != 0:
            errors = [line for line in result.errors.splitlines() if ": error: " in line]
            raise Failure("does not compile", head(errors) or tail(result.errors))

    def ask(self, arguments):
        result = run([self.apus] + arguments, GENERATION_TIMEOUT, MEMORY)
        if result.crash:
            raise Failure(f"apus {arguments[0]}: {result.crash}", tail(result.errors))
        return result


def references(document):
    return ["--allow-folder", document.folder] if document.folder else []


def text(error):
    return f"{error['file']}:{error['line']}:{error['column']}: error: {error['message']} [{error['identifier']}]"


def head(lines):
    more = len(lines) - SHOWN
    return lines[:SHOWN] + ([f"... and {more} more"] if more > 0 else [])


def tail(output):
    return output.splitlines()[-SHOWN:]


def swift_files(folder):
    if not os.path.isdir(folder):
        return []
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".swift"))


def count_lines(path):
    with open(path, "rb") as file:
        return file.read().count(b"\n")


HEADINGS = ["document", "operations", "schemas", "lines", "s", "MB", "compile s", "MB", "outcome", "warnings"]


def print_line(cells, widths):
    line = "".join(
        cell.ljust(width) if position in (0, 8, 9) else cell.rjust(width)
        for position, (cell, width) in enumerate(zip(cells, widths))
    )
    print(line.rstrip(), flush=True)


def main(apus, modules, folder):
    found = documents(folder)
    widths = [max([len(shown(each.name)) for each in found] + [8]) + 1, 10, 9, 8, 8, 6, 11, 7, 0, 0]
    print_line([*HEADINGS[:8], "  " + HEADINGS[8], "  " + HEADINGS[9]], widths[:8] + [24, 0])
    rows = []
    skipped = [each for each in found if each.path is None]
    corpus = Corpus(apus, modules, folder)
    with tempfile.TemporaryDirectory(prefix="apus-corpus-") as scratch:
        for position, document in enumerate(each for each in found if each.path is not None):
            place = os.path.join(scratch, str(position))
            os.mkdir(place)
            try:
                rows.append(corpus.row(document, place))
            except NoDocument as reason:
                document.reason = str(reason)
                skipped.append(document)
                continue
            cells = rows[-1].cells()
            print_line([*cells[:8], "  " + cells[8], "  " + cells[9]], widths[:8] + [24, 0])
            shutil.rmtree(place)
    report(rows, skipped)
    passed = sum(row.passed for row in rows)
    print(f"{passed} passed, {len(rows) - passed} failed")
    return 0 if passed == len(rows) and rows else 1


def report(rows, skipped):
    print("\ns, MB: generation, of one process; compile s, MB: swiftc, debug, all parts at once, of one core; warnings by identifier")
    for row in rows:
        details = row.details or head([text(each) for each in row.errors])
        if details:
            print(f"\n{shown(row.name)}: {row.outcome}")
            for line in details:
                print("    " + line)
    for document in skipped:
        print(f"\n{shown(document.name)}: skipped: {document.reason}")
    print()


if __name__ == "__main__":
    if len(sys.argv) != 4 or not os.path.isdir(sys.argv[3]):
        print(f"{sys.argv[-1]}: no such folder", file=sys.stderr)
        print("0 passed, 0 failed")
        sys.exit(2)
    sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main(*sys.argv[1:]))
