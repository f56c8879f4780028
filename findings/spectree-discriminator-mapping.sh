#!/bin/sh
# spectree 3.0.0 documents the mapping of a discriminator with references to schemas that the document does not have.
#
# Expected: the values of `mapping` name schemas (OpenAPI 3.1, "Discriminator Object"), as those of `oneOf` beside it do.
# Behaviour: the schemas of a model's members are renamed after the model, and `oneOf` with them; `mapping` keeps the old names.
# Output seen: holds: of 2 targets of the mapping, 0 exist; of 2 members of oneOf, 2 exist
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check spectree==3.0.0 Flask==3.1.3 pydantic==2.14.3
"$folder/venv/bin/python" - <<'EOF'
from typing import Annotated, Literal, Union

from flask import Flask
from pydantic import BaseModel, Field
from spectree import SpecTree


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]


class Home(BaseModel):
    pet: Annotated[Union[Cat, Dog], Field(discriminator="kind")]


spec, app = SpecTree("flask"), Flask(__name__)


@app.post("/home")
@spec.validate()
def home(json: Home):
    return {}


spec.register(app)
with app.app_context():
    schemas = spec.spec["components"]["schemas"]
pet = next(schema for schema in schemas.values() if "pet" in schema.get("properties", {}))["properties"]["pet"]
targets = list(pet["discriminator"]["mapping"].values())
members = [member["$ref"] for member in pet["oneOf"]]
exist = [sum(target.rsplit("/", 1)[-1] in schemas for target in found) for found in (targets, members)]
seen = f"of {len(targets)} targets of the mapping, {exist[0]} exist; of {len(members)} members of oneOf, {exist[1]} exist"
if exist != [0, 2]:
    raise SystemExit(f"changed: {seen}")
print(f"holds: {seen}")
EOF
