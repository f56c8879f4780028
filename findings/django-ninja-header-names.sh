#!/bin/sh
# django-ninja 1.7.1 documents a header parameter by the name of the function's argument, underscores and all.
#
# Expected: a parameter's `name` is the header field's (OpenAPI 3.1, "Parameter Object"): who sends `x_token` is understood.
# Behaviour: the parameter is read from `x-token`. Under `x_token` it is None, as WSGI servers drop such fields, and an array
# is refused in either form: it has to be one of several fields, of which Django keeps one.
# Output seen: holds: 'x_token' is documented; x_token is read as None, x-token as 'abc'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Django==5.2.19 django-ninja==1.7.1 waitress==3.0.2 httpx==0.28.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import threading
from typing import Optional

import django
import httpx
import waitress
from django.conf import settings

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="any")
django.setup()
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import path  # noqa: E402
from ninja import Header, NinjaAPI  # noqa: E402

api = NinjaAPI()


@api.get("/header")
def header(request, x_token: Optional[str] = Header(None)):
    return {"token": x_token}


urlpatterns = [path("", api.urls)]
server = waitress.create_server(get_wsgi_application(), host="127.0.0.1", port=0)
threading.Thread(target=server.run, daemon=True).start()
base = f"http://127.0.0.1:{server.effective_port}"
documented = httpx.get(f"{base}/openapi.json").json()["paths"]["/header"]["get"]["parameters"][0]["name"]
read = [httpx.get(f"{base}/header", headers={name: "abc"}).json()["token"] for name in (documented, "x-token")]
if (documented, *read) != ("x_token", None, "abc"):
    raise SystemExit(f"changed: {documented!r} is documented; read are {read}")
print(f"holds: {documented!r} is documented; x_token is read as {read[0]}, x-token as {read[1]!r}")
EOF
