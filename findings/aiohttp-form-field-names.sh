#!/bin/sh
# aiohttp 3.14.5 writes a form field's name that is not ASCII in a parameter that Starlette 1.10.0 does not read.
#
# Expected: RFC 7578, 4.2: names are UTF-8 as they stand, and `name*` (RFC 5987) must not be used; both sides of Python's async world
# understand each other.
# Behaviour: the part is headed `name*=utf-8''...`; python-multipart 0.0.34 looks for `name` alone, so that FastAPI never sees the field.
# Output seen: holds: the part says name*=utf-8''gr%C3%B6%C3%9Fe; Starlette: The Content-Disposition header field "name" must be provided.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check aiohttp==3.14.5 starlette==1.10.0 python-multipart==0.0.34
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import asyncio
import re
import aiohttp
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException, MultiPartParser


class Sink:
    content = b""

    async def write(self, chunk):
        self.content += chunk


async def main():
    form = aiohttp.FormData()
    form.add_field("größe", b"1", content_type="text/plain")
    writer, sink = form(), Sink()
    await writer.write(sink)
    disposition = re.search(rb"name\*?=[^;\r]+", sink.content)[0].decode()

    async def stream():
        yield sink.content

    try:
        fields = await MultiPartParser(Headers({"content-type": writer.content_type}), stream()).parse()
    except MultiPartException as error:
        print(f"holds: the part says {disposition}; Starlette: {error.message}")
    else:
        raise SystemExit(f"changed: the part says {disposition}; Starlette reads {list(fields)}")


asyncio.run(main())
EOF
