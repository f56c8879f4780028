#!/bin/sh
# openapi-python-client 0.29.1 ignores `explode: false`.
#
# Expected: a list in the query with `explode: false` is sent as `ids=1,2` (OpenAPI 3.1.1, 4.8.12).
# Behaviour: the field is read by nobody, and httpx writes one parameter an element. A server that splits at commas sees one id.
# Output seen: holds: the request goes to /u?ids=1&ids=2
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


parameter = {"name": "ids", "in": "query", "explode": False, "schema": {"type": "array", "items": {"type": "integer"}}}
generate({"type": "object", "properties": {"a": {"type": "string"}}}, parameter)
sys.path.insert(0, ".")
import httpx
from client.api.default.u import _get_kwargs

arguments = _get_kwargs(ids=[1, 2])
path = httpx.Request("POST", "http://localhost/u", params=arguments["params"]).url.raw_path.decode()
if path != "/u?ids=1&ids=2":
    raise SystemExit(f"changed: the request goes to {path}")
print(f"holds: the request goes to {path}")
EOF
