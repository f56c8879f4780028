#!/bin/sh
# mashumaro 3.23 writes bytes as base64 with a line feed at the end, and one after each 76 characters.
#
# Expected: RFC 4648, section 3.1: no line feeds unless a specification asks for them; the schema says {"format": "base64"} only.
# Behaviour: base64.encodebytes, the form of MIME bodies, is used for JSON strings. A reader that is strict about the alphabet,
# as JSON Schema's contentEncoding suggests, refuses what mashumaro writes.
# Output seen: holds: b"a" is written as "YQ==\n"
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mashumaro==3.23
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
from mashumaro.codecs.json import JSONEncoder

text = JSONEncoder(bytes).encode(b"a")
if text != '"YQ==\\n"':
    raise SystemExit(f'changed: b"a" is written as {text}')
print(f'holds: b"a" is written as {text}')
EOF
