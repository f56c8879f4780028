"""make_cases.py DOCUMENT CASES [closed] [models]: what the generated code of a document is to be tried with.

`closed`: enumerations have no other values than those listed. `models`: no operations.

    models      JSON of a component: to be read and written again. `fate`: what reading it must come to:
                "read", "refused", or "either" as long as both codecs agree.
    properties  two values of a component: the second one's member `key` is to be read, and written into the first.
    operations  arguments and the answer of one call.
"""

import copy
import json
import sys

from openapi import Document
from values import Generator

PRESENCES = ["all", "none", "null", "some", "some", "some", "some"]


def main(document_path, cases_path, *options):
    document = Document(document_path)
    cases = {
        "models": list(models(document, is_closed="closed" in options)),
        "properties": list(properties(document)),
        "operations": [] if "models" in options else list(operations(document)),
    }
    for kind, list_of_cases in cases.items():
        for index, case in enumerate(list_of_cases):
            case["id"] = f"{kind}/{index}"
    with open(cases_path, "w", encoding="utf-8") as file:
        json.dump(cases, file, allow_nan=False)


# Models


def models(document, is_closed):
    for name, schema in document.schemas.items():
        generator = Generator(document, name)
        reference = {"$ref": f"#/components/schemas/{name}"}
        validator = document.validator(reference)
        for presence in PRESENCES * 2:
            yield model(generator, name, valid_value(generator, validator, reference, presence), "read")
        generator.spells_freely = True
        for _ in range(4):
            yield model(generator, name, valid_value(generator, validator, reference, "some"), "read")
        generator.spells_freely = False
        flat = document.flat(schema)
        is_union = any(document.is_union(flat, keyword) for keyword in ("oneOf", "anyOf"))
        if flat.get("type") == "object" and "properties" in flat and not is_union:
            yield from changed_objects(document, generator, name, flat, is_closed)
        if "enum" in flat:
            for value in flat["enum"]:
                yield model(generator, name, value, "read")
            if flat.get("type") == "string":
                fate = "refused" if is_closed or is_closed_enum(flat) else "read"
                yield model(generator, name, "no such case: é", fate)


def valid_value(generator, validator, schema, presence):
    """A drawn value may be one of two members of a `oneOf`, which is none; anything else shows a faulty generator."""
    values = [generator.value(schema, presence) for _ in range(50)]
    return next(value for value in values if validator.is_valid(value))


def changed_objects(document, generator, name, schema, is_closed):
    whole = generator.value({"$ref": f"#/components/schemas/{name}"}, "all")
    if not is_declared_open(schema):
        yield model(generator, name, {"": 1, "x-unknown": {"a": [None]}, **whole, "zzz": None}, "read")
    for key, member in schema["properties"].items():
        fate = "refused" if key in schema.get("required", []) and not document.may_lack(name, member) else "read"
        yield model(generator, name, {k: v for k, v in whole.items() if k != key}, fate)
        for wrong in (None, {"unexpected": True}, [[5]], "x" * 9, 2**63, 1.5, True):
            yield model(generator, name, {**whole, key: wrong}, "either")
        alternatives = [document.flat(item) for item in document.flat(member).get("anyOf", [member])]
        if any(isinstance(item.get("enum", [0])[0], str) for item in alternatives):
            fate = "refused" if is_closed or is_closed_enum(alternatives[0]) else "read"
            yield model(generator, name, {**whole, key: "no-such-case"}, fate)
    for wrong in (None, True, 0, "text", []):
        yield model(generator, name, wrong, "refused")


def is_closed_enum(schema):
    return schema.get("x-ms-enum", {}).get("modelAsString") is False


def is_declared_open(schema):
    return "patternProperties" in schema or schema.get("additionalProperties") not in (None, False)


def model(generator, name, value, fate):
    text = json.dumps(value, ensure_ascii=generator.random.random() < 0.5)
    return {"schema": name, "text": text, "fate": fate}


# Properties


def properties(document):
    for path in document.properties():
        name, key = path.split("/", 1)
        schema = document.flat(document.schemas[name])
        generator = Generator(document, path)
        reference = {"$ref": f"#/components/schemas/{name}"}
        base = generator.value(reference, "none")
        value = next(telling_values(generator, schema["properties"][key], [base.get(key)]), None)
        if value is None:  # a constant has no second value
            continue
        other = {**generator.value(reference, "all"), key: value}
        yield {"property": path, "base": json.dumps(base), "other": json.dumps(other)}


def telling_values(generator, schema, others):
    """Values that are none of `others` and not null."""
    for _ in range(200):
        value = generator.value(schema, "all")
        if value is not None and value not in others:
            yield value


# Operations


def operations(document):
    for operation in document.operations():
        generator = Generator(document, operation.name)
        statuses = list(operation.responses)
        for status in statuses:
            for presence in PRESENCES if status == "200" else PRESENCES[:2]:
                yield {
                    "operation": operation.name,
                    "status": int(status),
                    "parameters": parameters(generator, operation, presence),
                    "body": copy.deepcopy(body(generator, operation, presence)),
                    "answer": generator.value(operation.answer_schema(status), presence),
                }


def parameters(generator, operation, presence):
    values = {}
    for parameter in operation.parameters:
        if not parameter.get("required") and not generator.is_there({}, presence, 0):
            continue
        value = generator.value(parameter["schema"], presence if presence != "null" else "all")
        while value in (None, "") if parameter["in"] == "path" else value is None:
            value = generator.value(parameter["schema"], "all")
        values[f"{parameter['in']}/{parameter['name']}"] = value
    return values


def body(generator, operation, presence):
    """`{"json": value}`, `{"form": {name: value}}` or nothing."""
    if operation.form_schema() is not None:
        schema = generator.document.flat(operation.form_schema())
        return {"form": {key: part(generator, member) for key, member in schema["properties"].items()}}
    schema = operation.body_schema()
    if schema is None or not operation.body.get("required") and presence == "none":
        return {}
    return {"json": generator.value(schema, presence)}


def part(generator, schema):
    """The files of a part; other parts are plain values."""
    if schema.get("items", {}).get("format") != "binary":
        return generator.value(schema, "all")
    names = ["plain.txt", "a \"b\".txt", "naïve 😀.bin", None]
    return [
        {
            "filename": generator.random.choice(names),
            "contentType": generator.random.choice(["text/plain", "application/octet-stream", "image/png"]),
            "data": generator.random.choice(["", "AA==", "DQotLWFwdXMNCg==", "8J+YgA==", "/////w=="]),
        }
        for _ in range(generator.random.randint(1, 3))
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
