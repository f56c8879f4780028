#!/usr/bin/env python3
"""Mutates documents and runs `apus generate` on them: make fuzz N=20000 SEED=1

A run fails when apus crashes, takes too long or too much memory, ends with a status other than 0 and 1, reports an error
without a place, or ends with status 0 and writes sources that do not compile with warnings as errors. Inputs that failed
stay in the output folder. The same seed gives the same documents."""

import argparse
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

from mutations import mutate

ROOT = Path(__file__).resolve().parents[2]
PARTS = "models,validators,client,server,samples"
LOCATED = re.compile(r"^[^\s:][^:]*:\d+:\d+: error: ")


def load(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, yaml.CSafeLoader)


def sources():
    """The fixtures, and the small ones of the real documents."""
    found = []
    for path in sorted(ROOT.glob("Fixtures/*/openapi.yaml")):
        found.append((path.parent.name, load(path)))
    for path in sorted((ROOT.parent / "shared/specs").glob("*.*")):
        if path.suffix in (".json", ".yaml") and path.stat().st_size < 400_000:
            document = load(path)
            if isinstance(document, dict) and len(document.get("paths") or {}) <= 60:
                found.append((path.stem, document))
    return found


def run(options, index, document, folder):
    """What apus did with one document: its failure, and whether it wrote sources."""
    path = folder / f"D{index}.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8", errors="surrogatepass")
    output = folder / f"out{index}"
    arguments = [options.apus, "generate", path, "--output", output, "--namespace", f"D{index}",
                 "--file-prefix", f"D{index}", "--emit", PARTS]
    started = time.monotonic()
    process = subprocess.Popen(
        [str(argument) for argument in arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
    errors = process.stderr.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    failure = None
    if process.returncode not in (0, 1):
        failure = f"ended with {process.returncode} after {time.monotonic() - started:.1f} s"
    elif seconds > options.seconds:
        failure = f"took {seconds:.1f} s"
    elif usage.ru_maxrss > options.megabytes * 1024:
        failure = f"took {usage.ru_maxrss // 1024} MB"
    elif process.returncode == 1:
        lines = [line for line in errors.splitlines() if ": error: " in line]
        if not lines:
            failure = "status 1 without an error"
        unlocated = [line for line in lines if not LOCATED.match(line)]
        if unlocated:
            failure = f"an error without a place: {unlocated[0]}"
    return failure, process.returncode == 0


def compile_outputs(options, folder, indices):
    """Typechecks what was written for these documents together; each failure by document."""
    files = [str(file) for index in indices for file in sorted((folder / f"out{index}").glob("*.swift"))]
    if not files:
        return {}
    arguments = ["swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-module-name", "Fuzz",
                 "-package-name", "fuzz", "-I", options.modules, *files]
    result = subprocess.run(arguments, capture_output=True, text=True, errors="replace")
    if result.returncode == 0:
        return {}
    failures = {}
    for line in result.stderr.splitlines():
        match = re.search(r"/out(\d+)/[^:]*:\d+:\d+: error: (.*)", line)
        if match:
            failures.setdefault(int(match.group(1)), f"does not compile: {match.group(2)}")
    if not failures:
        failures[indices[0]] = "the batch that begins here does not compile: " + result.stderr[:300]
    return failures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--apus", default=str(ROOT / ".build/release/apus"))
    parser.add_argument("--modules", default=str(ROOT / ".build/debug/Modules"))
    parser.add_argument("--output", default=str(ROOT / ".build/fuzz"))
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--megabytes", type=int, default=500)
    parser.add_argument("--compiled", type=int, default=2000, help="how many outputs are typechecked")
    parser.add_argument("--batch", type=int, default=20)
    options = parser.parse_args()
    folder = Path(options.output)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    documents = sources()
    generator = random.Random(options.seed)
    failures, written, statuses, waiting, compiled = [], {}, [0, 0], [], 0

    def report(index, failure):
        failures.append(index)
        print(f"D{index} ({written[index]}): {failure}", flush=True)

    def compile_waiting():
        nonlocal waiting, compiled
        for index, failure in compile_outputs(options, folder, waiting).items():
            report(index, failure)
        compiled += len(waiting)
        for index in waiting:
            shutil.rmtree(folder / f"out{index}", ignore_errors=True)
        waiting = []

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for start in range(0, options.count, 100):
            jobs = []
            for index in range(start, min(start + 100, options.count)):
                name, original = generator.choice(documents)
                document = json.loads(json.dumps(original, default=str))
                written[index] = f"{name}: {', '.join(mutate(document, generator))}"
                jobs.append((index, pool.submit(run, options, index, document, folder)))
            for index, job in jobs:
                failure, succeeded = job.result()
                statuses[0 if succeeded else 1] += 1
                if failure:
                    report(index, failure)
                elif succeeded and compiled + len(waiting) < options.compiled:
                    waiting.append(index)
                else:
                    shutil.rmtree(folder / f"out{index}", ignore_errors=True)
                if len(waiting) >= options.batch:
                    compile_waiting()
                if index not in failures and index not in waiting:
                    (folder / f"D{index}.json").unlink(missing_ok=True)
        compile_waiting()
    print(f"seed {options.seed}: {options.count} documents, {statuses[0]} generated, {compiled} typechecked")
    print(f"{options.count - len(failures)} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
