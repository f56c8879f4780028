"""Writes random schemas and values, and what jsonschema says of each pair, as a folder of JSON Schema's test suite.

    make_suite.py SEED PAIRS FOLDER
"""
import os
import random
import sys

import oracle
from schemas import SchemaMaker
from values import ValueMaker

VALUES_A_SCHEMA = 40


def group(maker, with_formats):
    """A schema with its cases, None where they tell nothing or jsonschema gives up."""
    schema = maker.root()
    judge = oracle.validator(schema, with_formats)
    values = ValueMaker(maker.random, schema, maker.value)
    cases, seen = [], set()
    try:
        for _ in range(VALUES_A_SCHEMA * 3):
            text = oracle.text(value := values.value())
            if text not in seen and len(cases) < VALUES_A_SCHEMA and len(text) < 2000:
                seen.add(text)
                cases.append((text, judge.is_valid(value)))
    except RecursionError:
        return None
    outcomes = {is_valid for _, is_valid in cases}
    if len(outcomes) == 1 and maker.random.random() < 0.8:
        return None
    return oracle.text(schema), cases


def main():
    seed, pairs, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    counts = {True: 0, False: 0}
    for name, share, with_formats in [("random.json", 0.8, False), ("optional/format/random.json", 0.2, True)]:
        maker = SchemaMaker(random.Random(f"{seed}/{name}"), with_formats)
        groups, written = [], 0
        while written < pairs * share:
            if (made := group(maker, with_formats)) is None:
                continue
            schema, cases = made
            tests = ",\n".join(
                '{"description":%s,"data":%s,"valid":%s}' % (oracle.text(data), data, str(is_valid).lower())
                for data, is_valid in cases
            )
            description = oracle.text(schema)
            groups.append('{"description":%s,"schema":%s,"tests":[\n%s]}' % (description, schema, tests))
            written += len(cases)
            for _, is_valid in cases:
                counts[is_valid] += 1
        path = os.path.join(folder, "tests/draft2020-12", name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("[" + ",\n".join(groups) + "]")
    os.makedirs(os.path.join(folder, "remotes"), exist_ok=True)
    print(f"seed {seed}: {counts[True]} valid and {counts[False]} invalid pairs")


main()
