#!/bin/sh
# mashumaro 3.23 describes the keys of a `dict[int, str]` with `propertyNames: {"type": "integer"}`.
#
# Expected: the schema that mashumaro builds for a type accepts the JSON that mashumaro writes for it.
# Behaviour: member names are always strings, so no object with a member is valid by this schema, mashumaro's own output
# included. A generator that takes the schema at its word has a map that can only be empty.
# Output seen: holds: {"1": "a"} is refused by {'type': 'object', 'additionalProperties': {'type': 'string'}, 'propertyNames': {'type': 'integer'}}
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mashumaro==3.23 jsonschema==4.26.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import json
import jsonschema
from mashumaro.codecs.json import JSONEncoder
from mashumaro.jsonschema import build_json_schema

schema = build_json_schema(dict[int, str]).to_dict()
written = JSONEncoder(dict[int, str]).encode({1: "a"})
if jsonschema.Draft202012Validator(schema).is_valid(json.loads(written)):
    raise SystemExit(f"changed: {written} is valid by {schema}")
print(f"holds: {written} is refused by {schema}")
EOF
