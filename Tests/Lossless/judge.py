"""judge.py NAME VALUES RESULTS: whether every value was written as it was read, and why not where there is a reason.

Order of members and the spelling of numbers aside, a value comes back as it was. There are four reasons for which it may not:

    undeclared   a member that no schema names, where none declares `additionalProperties`, is dropped
    single       a number of format `float` has the precision of 32 bits
    spelling     a date-time is the same instant, a UUID, duration, time or base64 text the same value, in one spelling; what no
                 URI can hold is escaped in one
    number       a text that stands for a number, as ASP.NET documents it, is that number
"""

import base64
import json
import math
import re
import struct
import sys
from collections import Counter
from datetime import datetime, timezone
from urllib.parse import unquote

from values import UNDECLARED

MOST_SHOWN = 40


def main(name, values_path, results_path):
    with open(values_path, encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    tried = [item for item in items if "text" in item]
    with open(results_path, encoding="utf-8") as file:
        results = [json.loads(line) for line in file]
    assert len(results) == len(tried), f"{len(results)} results of {len(tried)} values"
    judge = Judge()
    for item, result in zip(tried, results):
        judge.judge(item, result)
    without = [item["schema"] for item in items if "text" not in item]
    schemas = len({item["schema"] for item in tried}) - len(judge.forms)
    for schema in sorted(judge.forms):
        print(f"    a form of parts: {schema}")
    reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(judge.reasons.items())) or "none"
    for problem in list(judge.problems.values())[:MOST_SHOWN]:
        print(f"    {problem}")
    if len(judge.problems) > MOST_SHOWN:
        print(f"    and {len(judge.problems) - MOST_SHOWN} more")
    for schema in without:
        print(f"    no value: {schema}")
    print(f"{name} | {schemas} | {len(tried)} | {len(without)} | {judge.lost} | {reasons}")
    return 1 if judge.lost else 0


class Judge:
    def __init__(self):
        self.reasons, self.problems, self.lost, self.forms = Counter(), {}, 0, set()

    def judge(self, item, result):
        if "form" in result:
            self.forms.add(item["schema"])
            return
        wanted = json.loads(item["text"])
        for way, error in (("text", "error"), ("foundation", "foundationError")):
            if way not in result:
                self.lose(item, f"{way}: {result.get(error, 'no result')}")
                continue
            reasons = set()
            undeclared = {UNDECLARED, *item.get("undeclared", [])}
            found = difference(wanted, json.loads(result[way]), reasons, undeclared)
            if found is not None:
                self.lose(item, f"{way}: {found}")
            elif way == "text":
                self.reasons.update(reasons)

    def lose(self, item, problem):
        self.lost += 1
        # One value shows what is wrong with a member.
        kind = re.sub(r"\d+", "0", f"{item['schema']} {problem:.90}")
        self.problems.setdefault(kind, f"{item['schema']} {problem:.300}; value {item['text']:.300}")


def difference(wanted, found, reasons, undeclared, path=""):
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in wanted.keys() | found.keys():
            if key not in wanted:
                return f"{path}/{key} is there"
            if key not in found:
                if key not in undeclared:
                    return f"{path}/{key} is missing"
                reasons.add("undeclared")
        shared = [key for key in wanted if key in found]
        return first(difference(wanted[key], found[key], reasons, undeclared, f"{path}/{key}") for key in shared)
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        pairs = enumerate(zip(wanted, found))
        return first(difference(item, other, reasons, undeclared, f"{path}/{index}") for index, (item, other) in pairs)
    reason = reason_of(wanted, found)
    if reason:
        reasons.add(reason)
    return f"{path}: {found!r:.100} instead of {wanted!r:.100}" if reason is None else None


def first(differences):
    return next((item for item in differences if item is not None), None)


def reason_of(wanted, found):
    """"" where both are the same, None where nothing excuses the difference."""
    if isinstance(wanted, bool) or isinstance(found, bool) or wanted is None or found is None:
        return "" if wanted is found else None
    if isinstance(wanted, (int, float)) and isinstance(found, (int, float)):
        if wanted == found:
            return ""
        return "single" if single(wanted) == single(found) else None
    if isinstance(wanted, str) and isinstance(found, str):
        if wanted == found:
            return ""
        return "spelling" if any(same(wanted, found) for same in (same_instant, same_case, same_bytes, same_url)) else None
    if isinstance(wanted, str) and isinstance(found, (int, float)):
        return "number" if re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", wanted) and float(wanted) == found else None
    return None


def single(value):
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return math.inf


def same_instant(wanted, found):
    try:
        values = [datetime.fromisoformat(text.replace("Z", "+00:00")) for text in (wanted, found)]
    except ValueError:
        return False
    first, second = [value if value.tzinfo else value.replace(tzinfo=timezone.utc) for value in values]
    return first == second


def same_case(wanted, found):
    return re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", wanted) and wanted.lower() == found.lower()


def same_url(wanted, found):
    """Characters that no URI has, escaped."""
    return ":" in wanted and unquote(found) == unquote(wanted)


def same_bytes(wanted, found):
    try:
        return base64.b64decode(wanted, validate=True) == base64.b64decode(found, validate=True)
    except ValueError:
        return False


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
