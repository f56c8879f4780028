#!/bin/sh
# openapi-core 0.23.1 drops an object in the query, in OpenAPI's default style, without an error.
#
# Expected: `style: form`, `explode: true` are the defaults of a query parameter; {"b": 1} is `?b=1` (OpenAPI 3.1.1, 4.8.12).
# Behaviour: the parameter is looked for under its own name, which this style never sends; an optional one is absent then, and the
# handler sees no filter at all.
# Output seen: holds: ?b=1 is read as {} with the errors []
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


result = read({"type": "object", "properties": {"b": {"type": "integer"}}}, {"b": "1"})
if result.parameters.query.get("a"):
    raise SystemExit(f"changed: {result.parameters.query}")
print(f"holds: ?b=1 is read as {result.parameters.query} with the errors {list(result.errors)}")
EOF
