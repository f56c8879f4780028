#!/bin/sh
# httpx-sse 0.4.3 hands out an event that has no data.
#
# Expected: the HTML standard, 9.2.6: where the data buffer is empty, nothing is dispatched; servers send `event: ping` alone to keep
# a connection alive.
# Behaviour: an event with empty data arrives, which a caller that decodes JSON cannot tell from a broken one.
# Output seen: holds: [('ping', ''), ('message', 'a')]
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check httpx==0.28.1 httpx-sse==0.4.3
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import httpx
import httpx_sse


def events(content):
    response = httpx.Response(200, headers={"content-type": "text/event-stream"}, content=content)
    return [(event.event, event.data) for event in httpx_sse.EventSource(response).iter_sse()]


found = events(b"event: ping\n\ndata: a\n\n")
if found != [("ping", ""), ("message", "a")]:
    raise SystemExit(f"changed: {found}")
print(f"holds: {found}")
EOF
