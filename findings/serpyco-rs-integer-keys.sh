#!/bin/sh
# serpyco-rs 1.23.0 writes a `dict[int, str]` that it cannot read back from JSON.
#
# Expected: what a serializer dumps, sent as JSON, loads with the same serializer; its schema for the type is an object.
# Behaviour: loading compares each key with the type int, and a JSON object's keys are strings: only an empty object loads.
# Output seen: holds: {"1": "a"} does not load: "1" is not of type "integer"
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check serpyco-rs==1.23.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import json
from serpyco_rs import SchemaValidationError, Serializer

serializer = Serializer(dict[int, str])
text = json.dumps(serializer.dump({1: "a"}))
try:
    value = serializer.load(json.loads(text))
except SchemaValidationError as error:
    print(f"holds: {text} does not load: {error.errors[0].message}")
else:
    raise SystemExit(f"changed: {text} loads as {value}")
EOF
