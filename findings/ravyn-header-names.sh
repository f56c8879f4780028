#!/bin/sh
# Ravyn 0.4.3 documents a header parameter by the name of the function's argument, not by that of the header field.
#
# Expected: `Header(value="X-Token")` reads the field X-Token, so the parameter's `name` in the document is X-Token.
# Behaviour: the document has the argument's name, `token`, under which nothing is read.
# Output seen: holds: 'token' is documented; token is read as None, X-Token as 'abc'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ravyn==0.4.3 httpx==0.28.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import asyncio

import httpx
from ravyn import Gateway, Ravyn, get
from ravyn.params import Header


@get("/header")
async def header(token: str = Header(value="X-Token", default=None)) -> dict:
    return {"token": token}


app = Ravyn(routes=[Gateway(handler=header)], enable_openapi=True)


async def main():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        document = (await client.get("/openapi.json")).json()
        documented = document["paths"]["/header"]["get"]["parameters"][0]["name"]
        read = [(await client.get("/header", headers={name: "abc"})).json()["token"] for name in (documented, "X-Token")]
    if (documented, *read) != ("token", None, "abc"):
        raise SystemExit(f"changed: {documented!r} is documented; read are {read}")
    print(f"holds: {documented!r} is documented; token is read as {read[0]}, X-Token as {read[1]!r}")


asyncio.run(main())
EOF
