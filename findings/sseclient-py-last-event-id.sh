#!/bin/sh
# sseclient-py 1.9.0 forgets the last event's id.
#
# Expected: the HTML standard, 9.2.6: an id stays in force for all later events until another one comes; a client that reconnects sends it.
# Behaviour: an event without a line `id` has none, so that what the caller stored last is not what the server expects.
# Output seen: holds: the ids are ['1', None]
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sseclient-py==1.9.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import sseclient

events = sseclient.SSEClient(iter([b"id: 1\ndata: a\n\ndata: b\n\n"])).events()
ids = [event.id for event in events]
if ids != ["1", None]:
    raise SystemExit(f"changed: the ids are {ids}")
print(f"holds: the ids are {ids}")
EOF
