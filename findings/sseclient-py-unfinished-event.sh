#!/bin/sh
# sseclient-py 1.9.0 hands out an event that a broken connection cut off.
#
# Expected: the HTML standard, 9.2.6: what no blank line has ended when the stream ends is discarded.
# Behaviour: the part that arrived is an event; half a JSON object is decoded, or a short text taken for a whole one.
# Output seen: holds: an event with the data '{"total": 1'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sseclient-py==1.9.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import sseclient

events = [event.data for event in sseclient.SSEClient(iter([b'data: {"total": 1'])).events()]
if events != ['{"total": 1']:
    raise SystemExit(f"changed: {events}")
print(f"holds: an event with the data {events[0]!r}")
EOF
