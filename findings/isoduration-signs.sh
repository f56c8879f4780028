#!/bin/sh
# isoduration 20.11.0, which python-jsonschema uses for `format: duration`, reads signs and fractions that RFC 3339 does not have.
#
# Expected: JSON Schema 2020-12 names RFC 3339, appendix A: "P" and whole numbers, no sign, no fraction.
# Behaviour: ISO 8601-2's extensions are read, so that jsonschema passes texts that other validators of the same schema refuse.
# Output seen: holds: -P1D and P1.5D are valid durations
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check isoduration==20.11.0 jsonschema==4.26.0
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import jsonschema

checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
schema = jsonschema.Draft202012Validator({"format": "duration"}, format_checker=checker)
if schema.is_valid("P1X"):
    raise SystemExit("changed: the format is not checked at all")
texts = ["-P1D", "P1.5D"]
refused = [text for text in texts if not schema.is_valid(text)]
if refused:
    raise SystemExit(f"changed: {refused} refused")
print("holds: -P1D and P1.5D are valid durations")
EOF
