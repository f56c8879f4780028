#!/bin/sh
# httpx-sse 0.4.3 loses the first event of a stream that begins with a byte order mark.
#
# Expected: the HTML standard, 9.2.5: one leading U+FEFF is ignored, and the first line is `data: a`.
# Behaviour: the mark belongs to the first field's name, which nobody knows, so that the field is dropped in silence.
# Output seen: holds: 0 events with the mark, 1 without it
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


text = b"data: a\n\n"
counts = len(events(b"\xef\xbb\xbf" + text)), len(events(text))
if counts != (0, 1):
    raise SystemExit(f"changed: {counts[0]} events with the mark, {counts[1]} without it")
print(f"holds: {counts[0]} events with the mark, {counts[1]} without it")
EOF
