"""Makes requests from the document of an application, and records what FastAPI answers: the files of a folder.

Usage: pip install fastapi httpx 'pydantic[email]'; python record.py app ../../../Fixtures/fastapi-constraints
                                                    python record.py seed ../../../Fixtures/update-conversation

answers.jsonl   a line a request: {"method", "path", "headers", "body", "status", "detail": [[type, loc, msg, input, ctx], ...]}
openapi.json    the application's document, unless the folder has one of its own

The requests are the same in every run. Answers of status 500 are left out: there FastAPI itself gives up.
"""

import importlib
import json
import os
import random
import sys
import urllib.parse
import warnings

warnings.simplefilter("ignore")
from fastapi.testclient import TestClient  # noqa: E402

from variants import TEXTS, Variants  # noqa: E402

APPLICATION = importlib.import_module(sys.argv[1])
DOCUMENT = APPLICATION.app.openapi()
VARIANTS = Variants(DOCUMENT)
RANDOM = random.Random(3)
MALFORMED = [
    "", " ", "{", "[", "{\"a\":", "{\"a\" 1}", "{\"a\":1,}", "{a:1}", "{'a':1}", "[1,]", "{\"a\":1}}", "{} x", "tru",
    "nul", "01", "1.", ".5", "+1", "-", "1e", "\"", "\"\\x\"", "\"\\u12\"", "\"a\tb\"", "\"a\nb\"", "[1 2]", "{\"a\":01}",
    "{\"é\":x}", "{,}", "//", "{\"a\":[1,{\"b\":}]}", " {\"a\" : tru} ", "[[[", "\"é", "{\"a\":1 \"b\":2}", "]", "}", "x",
]
DUPLICATES = ['{"value":1,"value":"x"}', '{"value":"x","value":1}']
PARAMETER_TEXTS = {
    "integer": ["0", "-1", "1", "5", "007", "+3", "1.0", "1.5", "1e1", "", "x", "true", "null", " 4 ", "1_0", "9" * 25, "٣"],
    "number": ["0", "0.5", "-0.5", "1", ".5", "5.", "1e-1", "x", "", "true", "null", "1,5", "+0.25", " 0.5 "],
    "boolean": ["true", "false", "True", "FALSE", "1", "0", "yes", "no", "on", "off", "t", "f", "y", "n", "", "x", "2", "null"],
}


def main(folder):
    if not os.path.exists(f"{folder}/openapi.txt"):
        with open(f"{folder}/openapi.json", "w") as file:
            json.dump(DOCUMENT, file, indent=1, ensure_ascii=False)
            file.write("\n")
    client = TestClient(APPLICATION.app, raise_server_exceptions=False)
    seen = set()
    with open(f"{folder}/answers.jsonl", "w") as file:
        for request in requests():
            key = json.dumps(request)
            if key in seen:
                continue
            seen.add(key)
            answer = answered(client, *request)
            if answer:
                file.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n")


def answered(client, method, path, headers, body):
    sent = {**headers, "content-type": "application/json"} if body is not None else headers
    response = client.request(method, path, headers=sent, content=body and body.encode())
    if response.status_code >= 500:
        return None
    result = {"method": method, "path": path, "headers": headers, "body": body, "status": response.status_code}
    if response.status_code == 422:
        # An entry without `ctx` is shorter.
        members = ("type", "loc", "msg", "input", "ctx")
        result["detail"] = [[entry[key] for key in members if key in entry] for entry in response.json()["detail"]]
    return {key: value for key, value in result.items() if value not in (None, {})}


def requests():
    for path, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            for parameters, body in inputs(operation):
                path_and_query, headers = placed(path, operation, parameters)
                yield method.upper(), path_and_query, {**headers, **getattr(APPLICATION, "KEY", {})}, body
    if hasattr(APPLICATION, "requests"):
        yield from APPLICATION.requests(written)


def inputs(operation):
    """Each: a text, several or none for every parameter, and a body."""
    parameters = operation.get("parameters", [])
    schema = body_schema(operation)
    usual = [VARIANTS.base(parameter["schema"]) for parameter in parameters]
    texts = [[text_of(value)] if parameter["required"] else [] for parameter, value in zip(parameters, usual)]
    body = written(VARIANTS.base(schema)) if schema else None
    yield texts, body
    yield [[text_of(value)] for value in usual], body
    choices = [parameter_values(parameter) for parameter in parameters]
    for position, values in enumerate(choices):
        for value in values:
            yield [*texts[:position], value, *texts[position + 1:]], body
    for _ in range(12 * len(parameters)):
        yield [RANDOM.choice(values) for values in choices], body
    if schema:
        for body in bodies(schema, bool(parameters)):
            yield texts, body
            if parameters:
                yield [RANDOM.choice(values) for values in choices], body


def bodies(schema, are_few):
    values = VARIANTS.all(schema)
    if are_few:
        values = values[:: max(len(values) // 20, 1)]
    for value in values:
        yield written(value)
    target = VARIANTS.resolve(schema)
    if target.get("properties"):
        inner = {key: VARIANTS.all(member, 1) for key, member in target["properties"].items()}
        for _ in range(25):
            keys = RANDOM.sample(list(inner), min(len(inner), RANDOM.randint(2, 5)))
            yield written({**VARIANTS.base(target), **{key: RANDOM.choice(inner[key]) for key in keys}})
    texts = MALFORMED if "Tree" in str(target) else RANDOM.sample(MALFORMED, 4)
    yield from texts
    yield from DUPLICATES


def body_schema(operation):
    return operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")


def written(value):
    return json.dumps(value, ensure_ascii=RANDOM.random() < 0.5)


def text_of(value):
    return json.dumps(value) if not isinstance(value, str) else value


def parameter_values(parameter):
    """Lists of texts: none, one, or several of one name."""
    schema = VARIANTS.resolve(parameter["schema"])
    members = [VARIANTS.resolve(member) for member in schema.get("anyOf", [schema])]
    texts = [text for member in members for text in member_texts(member)]
    if parameter["in"] == "header":
        texts = [text.strip() for text in texts if text.isascii() and text.isprintable()]
    if parameter["in"] == "cookie":
        texts = [text for text in texts if text.isascii() and text.isprintable() and text and not set(text) & set(' ",;\\{}')]
    if parameter["in"] == "path":
        return [[text] for text in texts if text and "/" not in text and text not in (".", "..")]
    values = [[text] for text in texts] + [[]]
    if parameter["in"] == "query":
        values += [[texts[0], texts[-1]], texts[:2], texts[:3]]
    return values


def member_texts(schema):
    kind = schema.get("type")
    if kind == "array":
        return member_texts(schema["items"])
    values = [text_of(value) for value in VARIANTS.all(schema, 5) if not isinstance(value, (list, dict))]
    return values + PARAMETER_TEXTS.get(kind, [])


def placed(path, operation, texts):
    query, headers, cookies = [], {}, []
    for parameter, values in zip(operation.get("parameters", []), texts):
        name = parameter["name"]
        for value in values:
            if parameter["in"] == "path":
                path = path.replace("{%s}" % name, urllib.parse.quote(value, safe=""))
            elif parameter["in"] == "query":
                query.append((name, value))
            elif parameter["in"] == "header":
                headers[name] = value
            else:
                cookies.append(f"{name}={value}")
    if cookies:
        headers["cookie"] = "; ".join(cookies)
    return path + ("?" + urllib.parse.urlencode(query) if query else ""), headers


if __name__ == "__main__":
    assert TEXTS
    main(sys.argv[2])
