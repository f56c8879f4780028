"""What must come back of a value that went through the generated code.

Apus normalises two things, and nothing else may differ:

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


def expected(document, schema, value):
    """`value` after a round trip."""
    schema = document.flat(schema)
    for keyword in ("oneOf", "anyOf"):
        if document.is_union(schema, keyword):
            return union(document, schema, schema[keyword], value)
    if isinstance(value, list):
        return elements_of(document, schema, value)
    if isinstance(value, dict):
        return members_of(document, schema, value)
    if isinstance(value, str) and is_flexible_number(schema):
        return float(value) if "number" in schema["type"] else json.loads(value)
    if isinstance(value, str) and schema.get("format") == "date-time":
        return Instant(value)
    return Single(value) if schema.get("format") == "float" and value is not None else value


def union(document, schema, members, value):
    discriminator = schema.get("discriminator")
    if discriminator and isinstance(value, dict):
        name = value.get(discriminator["propertyName"])
        target = discriminator.get("mapping", {}).get(name, name)
        members = [member for member in members if member["$ref"].rsplit("/", 1)[1] == str(target).rsplit("/", 1)[-1]]
    for member in members:
        if document.validator(member).is_valid(value) and is_of_format(document.flat(member), value):
            return expected(document, document.with_base(schema, member), value)
    return value


def is_of_format(schema, value):
    """Which of several formats a string has, as far as it matters here."""
    match schema.get("format"):
        case "date":
            return len(value) == 10
        case "date-time":
            return len(value) > 18 and value[10] in "T "
    return True


def elements_of(document, schema, value):
    prefix, items = schema.get("prefixItems", []), schema.get("items", None if "prefixItems" in schema else {})
    schemas = prefix + [items] * (len(value) - len(prefix)) if items is not None else prefix
    return [expected(document, member, item) for member, item in zip(schemas, value)]


def members_of(document, schema, value):
    properties, required = schema.get("properties", {}), schema.get("required", [])
    result = {}
    for key, member in properties.items():
        if key in value:
            result[key] = expected(document, member, value[key])
    for pattern, member in schema.get("patternProperties", {}).items():
        for key in value.keys() - properties.keys():
            if re.search(pattern, key):
                result[key] = expected(document, member, value[key])
    additional = schema.get("additionalProperties")
    if additional or "properties" not in schema:
        values = additional if isinstance(additional, dict) else {}
        for key in value.keys() - properties.keys():
            result.setdefault(key, expected(document, values, value[key]))
    for key in required:
        if key in value:
            result.setdefault(key, expected(document, {}, value[key]))
    return result


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
