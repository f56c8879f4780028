#!/bin/sh
# openapi-spec-validator 0.8.5 resolves a `$ref` inside a schema with `$id` against the whole document.
#
# Expected: JSON Schema 2020-12, 8.2.1 and 9.1.1: `$id` makes the schema a resource of its own, so that `#/$defs/C` is in it.
# Behaviour: the pointer is looked up at the document's root: a schema that was bundled as JSON Schema asks for it is an error.
# Output seen: holds: PointerToNowhere: '/$defs/C' does not exist within {'openapi
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
document |= {"components": {"schemas": {"A": {"$id": "https://example.com/a", "$defs": {"C": {"type": "integer"}}, "properties": {"c": {"$ref": "#/$defs/C"}}}}}}
try:
    validate(document)
except Exception as error:
    text = f"{type(error).__name__}: {error}".splitlines()[0][:60]
    print(f"holds: {text}")
else:
    raise SystemExit("changed: the document is valid")
EOF
