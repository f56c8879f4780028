#!/bin/sh
# BlackSheep 2.6.4 documents a query parameter of type datetime as `format: date-time` and refuses every date-time of RFC 3339.
#
# Expected: JSON Schema's date-time is that of RFC 3339, section 5.6, in which the offset must be there: `2024-01-01T00:00:00Z`.
# Behaviour: it is answered with 400; the same without an offset, which is not a date-time, is taken.
# Output seen: holds: date-time is documented; with an offset 400, without one 200
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check blacksheep==2.6.4 httpx==0.28.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import asyncio
import datetime
import httpx
from blacksheep import Application, FromQuery
from blacksheep.server.openapi.v3 import OpenAPIHandler
from openapidocs.v3 import Info

app = Application()
docs = OpenAPIHandler(info=Info(title="Clock", version="1"))
docs.bind_app(app)


@app.router.get("/at")
async def at(moment: FromQuery[datetime.datetime]) -> str:
    return moment.value.isoformat()


async def main():
    await app.start()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        document = (await client.get("/openapi.json")).json()
        schema = document["paths"]["/at"]["get"]["parameters"][0]["schema"]
        statuses = [
            (await client.get("/at", params={"moment": text})).status_code
            for text in ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00")
        ]
    if schema.get("format") != "date-time" or statuses != [400, 400, 200]:
        raise SystemExit(f"changed: {schema} and {statuses}")
    print("holds: date-time is documented; with an offset 400, without one 200")


asyncio.run(main())
EOF
