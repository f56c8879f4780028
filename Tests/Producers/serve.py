"""serve.py FOLDER NAME PORT: one application of FOLDER on loopback, by the server that suits it."""

import importlib
import runpy
import sys

ASGI = {"fastapi": "app", "fast2": "app", "litestar": "app", "blacksheep": "app", "ravyn": "app"}
WSGI = {
    "apiflask": "app", "drf": "app", "drfd": "app", "ninja": "app", "fopenapi3": "app", "smorest": "app", "spectree": "app",
    "powertools": "wsgi",
}


def main(folder, name, port):
    sys.path.insert(0, folder)
    if name in ASGI:
        import uvicorn

        uvicorn.run(f"{name}_app:{ASGI[name]}", host="127.0.0.1", port=int(port), log_level="warning")
    elif name in WSGI:
        import waitress

        application = getattr(importlib.import_module(f"{name}_app"), WSGI[name])
        # A resolver of powertools answers one event at a time.
        threads = 1 if name == "powertools" else 4
        waitress.serve(application, host="127.0.0.1", port=int(port), threads=threads, _quiet=True)
    else:
        # It brings its own server.
        sys.argv = [f"{name}_app.py", port]
        runpy.run_path(f"{folder}/{name}_app.py", run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
