"""What must come back of a value that went through the generated code.

Apus normalises four things, and nothing else may differ:

- a default stands in for an absent member;
- null for an optional member of a component that no request holds is left out, as absent;
- a text that stands for a number is that number;
- a member that no property names is dropped, unless `additionalProperties` or a pattern for it is declared; so is an
  element that no schema of a tuple describes.

Date-times are compared as instants, numbers by their value (of format `float`: in its precision) and strings by their
code points.
"""

import json
import re
import struct
from datetime import datetime, timezone

from values import is_flexible_number


def expected(document, schema, value, in_request, component=None):
    """`value` after a round trip. `in_request`: whether an inline schema is part of a request."""
    reference = schema.get("$ref")
    if reference:
        component = reference.rsplit("/", 1)[1]
    if component is not None:
        in_request = component in document.in_requests
    schema = document.flat(schema)
    for keyword in ("oneOf", "anyOf"):
        if document.is_union(schema, keyword):
            return union(document, schema, schema[keyword], value, in_request)
    if isinstance(value, list):
        return elements_of(document, schema, value, in_request)
    if isinstance(value, dict):
        return members_of(document, schema, value, in_request)
    if isinstance(value, str) and is_flexible_number(schema):
        return float(value) if "number" in schema["type"] else json.loads(value)
    if isinstance(value, str) and schema.get("format") == "date-time":
        return Instant(value)
    return Single(value) if schema.get("format") == "float" and value is not None else value


def union(document, schema, members, value, in_request):
    discriminator = schema.get("discriminator")
    if discriminator and isinstance(value, dict):
        name = value.get(discriminator["propertyName"])
        target = discriminator.get("mapping", {}).get(name, name)
        members = [member for member in members if member["$ref"].rsplit("/", 1)[1] == str(target).rsplit("/", 1)[-1]]
    for member in members:
        if document.validator(member).is_valid(value) and is_of_format(document.flat(member), value):
            return expected(document, document.with_base(schema, member), value, in_request)
    return value


def is_of_format(schema, value):
    """Which of several formats a string has, as far as it matters here."""
    match schema.get("format"):
        case "date":
            return len(value) == 10
        case "date-time":
            return len(value) > 18 and value[10] in "T "
    return True


def elements_of(document, schema, value, in_request):
    prefix, items = schema.get("prefixItems", []), schema.get("items", None if "prefixItems" in schema else {})
    schemas = prefix + [items] * (len(value) - len(prefix)) if items is not None else prefix
    return [expected(document, member, item, in_request) for member, item in zip(schemas, value)]


def members_of(document, schema, value, in_request):
    properties, required = schema.get("properties", {}), schema.get("required", [])
    result = {}
    for key, member in properties.items():
        if key in value:
            is_told = default_of(document, member, in_request) is not None
            if value[key] is None and not (in_request or is_told or key in required) and is_nullable(document, member):
                continue
            result[key] = expected(document, member, value[key], in_request)
        elif key not in required:
            default = default_of(document, member, in_request)
            if default is not None:
                result[key] = expected(document, member, default, in_request)
    for pattern, member in schema.get("patternProperties", {}).items():
        for key in value.keys() - properties.keys():
            if re.search(pattern, key):
                result[key] = expected(document, member, value[key], in_request)
    additional = schema.get("additionalProperties")
    if additional or "properties" not in schema:
        values = additional if isinstance(additional, dict) else {}
        for key in value.keys() - properties.keys():
            result.setdefault(key, expected(document, values, value[key], in_request))
    for key in required:
        if key in value:
            result.setdefault(key, expected(document, {}, value[key], in_request))
    return result


def default_of(document, member, in_request):
    resolved = document.resolved(member)
    return None if resolved.get("readOnly") and in_request else resolved.get("default")


def is_nullable(document, schema):
    schema = document.flat(schema)
    if isinstance(schema.get("type"), list) and "null" in schema["type"]:
        return True
    return any(is_nullable(document, member) or member == {"type": "null"} for member in schema.get("anyOf", []))


class Single(float):
    """A number in 32 bits."""

    def __new__(cls, value):
        return super().__new__(cls, struct.unpack("f", struct.pack("f", value))[0])


class Instant:
    def __init__(self, text):
        value = datetime.fromisoformat(text.replace("Z", "+00:00"))
        self.value = value if value.tzinfo else value.replace(tzinfo=timezone.utc)

    def __repr__(self):
        return f"Instant({self.value.isoformat()})"


def is_same(wanted, found):
    return difference(wanted, found) is None


def difference(wanted, found, path=""):
    """Where and how two values differ first: `/results/0/title: "a" instead of "b"`."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in wanted.keys() | found.keys():
            if key not in found or key not in wanted:
                return f"{path}/{key} is {'missing' if key in wanted else 'there'}"
        return first(difference(item, found[key], f"{path}/{key}") for key, item in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        pairs = enumerate(zip(wanted, found))
        return first(difference(item, other, f"{path}/{index}") for index, (item, other) in pairs)
    return None if is_same_scalar(wanted, found) else f"{path}: {found!r:.200} instead of {wanted!r:.200}"


def first(differences):
    return next((item for item in differences if item is not None), None)


def is_same_scalar(wanted, found):
    if isinstance(wanted, Instant):
        return isinstance(found, str) and wanted.value == Instant(found).value
    if isinstance(wanted, bool) or isinstance(found, bool) or wanted is None or found is None:
        return wanted is found
    if isinstance(wanted, (int, float)) and isinstance(found, (int, float)):
        return wanted == (Single(found) if isinstance(wanted, Single) else found)
    return type(wanted) is type(found) and not isinstance(wanted, (dict, list)) and wanted == found
