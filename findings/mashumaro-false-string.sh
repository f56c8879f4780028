#!/bin/sh
# mashumaro 3.23 reads the JSON string "false" as True where its schema says boolean.
#
# Expected: a value that is not valid by the schema of a type is refused, or at least read as what it says.
# Behaviour: the decoder calls bool() on what it finds; every string but the empty one is True. The schema that is published
# says {"type": "boolean"}, so a client never learns that the text is read, and read as its opposite.
# Output seen: holds: "false" is read as True, by a type whose schema is {'type': 'boolean'}
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mashumaro==3.23
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
from mashumaro.codecs.json import JSONDecoder
from mashumaro.jsonschema import build_json_schema

schema = build_json_schema(bool).to_dict()
try:
    value = JSONDecoder(bool).decode('"false"')
except Exception as error:
    raise SystemExit(f"changed: {error!r}")
if value is not True:
    raise SystemExit(f"changed: read as {value!r}")
print(f'holds: "false" is read as {value}, by a type whose schema is {schema}')
EOF
