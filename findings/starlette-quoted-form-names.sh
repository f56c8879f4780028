#!/bin/sh
# Starlette 1.10.0 reads a form field's name with a quotation mark by another name than httpx 0.28.1 wrote it for.
#
# Expected: the HTML standard, 4.10.21.8, writes `"` in names and file names as %22; who reads forms of browsers undoes that, as
# Werkzeug 3.1.9 and multipart 2.0.1 do.
# Behaviour: python-multipart 0.0.34, on which Starlette and FastAPI stand, leaves %22 in the name: a field declared with the alias `a"b` is missing.
# Output seen: holds: 'a"b' is sent as name="a%22b" and read as 'a%22b'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check httpx==0.28.1 starlette==1.10.0 python-multipart==0.0.34
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import asyncio
import httpx
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartParser


async def main():
    request = httpx.Request("POST", "http://localhost", files={'a"b': (None, b"1")})
    content = request.read()

    async def stream():
        yield content

    form = await MultiPartParser(Headers({"content-type": request.headers["content-type"]}), stream()).parse()
    name = list(form)[0]
    if b'name="a%22b"' not in content or name != "a%22b":
        raise SystemExit(f"changed: read as {name!r}")
    print(f"holds: 'a\"b' is sent as name=\"a%22b\" and read as {name!r}")


asyncio.run(main())
EOF
