"""The calls of a document: for each operation one with all that may be said, one with what must be, and those of calls.json.

A call of calls.json has `arguments` of its own beside those that must be, a `change` of the body's members, and the `status`
that answers it.

Values are drawn from the schemas, the same in every run, and are of the plainer sort: how a framework takes the rest is no
question of the wire.
"""

import base64
import re
import uuid
from datetime import datetime, timezone

import values
from values import Generator

TEXTS = {
    "path": ["plain", "two words", "e=mc2", "é"],
    "query": ["plain", "a b&c=d+e", "100%", "日本語", "x,y"],
    "header": ["plain", "two words", "a=b; c"],
    "cookie": ["plain", "a-b.c", "token1"],
    "body": ["plain", "a b&c=d+e", "quoted \" \\ text", "日本語 😀", "100%"],
}
# One of these is what a pattern asks for.
MATCHES = [
    "1.5", "10.25", "12", "abc", "ab1", "123-ABC", "a_b", "2024-01-02", "AB12", "-1.5", "0", "password",
    "Wed, 02 Oct 2002 13:00:00 GMT",
]


class Drawer(Generator):
    def __init__(self, document, seed, place="body", is_form=False):
        super().__init__(document, seed)
        self.texts = TEXTS[place]
        self.is_form = is_form

    def string_value(self, schema, *_):
        least, most = schema.get("minLength", 0), schema.get("maxLength", 10**6)
        match schema.get("format"):
            case "date-time":
                return datetime(2024, 2, 29, 12, 30, self.random.randrange(60), tzinfo=timezone.utc).isoformat().replace("+00:00", "Z")
            case "date":
                return self.random.choice(["2024-02-29", "2025-03-09"])
            case "time":
                return self.random.choice(["12:34:56", "08:30:15.25"])
            case "duration":
                return self.random.choice(["PT1H30M", "P1DT2H"])
            case "uuid":
                return str(uuid.UUID(int=self.random.getrandbits(128), version=4))
            case "email":
                return "jane@example.com"
            case "uri" | "url":
                return "https://example.com/a?b=c"
            case "ipv4":
                return "192.0.2.1"
            case "ipv6":
                return "2001:db8::1"
            case "binary":
                return "abc"
        if "pattern" in schema:
            fits = [text for text in MATCHES if re.search(schema["pattern"], text) and least <= len(text) <= most]
            return self.random.choice(fits) if fits else "plain"[:most]
        if schema.get("format") == "base64":
            return "aGVsbG8="
        if schema.get("contentEncoding") == "base64" or schema.get("format") == "byte":
            return super().string_value(schema)
        fits = [text for text in self.texts if least <= len(text) <= most]
        return self.random.choice(fits) if fits else ("ab" * least)[: max(least, 1)][:most]

    def integer_value(self, schema, *_):
        # Django and Flask take no signs in paths.
        low, high = schema.get("minimum", 0 if self.texts is TEXTS["path"] else -5), schema.get("maximum", 40)
        low = max(low, schema.get("exclusiveMinimum", low - 1) + 1)
        high = min(high, schema.get("exclusiveMaximum", high + 1) - 1)
        return self.random.randint(int(low), max(int(low), int(high)))

    def number_value(self, schema, *_):
        if "multipleOf" in schema:
            return super().number_value(schema)
        low, high = schema.get("minimum", schema.get("exclusiveMinimum", -2)), schema.get("maximum", 50)
        return self.random.choice([low + 0.5, (low + high) / 2])

    def any_value(self, *_):
        return self.random.choice([True, 7, "text", ["a", 1], {"a": {"b": None}}])

    def choice(self, schema, members, presence, depth):
        value = super().choice(schema, members, presence, depth)
        # What a member says of its tag counts more than a mapping that leads nowhere.
        tag = schema.get("discriminator", {}).get("propertyName")
        said = [self.document.flat(member).get("properties", {}).get(tag, {}).get("const") for member in members]
        if tag and isinstance(value, dict) and None not in said and value.get(tag) not in said:
            value = super().choice({key: schema[key] for key in schema if key != "discriminator"}, members, "all", depth)
        return value

    def object_value(self, schema, presence, depth):
        properties = {
            key: member for key, member in schema.get("properties", {}).items() if not self.document.flat(member).get("readOnly")
        }
        required = [key for key in schema.get("required", []) if key in properties or key not in schema.get("properties", {})]
        return super().object_value({**schema, "properties": properties, "required": required}, presence, depth)

    def array_value(self, schema, presence, depth):
        # A form cannot say that a list is empty, which a client refuses to send where it is required.
        return super().array_value({"minItems": 1, **schema} if self.is_form and depth == 1 else schema, presence, depth)

    def keys(self, schema, presence):
        names = schema.get("propertyNames")
        if names or presence == "none":
            return super().keys(schema, presence)
        # Documents do not say that keys are numbers, which some are.
        return ["7", "12"]


