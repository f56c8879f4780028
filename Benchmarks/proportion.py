#!/usr/bin/env python3
"""Time and memory of `apus generate` against the size of documents: a table, and a plot in which what is proportional is a
straight line of slope 1.

    proportion.py APUS FOLDER [FAMILY...]

FOLDER gets `proportion.svg`. Families grow from 10 to 10,000 members; `github` is the document of ../shared/specs 1, 4 and 16
times, each copy with paths and components of its own. Everything is emitted, samples too."""

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = "models,validators,client,server,samples"
SIZES = (10, 100, 1_000, 10_000)
SECONDS = 600


def document(schemas, paths=None):
    info = {"title": "Proportion", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths or {}, "components": {"schemas": schemas}}


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def anyof(count):
    """One union of objects that keys tell apart."""
    properties = lambda key: {key: {"type": "string"}, "common": {"type": "integer"}}
    members = [{"type": "object", "required": [key], "properties": properties(key)} for key in names("k", count)]
    return document({"Union": {"anyOf": members}})


def oneof(count):
    """One union of components that a constant tells apart."""
    member = lambda key: {"type": "object", "required": ["kind"], "properties": {"kind": {"const": key}}}
    members = {f"Member{key}": member(key) for key in names("m", count)}
    return document({"Union": {"oneOf": [reference(key) for key in members]}} | members)


def enumeration(count):
    return document({"Code": {"type": "string", "enum": names("value-", count)}})


def allof(count):
    """Components of which each includes the next one twice."""
    chain = {f"S{index}": {"allOf": [reference(f"S{index + 1}")] * 2} for index in range(count - 1)}
    return document(chain | {f"S{count - 1}": {"type": "object", "properties": {"last": {"type": "string"}}}})


def ref(count):
    """Components of which each is a reference to the next one."""
    chain = {f"S{index}": reference(f"S{index + 1}") for index in range(count - 1)}
    return document(chain | {f"S{count - 1}": {"type": "string", "maxLength": 3}})


def properties(count):
    return document({"Record": {"type": "object", "properties": {key: {"type": "string"} for key in names("p", count)}}})


def operations(count):
    """Operations of one tag."""
    schema = {"type": "object", "properties": {"name": {"type": "string"}}}
    responses = {"200": {"description": "It.", "content": {"application/json": {"schema": schema}}}}
    parameters = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
    operation = lambda name: {"operationId": name, "tags": ["all"], "parameters": parameters, "responses": responses}
    return document({}, {f"/{name}/{{id}}": {"get": operation(name)} for name in names("get", count)})


def names(prefix, count):
    return [f"{prefix}{index}" for index in range(count)]


def github(count):
    source = json.loads((ROOT.parent / "shared/specs/github.json").read_text())
    whole = {key: source[key] for key in ("openapi", "info")} | {"paths": {}, "components": {}}
    for index in range(count):
        suffix = f"-copy-{chr(ord('a') + index)}" if index else ""
        copy = renamed(source, suffix) if suffix else source
        whole["paths"] |= {f"/{suffix[1:]}{path}" if suffix else path: item for path, item in copy["paths"].items()}
        for section, members in copy["components"].items():
            named = {key + suffix: member for key, member in members.items()}
            whole["components"].setdefault(section, {}).update(named)
    return whole


def renamed(value, suffix):
    if isinstance(value, list):
        return [renamed(item, suffix) for item in value]
    if not isinstance(value, dict):
        return value
    is_name = lambda key, item: isinstance(item, str) and (key in ("$ref", "operationId") or item.startswith("#/components/"))
    return {key: item + suffix if is_name(key, item) else renamed(item, suffix) for key, item in value.items()}


FAMILIES = [(family, SIZES) for family in (anyof, oneof, enumeration, allof, ref, properties, operations)] + [(github, (1, 4, 16))]


def measured(apus, value):
    """-> seconds of CPU, megabytes at most, status, megabytes of the document"""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "openapi.json"
        path.write_text(json.dumps(value))
        process = subprocess.Popen(
            [apus, "generate", path, "--output", Path(folder) / "out", "--emit", PARTS],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)))
        _, status, usage = os.wait4(process.pid, 0)
        size = path.stat().st_size / 1e6
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), size


# The plot: both axes are logarithmic.


COLORS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999", "#000000"]


def plot(results):
    panels = [("CPU time in s", 0, 0.01, 200), ("Peak memory in MB", 1, 10, 2_000)]
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="980" height="440" font-family="sans-serif" font-size="12">']
    parts.append('<rect width="980" height="440" fill="white"/>')
    for panel, (title, column, low, high) in enumerate(panels):
        left, top, width, height = 60 + 480 * panel, 40, 400, 340
        place_x = lambda size: left + width * (math.log10(max(size, 1e-4)) + 4) / 6
        place_y = lambda value: top + height * (1 - (math.log10(max(value, low)) - math.log10(low)) / math.log10(high / low))
        parts.append(f'<text x="{left}" y="24" font-size="14">{title}, against the size of the document in MB</text>')
        parts.append(f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="none" stroke="#bbb"/>')
        for power in range(-4, 3):
            parts.append(f'<text x="{place_x(10 ** power):.0f}" y="{top + height + 18}" text-anchor="middle">{10 ** power:g}</text>')
        for power in range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1):
            y = place_y(10 ** power)
            parts.append(f'<text x="{left - 6}" y="{y + 4:.0f}" text-anchor="end">{10 ** power:g}</text>')
            parts.append(f'<path d="M{left} {y:.1f}h{width}" stroke="#eee"/>')
        for (name, rows), color in zip(results.items(), COLORS):
            points = " ".join(f"{place_x(row[3]):.1f},{place_y(row[column]):.1f}" for row in rows)
            parts.append(f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>')
    for index, (name, color) in enumerate(zip(results, COLORS)):
        parts.append(f'<path d="M{60 + 110 * index} 422h16" stroke="{color}" stroke-width="3"/>')
        parts.append(f'<text x="{82 + 110 * index}" y="426">{name}</text>')
    return "\n".join(parts + ["</svg>"]) + "\n"


def main(apus, folder, *wanted):
    results = {}
    print("| family | size | document (MB) | CPU (s) | memory (MB) | time per tenfold document |")
    print("|---|---|---|---|---|---|")
    for family, sizes in FAMILIES:
        if wanted and family.__name__ not in wanted:
            continue
        rows = results.setdefault(family.__name__, [])
        for size in sizes:
            seconds, megabytes, status, document_size = measured(apus, family(size))
            growth = ""
            # What takes less is mostly the start of the process.
            if rows and rows[-1][0] >= 0.1:
                growth = f"{10 ** (math.log10(seconds / rows[-1][0]) / math.log10(document_size / rows[-1][3])):.1f}"
            rows.append((seconds, megabytes, size, document_size))
            state = "" if status == 0 else f" (status {status})"
            print(f"| {family.__name__} | {size:,}{state} | {document_size:.3g} | {seconds:.2f} | {megabytes:.0f} | {growth} |", flush=True)
    (Path(folder) / "proportion.svg").write_text(plot(results))


main(*sys.argv[1:])
