#!/bin/sh
# litestar 2.25.0 documents server-sent events as JSON.
#
# Expected: the content of an answer stands under its media type (OpenAPI 3.1, "Response Object"): text/event-stream.
# Behaviour: a handler that is annotated to return ServerSentEvent is documented with the media type application/json; it sends
# text/event-stream.
# Output seen: holds: documented as ['application/json'], sent as 'text/event-stream; charset=utf-8'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check litestar==2.25.0 httpx==0.28.1
"$folder/venv/bin/python" - <<'EOF'
from litestar import Litestar, get
from litestar.response import ServerSentEvent
from litestar.testing import TestClient


async def events():
    yield {"data": "1"}


@get("/events")
async def stream() -> ServerSentEvent:
    return ServerSentEvent(events())


app = Litestar([stream])
answer = app.openapi_schema.to_schema()["paths"]["/events"]["get"]["responses"]["200"]
with TestClient(app) as client:
    sent = client.get("/events").headers["content-type"]
documented = list(answer["content"])
seen = f"documented as {documented}, sent as {sent!r}"
if documented != ["application/json"] or not sent.startswith("text/event-stream"):
    raise SystemExit(f"changed: {seen}")
print(f"holds: {seen}")
EOF
