#!/bin/sh
# datamodel-code-generator 0.89.0 gives a date property a default of type str.
#
# Expected: `{type: string, format: date, default: "2020-01-01"}` is a `date` with a default that is a date.
# Behaviour: the default is the literal text; pydantic does not validate defaults, so the attribute is a str that has no `year`.
# Output seen: holds: day is '2020-01-01', a str
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check datamodel-code-generator==0.89.0 pydantic==2.14.3
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import json, pathlib, subprocess, sys

schema = {"title": "P", "type": "object", "properties": {"day": {"type": "string", "format": "date", "default": "2020-01-01"}}}
pathlib.Path("schema.json").write_text(json.dumps(schema))
command = [sys.executable, "-W", "ignore", "-m", "datamodel_code_generator", "--input", "schema.json", "--input-file-type", "jsonschema"]
subprocess.run(command + ["--output-model-type", "pydantic_v2.BaseModel", "--output", "models.py"], check=True, stderr=subprocess.DEVNULL)
sys.path.insert(0, ".")
import models

day = models.P().day
if not isinstance(day, str):
    raise SystemExit(f"changed: day is {day!r}")
print(f"holds: day is {day!r}, a {type(day).__name__}")
EOF
