#!/bin/sh
# apispec 6.10.1 documents `DateTime(format="timestamp")` with a bound and an example that its own schema does not have.
#
# Expected: the lower bound of a number is `minimum`, a number (JSON Schema 2020-12, Validation 6.2.4); an example is of the
# type that the schema states.
# Behaviour: the schema is a number with `"min": "0"`, which no validator reads, and an example that is a string.
# Output seen: holds: min is '0', minimum is None, the example is a str beside the type 'number'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check apispec==6.10.1 marshmallow==4.4.0
"$folder/venv/bin/python" - <<'EOF'
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema, fields


class Event(Schema):
    at = fields.DateTime(format="timestamp")


spec = APISpec("Diary", "1", "3.1.0", plugins=[MarshmallowPlugin()])
spec.components.schema("Event", schema=Event)
schema = spec.to_dict()["components"]["schemas"]["Event"]["properties"]["at"]
seen = f"min is {schema.get('min')!r}, minimum is {schema.get('minimum')!r}, the example is a "
seen += f"{type(schema.get('example')).__name__} beside the type {schema.get('type')!r}"
if seen != "min is '0', minimum is None, the example is a str beside the type 'number'":
    raise SystemExit(f"changed: {seen}")
print(f"holds: {seen}")
EOF
