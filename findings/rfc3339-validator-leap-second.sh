#!/bin/sh
# rfc3339-validator 0.1.4, which python-jsonschema uses for `format: date-time`, refuses leap seconds.
#
# Expected: RFC 3339, section 5.8, gives 1990-12-31T23:59:60Z as an example; JSON Schema's suite has it as valid.
# Behaviour: the text is handed to Python's datetime, which has no second 60.
# Output seen: holds: 1990-12-31T23:59:60Z is refused by rfc3339-validator and by jsonschema's format checker
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rfc3339-validator==0.1.4 jsonschema==4.26.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import jsonschema
from rfc3339_validator import validate_rfc3339

text = "1990-12-31T23:59:60Z"
checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
schema = jsonschema.Draft202012Validator({"format": "date-time"}, format_checker=checker)
if validate_rfc3339(text) or schema.is_valid(text) or not schema.is_valid("1990-12-31T23:59:59Z"):
    raise SystemExit(f"changed: {text} is valid")
print(f"holds: {text} is refused by rfc3339-validator and by jsonschema's format checker")
EOF
