#!/bin/sh
# django-ninja 1.7.1 documents bytes in an answer as a string, and cannot write them.
#
# Expected: a model that a schema is documented for can be answered with.
# Behaviour: the document has {"type": "string", "format": "binary"}; the answer fails with a TypeError while JSON is written, as the
# model is dumped with its bytes.
# Output seen: holds: documented as 'string', answered with TypeError
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Django==5.2.19 django-ninja==1.7.1 pydantic==2.14.3
"$folder/venv/bin/python" - <<'EOF'
import django
from django.conf import settings

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="any")
django.setup()
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402
from ninja import NinjaAPI, Schema  # noqa: E402


class Blob(Schema):
    data: bytes


api = NinjaAPI()


@api.get("/blob", response=Blob)
def blob(request):
    return {"data": b"abc"}


urlpatterns = [path("", api.urls)]
documented = api.get_openapi_schema()["components"]["schemas"]["Blob"]["properties"]["data"]["type"]
try:
    answered = f"{Client().get('/blob').status_code}"
except TypeError:
    answered = "TypeError"
seen = f"documented as {documented!r}, answered with {answered}"
if (documented, answered) != ("string", "TypeError"):
    raise SystemExit(f"changed: {seen}")
print(f"holds: {seen}")
EOF
