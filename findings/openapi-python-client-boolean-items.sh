#!/bin/sh
# openapi-python-client 0.29.1 refuses a whole document for `items: false`.
#
# Expected: JSON Schema 2020-12, 4.3.2: `false` is a schema. It ends a tuple, as pydantic, msgspec and mashumaro do it: {"prefixItems": [...], "items": false}.
# Behaviour: its model of OpenAPI has no boolean schemas; nothing is generated.
# Output seen: holds: nothing is generated: Input should be a valid dictionary or instance of Schema
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openapi-python-client==0.29.1 ruff==0.14.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import json, pathlib, subprocess, sys


def generate(schema, parameter=None):
    operation = {"operationId": "u", "responses": {"200": {"description": "ok"}}, "parameters": [parameter] if parameter else []}
    operation["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/u": {"post": operation}}}
    pathlib.Path("openapi.json").write_text(json.dumps(document))
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", "openapi.json", "--meta", "none"]
    return subprocess.run(command + ["--output-path", "client", "--overwrite"], capture_output=True, text=True)


pair = {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False}
result = generate({"type": "object", "properties": {"pair": pair}})
output = result.stdout + result.stderr
if "Failed to parse OpenAPI document" not in output:
    raise SystemExit(f"changed: {output}")
line = next(line.strip() for line in output.splitlines() if "Input should" in line)
print(f"holds: nothing is generated: {line.split(' [')[0]}")
EOF
