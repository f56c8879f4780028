#!/bin/sh
# openapi-core 0.23.1 does not split `style: spaceDelimited`.
#
# Expected: [x, y] is `?a=x%20y` (OpenAPI 3.1.1, 4.8.12.4); pipeDelimited works in the same way.
# Behaviour: the list has one element with a space in it.
# Output seen: holds: a space gives ['x y'], a pipe ['x', 'y']
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


items = {"type": "array", "items": {"type": "string"}}
spaces = read(items, {"a": "x y"}, style="spaceDelimited", explode=False).parameters.query["a"]
pipes = read(items, {"a": "x|y"}, style="pipeDelimited", explode=False).parameters.query["a"]
if spaces != ["x y"] or pipes != ["x", "y"]:
    raise SystemExit(f"changed: a space gives {spaces}, a pipe {pipes}")
print(f"holds: a space gives {spaces}, a pipe {pipes}")
EOF
