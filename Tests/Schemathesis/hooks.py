"""What schemathesis is told beyond the documents: HTTP's own refusals, which few documents declare, and what it takes for a
failure of the server although it is none. Each kind is a line of `EXCUSED`, with its reason.
"""
import atexit
import re

import schemathesis

REFUSALS = {
    "401": "Unauthorized", "404": "Not Found", "405": "Method Not Allowed", "413": "Content Too Large",
    "415": "Unsupported Media Type",
}
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# The failure, what it says and what the server answered, and why the server is right.
EXCUSED = [
    ("RejectedPositiveData", r"out of the range of Int", "an integer without a format is an Int in Swift, of 64 bits"),
    ("RejectedPositiveData", r'"int_type"', "strict pydantic, whose answers a FastAPI document asks for, refuses 8.0"),
    ("RejectedPositiveData", r"special-use or reserved name", "pydantic's EmailStr refuses them"),
    ("RejectedPositiveData", r'"bool_parsing","loc":\["(header|cookie|query)"', "null has no form in a header: `null` is text"),
    ("AcceptedNegativeData", r"in (cookie|header) - object with unexpected properties", "HTTP adds its own"),
    ("AcceptedNegativeData", r"in path - incorrect type|in query - violates `format`", "pydantic reads digits as a time"),
]
# In a multipart body a list without elements is no part at all, and what a part holds are bytes, which no type is wrong for.
WRONG_TYPE = re.compile("Incorrect type|violates `type`")

requests = 0


@schemathesis.hook
def before_load_schema(context, raw_schema):
    for item in raw_schema["paths"].values():
        for method in METHODS:
            if method in item:
                for status, description in REFUSALS.items():
                    item[method]["responses"].setdefault(status, {"description": description})


@schemathesis.hook
def filter_failure(context, failure, case, response):
    kind, text = type(failure).__name__, f"{failure} {failure.message} {response.text}"
    # An empty parameter, as a link may make it, makes the URL of another operation.
    if any(value in ("", ".", "..") for value in (case.path_parameters or {}).values()):
        return False
    if case.media_type == "multipart/form-data":
        parts = case.body.values() if isinstance(case.body, dict) else []
        if kind == "RejectedPositiveData" and [] in parts:
            return False
        if kind == "AcceptedNegativeData" and WRONG_TYPE.search(text):
            return False
    return not any(kind == excused and re.search(pattern, text) for excused, pattern, _ in EXCUSED)


@schemathesis.hook
def after_call(context, case, response):
    global requests
    requests += 1


atexit.register(lambda: print(f"{requests} requests"))
