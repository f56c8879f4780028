#!/bin/sh
# Litestar 2.25.0 documents a header parameter of type list[int] as an array and refuses arrays in the only style that headers have.
#
# Expected: `style: simple`, the only one of headers (OpenAPI 3.1, "Style Values"), writes [1, 2] as `X-Ints: 1,2`.
# Behaviour: it is answered with 400, "Expected `array`, got `str`"; so is a field for each element.
# Output seen: holds: an array is documented; X-Ints: 1,2 is answered with 400
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check litestar==2.25.0 httpx==0.28.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import asyncio
from typing import Annotated

import httpx
from litestar import Litestar, get
from litestar.params import Parameter


@get("/sum", sync_to_thread=False)
def total(numbers: Annotated[list[int], Parameter(header="X-Ints")]) -> int:
    return sum(numbers)


app = Litestar([total])


async def main():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        answers = [
            (await client.get("/sum", headers=headers)).status_code
            for headers in ([("X-Ints", "1,2")], [("X-Ints", "1, 2")], [("X-Ints", "1"), ("X-Ints", "2")])
        ]
    return app.openapi_schema.to_schema()["paths"]["/sum"]["get"]["parameters"][0]["schema"]["type"], answers


kind, answers = asyncio.run(main())
if kind != "array" or answers != [400, 400, 400]:
    raise SystemExit(f"changed: {kind} and {answers}")
print("holds: an array is documented; X-Ints: 1,2 is answered with 400")
EOF
