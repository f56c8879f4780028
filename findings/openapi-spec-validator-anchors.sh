#!/bin/sh
# openapi-spec-validator 0.8.5 does not find a schema by its `$anchor`.
#
# Expected: schemas of OpenAPI 3.1 are JSON Schema 2020-12, where `{"$ref": "#x"}` leads to the schema with `"$anchor": "x"` (8.2.2).
# Behaviour: only the document's root is searched, which is not a schema, so that the reference is an error.
# Output seen: holds: NoSuchAnchor: 'x' does not exist within {'openapi': '3.1.0',
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openapi-spec-validator==0.8.5
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
from openapi_spec_validator import validate

document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
validate(document)
document |= {"components": {"schemas": {"A": {"$anchor": "x", "type": "string"}, "B": {"$ref": "#x"}}}}
try:
    validate(document)
except Exception as error:
    text = f"{type(error).__name__}: {error}".splitlines()[0][:60]
    print(f"holds: {text}")
else:
    raise SystemExit("changed: the document is valid")
EOF
