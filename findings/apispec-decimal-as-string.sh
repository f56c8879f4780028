#!/bin/sh
# apispec 6.10.1 with marshmallow 4.4.0 documents a decimal that is written as a string as a number.
#
# Expected: `Decimal(as_string=True)`, which writes "1.50", is documented as a string (OpenAPI 3.1, "Schema Object").
# Behaviour: the schema is {"type": "number"}; no answer with the field is valid by its own document.
# Output seen: holds: '1.50' is written, of the type 'number'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check apispec==6.10.1 marshmallow==4.4.0
"$folder/venv/bin/python" - <<'EOF'
from decimal import Decimal

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema, fields


class Offer(Schema):
    price = fields.Decimal(places=2, as_string=True)


spec = APISpec("Shop", "1", "3.1.0", plugins=[MarshmallowPlugin()])
spec.components.schema("Offer", schema=Offer)
documented = spec.to_dict()["components"]["schemas"]["Offer"]["properties"]["price"].get("type")
written = Offer().dump({"price": Decimal("1.5")})["price"]
if (documented, written) != ("number", "1.50"):
    raise SystemExit(f"changed: {written!r} is written, of the type {documented!r}")
print(f"holds: {written!r} is written, of the type {documented!r}")
EOF
