#!/bin/sh
# serpyco-rs 1.23.0 takes `true` for the integer literal 1, although it refuses `true` for an integer.
#
# Expected: its schema for Literal[1] is {"enum": [1]}, by which JSON Schema refuses `true`: booleans equal no number.
# Behaviour: literals are compared as Python compares them, where True == 1; the type int is compared strictly.
# Output seen: holds: true is refused as int, and read as 1 by Literal[1], whose schema is {'enum': [1]}
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check serpyco-rs==1.23.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
from typing import Literal
from serpyco_rs import SchemaValidationError, Serializer

try:
    Serializer(int).load(True)
except SchemaValidationError:
    pass
else:
    raise SystemExit("changed: true is an int")
literal = Serializer(Literal[1])
schema = {key: value for key, value in literal.get_json_schema().items() if key == "enum"}
try:
    value = literal.load(True)
except SchemaValidationError as error:
    raise SystemExit(f"changed: true is refused by Literal[1]: {error}")
print(f"holds: true is refused as int, and read as {value} by Literal[1], whose schema is {schema}")
EOF
