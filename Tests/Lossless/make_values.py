"""make_values.py DOCUMENT VALUES: values of every schema of a document, a line of JSON for each: `{"schema", "text"}`.

A schema's samples are what the document itself gives as examples and defaults, and its values with all members and with none;
20 random values follow. A schema of which no value can be made is a line `{"schema"}`.
"""

import json
import sys

from document import Document
from values import Generator

RANDOM_VALUES = 20
sys.setrecursionlimit(4000)


def main(document_path, values_path):
    document = Document(document_path)
    validity = document.validator()
    with open(values_path, "w", encoding="utf-8") as file:
        for key, raw in document.schemas().items():
            schema = document.plain(raw)
            generator = Generator(document, validity, key)
            samples = [value for value in examples(raw) if value is not None]
            names = document.names(schema)
            values = [value for value in samples if validity.is_valid(value, schema)]
            values += generator.values(schema, 1, ["all"]) + generator.values(schema, 1, ["none"])
            values += generator.values(schema, RANDOM_VALUES, ["some"])
            for value in values:
                text = json.dumps(value, ensure_ascii=generator.random.random() < 0.5, allow_nan=False)
                # Examples have members that their schemas do not.
                extra = sorted(set(keys(value)) - names) if value in samples else []
                file.write(json.dumps({"schema": key, "text": text, "undeclared": extra}) + "\n")
            if not values:
                file.write(json.dumps({"schema": key}) + "\n")


def keys(value):
    if isinstance(value, list):
        for item in value:
            yield from keys(item)
    elif isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from keys(item)


def examples(schema):
    if not isinstance(schema, dict):
        return
    for key in ("example", "default"):
        if key in schema:
            yield schema[key]
    if isinstance(schema.get("examples"), list):
        yield from schema["examples"]


if __name__ == "__main__":
    main(*sys.argv[1:])
