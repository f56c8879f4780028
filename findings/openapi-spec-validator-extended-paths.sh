#!/bin/sh
# openapi-spec-validator 0.8.5 ends in a KeyError for a specification extension in the Paths Object.
#
# Expected: OpenAPI 3.1.1, 4.8.8.2: the Paths Object may be extended; `x-` fields beside paths hold anything.
# Behaviour: the extension's value is looked at as a Path Item Object.
# Output seen: holds: KeyError: 'x-stage'
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
document |= {"paths": {"x-stage": 1}}
try:
    validate(document)
except Exception as error:
    text = f"{type(error).__name__}: {error}".splitlines()[0][:60]
    print(f"holds: {text}")
else:
    raise SystemExit("changed: the document is valid")
EOF
