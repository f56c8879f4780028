#!/bin/sh
# uri-template 1.3.0, which python-jsonschema uses for `format: uri-template`, passes a space.
#
# Expected: RFC 6570, section 2.1: literals hold no space, no quote and no `<`, `>`, `\\`, `^`, `` ` ``, `|`.
# Behaviour: literals are not looked at; only expressions are.
# Output seen: holds: "a b" and "<a>" are valid templates
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check uri-template==1.3.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
from uri_template import validate

if validate("{a b}"):
    raise SystemExit("changed: expressions are not checked")
texts = ["a b", "<a>"]
refused = [text for text in texts if not validate(text)]
if refused:
    raise SystemExit(f"changed: {refused} refused")
print('holds: "a b" and "<a>" are valid templates')
EOF
