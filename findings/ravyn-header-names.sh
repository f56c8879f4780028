#!/bin/sh
# Ravyn 0.4.3 documents a header parameter by the name of the function's argument, not by that of the header field.
#
# Expected: `Header(value="X-Token")` reads the field X-Token, so the parameter's `name` in the document is X-Token.
# Behaviour: the document has the argument's name, `token`; who sends that is answered with 400.
# Output seen: holds: 'token' is documented; token is answered with 400, X-Token with 200
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
async def header(token: str = Header(value="X-Token")) -> dict:
    return {"token": token}


app = Ravyn(routes=[Gateway(handler=header)], enable_openapi=True)


async def main():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        document = (await client.get("/openapi.json")).json()
        documented = document["paths"]["/header"]["get"]["parameters"][0]["name"]
        answers = [
            (await client.get("/header", headers={name: "abc"})).status_code for name in (documented, "X-Token")
        ]
    if (documented, *answers) != ("token", 400, 200):
        raise SystemExit(f"changed: {documented!r} is documented; the answers are {answers}")
    print(f"holds: {documented!r} is documented; token is answered with {answers[0]}, X-Token with {answers[1]}")


asyncio.run(main())
EOF
