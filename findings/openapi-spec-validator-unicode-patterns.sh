#!/bin/sh
# openapi-spec-validator 0.8.5 refuses a document whose `pattern` names a Unicode property.
#
# Expected: JSON Schema 2020-12, 6.4: patterns are ECMA-262's, read with Unicode, where `\p{L}` is any letter.
# Behaviour: `format: regex` of OpenAPI's own schema is checked with Python's module re, which has no properties.
# Output seen: holds: OpenAPIValidationError: '^\\p{L}$' is not a 'regex'
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
document |= {"components": {"schemas": {"A": {"type": "string", "pattern": r"^\p{L}$"}}}}
try:
    validate(document)
except Exception as error:
    text = f"{type(error).__name__}: {error}".splitlines()[0][:60]
    print(f"holds: {text}")
else:
    raise SystemExit("changed: the document is valid")
EOF
