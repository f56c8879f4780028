#!/bin/sh
# msgspec 0.21.1 documents a timedelta as {"type": "string", "format": "duration"} and refuses weeks.
#
# Expected: JSON Schema's duration is RFC 3339, appendix A, where P1W is seven days, a length that a timedelta can hold exactly.
# Behaviour: only the units D, H, M and S are read. A client that writes durations by the format gets an error for valid values.
# Output seen: holds: {'type': 'string', 'format': 'duration'} for timedelta, and "P1W" is refused: Only units 'D', 'H', 'M', and 'S' are supported when parsing ISO8601 durations
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check msgspec==0.21.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
from datetime import timedelta
import msgspec

schema = msgspec.json.schema(timedelta)
try:
    value = msgspec.json.decode(b'"P1W"', type=timedelta)
except msgspec.ValidationError as error:
    print(f'holds: {schema} for timedelta, and "P1W" is refused: {error}')
else:
    raise SystemExit(f'changed: "P1W" is {value!r}')
EOF
