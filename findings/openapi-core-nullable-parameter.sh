#!/bin/sh
# openapi-core 0.23.1 cannot read a parameter whose `type` is a list that holds "null".
#
# Expected: `type: [integer, "null"]` is OpenAPI 3.1's way to say nullable; `?a=5` is 5.
# Behaviour: unmarshalling ends in a TypeError that is none of its request errors: a server that handles those answers 500.
# Output seen: holds: ?a=5 raises TypeError: Expected a string value, got <class 'list'>
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openapi-core==0.23.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest


def read(schema, arguments, **style):
    parameter = {"name": "a", "in": "query", "schema": schema, **style}
    operation = {"parameters": [parameter], "responses": {"200": {"description": "ok"}}}
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/q": {"get": operation}}}
    request = MockRequest("http://localhost", "get", "/q", args=arguments)
    return OpenAPI.from_dict(document).unmarshal_request(request)


if read({"type": "integer"}, {"a": "5"}).parameters.query != {"a": 5}:
    raise SystemExit("changed: a plain integer is not read")
try:
    result = read({"type": ["integer", "null"]}, {"a": "5"})
except TypeError as error:
    print(f"holds: ?a=5 raises TypeError: {error}")
else:
    raise SystemExit(f"changed: {result.parameters.query} {result.errors}")
EOF
