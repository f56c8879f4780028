#!/bin/sh
# msgspec 0.21.1 reads `Literal[1, "a"]`, and cannot describe it.
#
# Expected: msgspec.json.schema gives {"enum": [...]} for a type that msgspec.json.decode reads.
# Behaviour: the values are sorted, which Python cannot do with integers and strings, so that the document of a whole application
# that uses the type is a TypeError.
# Output seen: holds: decode reads "a"; schema raises TypeError: '<' not supported between instances of 'str' and 'int'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check msgspec==0.21.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
from typing import Literal
import msgspec

mixed = Literal[1, "a"]
value = msgspec.json.decode(b'"a"', type=mixed)
try:
    schema = msgspec.json.schema(mixed)
except TypeError as error:
    print(f'holds: decode reads "{value}"; schema raises TypeError: {error}')
else:
    raise SystemExit(f"changed: {schema}")
EOF
