"""What schemathesis is told beyond the documents: HTTP's own refusals, which few documents declare, and what it takes for a
failure of the server although it is none. Each kind is a line of `EXCUSES`, with its reason; how often each was taken is
printed at the end, and `APUS_EXCUSED=file` writes down what for.
"""
import atexit
import os
import re
from collections import Counter

import schemathesis
from hypothesis import strategies

# Of mail addresses pydantic refuses those with reserved domains, which schemathesis makes by itself.
schemathesis.openapi.format("email", strategies.from_regex(r"[a-z0-9]{1,9}@[a-z]{2,9}\.(com|org)", fullmatch=True))

REFUSALS = {
    "401": "Unauthorized", "404": "Not Found", "405": "Method Not Allowed", "413": "Content Too Large",
    "415": "Unsupported Media Type",
}
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def any_case(case):
    return True


def has_whole_float(case):
    def has(value):
        if isinstance(value, (list, tuple)):
            return any(map(has, value))
        return any(map(has, value.values())) if isinstance(value, dict) else isinstance(value, float) and value % 1 == 0
    return has(case.body)


def is_multipart(case):
    return case.media_type == "multipart/form-data"


def has_empty_list(case):
    return is_multipart(case) and isinstance(case.body, dict) and [] in case.body.values()


# The failure, what it and the answer say, the request, and why the server is right.
EXCUSES = [
    ("RejectedPositiveData", r"out of the range of Int", any_case,
     "an integer without a format is an Int in Swift, of 64 bits"),
    ("RejectedPositiveData", r'"int_type"', has_whole_float,
     "strict pydantic, whose answers a FastAPI document asks for, refuses 8.0"),
    ("RejectedPositiveData", r'"bool_parsing","loc":\["(header|cookie|query)"', any_case,
     "null has no form in a header: `null` is text"),
    ("AcceptedNegativeData", r"in (cookie|header) - object with unexpected properties", any_case,
     "HTTP has header fields and cookies of its own"),
    ("AcceptedNegativeData", r"in path - incorrect type|in query - violates `format`", any_case,
     "pydantic reads digits as a time"),
    ("RejectedPositiveData", r"", has_empty_list, "in a form of parts a list without elements is no part at all"),
    ("AcceptedNegativeData", r"Incorrect type|violates `type`", is_multipart,
     "what a part holds are bytes, which no type is wrong for"),
    ("RejectedPositiveData", r'"uuid_(parsing|version)"', any_case,
     "uuid4 is a format of pydantic's, which schemathesis does not know"),
]

requests = 0
taken = Counter()


@schemathesis.hook
def before_load_schema(context, raw_schema):
    for item in raw_schema["paths"].values():
        for method in METHODS:
            if method in item:
                for status, description in REFUSALS.items():
                    item[method]["responses"].setdefault(status, {"description": description})


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """False for what is no failure of the server."""
    kind, text = type(failure).__name__, f"{failure} {failure.message} {response.text}"
    for excused, pattern, holds, reason in EXCUSES:
        if excused == kind and re.search(pattern, text) and holds(case):
            taken[reason] += 1
            note(f"{reason}\n    {case.method} {case.path} {case.path_parameters} {case.query} {case.body!r}\n    {text}")
            return False
    return True


def note(text):
    if "APUS_EXCUSED" in os.environ:
        with open(os.environ["APUS_EXCUSED"], "a", encoding="utf-8") as file:
            print(text[:2000], file=file)


@schemathesis.hook
def after_call(context, case, response):
    global requests
    requests += 1


@atexit.register
def summary():
    for reason, count in taken.most_common():
        print(f"excused {count}: {reason}")
    print(f"{requests} requests")