def calls(document, extras, names):
    """`names`: what members and parameters of these names stand for, where documents say less than applications demand."""
    for operation in document.operations():
        for presence in ("all", "none"):
            yield drawn(document, operation, presence, names)
        for extra in extras.get(operation.name, []):
            call = drawn(document, operation, extra.get("presence", "none"), names)
            arguments = {**call["arguments"], **extra.get("arguments", {})}
            if "change" in extra:
                arguments["body"] = {**arguments["body"], **extra["change"]}
            yield {**call, **extra, "arguments": arguments}


def drawn(document, operation, presence, names):
    arguments = {}
    for parameter in operation.parameters:
        if parameter["in"] not in TEXTS or presence == "none" and not is_required(parameter):
            continue
        schema = parameter.get("schema") or next(iter(parameter.get("content", {}).values()), {}).get("schema", {})
        drawer = Drawer(document, operation.name + parameter["name"], parameter["in"])
        value = valid(document, drawer, schema, presence if presence == "all" else "some")
        # `null` cannot be told from a text in a parameter, and an empty list not from none.
        value = named(parameter["name"], value, names)
        if value not in (None, []):
            arguments[f"{parameter['in']} {parameter['name']}"] = value
        elif is_required(parameter):
            arguments[f"{parameter['in']} {parameter['name']}"] = valid(document, drawer, schema, "all")
    media_type, media = content(operation)
    if media is not None and (presence == "all" or operation.body.get("required")):
        drawer = Drawer(document, operation.name, is_form=body_feature(media_type) in ("form", "multipart"))
        is_text = body_feature(media_type) != "bytes" or media_type.startswith("text/")
        is_packed = media_type == "application/x-msgpack"
        schema = media.get("schema", {}) if is_text or is_packed else {"type": "string", "format": "binary"}
        body = meant(valid(document, drawer, schema, presence), names)
        arguments["body"] = packed(body) if is_packed else body
    return {"operation": operation.name, "arguments": arguments, "presence": presence}


def packed(value):
    """As MessagePack, which the framework that wants it brings along; bytes as the driver is told of them."""
    from msgspec import msgpack

    return "base64:" + base64.b64encode(msgpack.encode(value)).decode()


def meant(value, names):
    if isinstance(value, list):
        return [meant(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: named(key, meant(item, names), names) for key, item in value.items()}


def named(name, value, names):
    return names[name] if name in names and type(names[name]) is type(value) else value


def body_feature(media_type):
    if media_type.endswith("json"):
        return "json"
    return {"application/x-www-form-urlencoded": "form", "multipart/form-data": "multipart"}.get(media_type, "bytes")


def is_required(parameter):
    return parameter.get("required", False) or parameter["in"] == "path"


def content(operation):
    """What a client sends: JSON if it may."""
    contents = operation.body.get("content", {})
    kinds = sorted(contents, key=lambda kind: not kind.endswith("json"))
    return (kinds[0], contents[kinds[0]]) if kinds else (None, None)


def valid(document, drawer, schema, presence):
    validator = document.validator(schema)
    for _ in range(80):
        value = drawer.value(schema, presence)
        if validator.is_valid(value):
            return value
    return value


assert values.STRINGS
