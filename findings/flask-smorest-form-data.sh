#!/bin/sh
# flask-smorest 0.47.0 documents files beside a form as parameters in `formData`, which OpenAPI 3 does not have.
#
# Expected: a parameter is in `query`, `header`, `path` or `cookie` (OpenAPI 3.0.3, "Parameter Object"); files and fields that one
# operation takes are one body of multipart/form-data.
# Behaviour: with `arguments(..., location="files")` and `arguments(..., location="form")` on one view, the files are parameters of
# Swagger 2.0, and the body is application/x-www-form-urlencoded. The view reads both from multipart/form-data.
# Output seen: holds: file is in 'formData'; the body is ['application/x-www-form-urlencoded']
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check flask-smorest==0.47.0 marshmallow==4.4.0 Flask==3.1.3
"$folder/venv/bin/python" - <<'EOF'
import marshmallow as ma
from flask import Flask
from flask_smorest import Api, Blueprint
from flask_smorest.fields import Upload


class Files(ma.Schema):
    file = Upload(required=True)


class Note(ma.Schema):
    note = ma.fields.String()


app = Flask(__name__)
app.config.update(API_TITLE="Notes", API_VERSION="1", OPENAPI_VERSION="3.0.3")
api, blueprint = Api(app), Blueprint("notes", "notes")


@blueprint.route("/notes", methods=["POST"])
@blueprint.arguments(Files, location="files")
@blueprint.arguments(Note, location="form")
@blueprint.response(200)
def add(files, form):
    return ""


api.register_blueprint(blueprint)
operation = api.spec.to_dict()["paths"]["/notes"]["post"]
places = {parameter["name"]: parameter["in"] for parameter in operation.get("parameters", [])}
bodies = list(operation["requestBody"]["content"])
seen = f"file is in {places.get('file')!r}; the body is {bodies}"
if (places.get("file"), bodies) != ("formData", ["application/x-www-form-urlencoded"]):
    raise SystemExit(f"changed: {seen}")
print(f"holds: {seen}")
EOF
