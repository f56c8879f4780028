"""Values of schemas, drawn at random but the same in every run."""

import base64
import random
import re
import struct
import uuid
from datetime import datetime, timedelta, timezone

STRINGS = [
    "", " ", "plain", "null", "true", "0", "a/b c?é", "%2F%25", "+&=#;,", "\"quoted\" \\back\\slash/",
    "\u0000\u0001\u001f\u007f", "line\nbreak\r\n\ttab", "e\u0301 \u00e9", "👩‍👩‍👧 😀 \U0010ffff",
    "\u2028\u2029\u202e\ufeff", "日本語 עברית", "x" * 300, "\\u0041", "</script>", "'; DROP TABLE--", "$(x) \\(y) {{z}}",
]
INTEGERS = [0, 1, -1, 42, 2**31 - 1, -(2**31), 2**53 + 1, 2**63 - 1, -(2**63)]
NUMBERS = [0, 1, -1.5, 0.1, 1e300, 5e-324, 1.7976931348623157e308, -2.2250738585072014e-308, 123456789.123, 2**53]
ANYTHING = [
    None, True, False, 0, -7, 2**63, 2**64 - 1, 0.25, 1e21, "text", "", [], {}, [None, [1, [2.5, "x"]]],
    {"a": None, "": {"b": [True]}, "key with spaces": "é"},
]
RANGES = {f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)}
RANGES |= {f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)} | {"uint": (0, 2**64 - 1)}
DECIMALS = [0, 1, -1.5, 0.1, 123456789.123, 2**53, 10**20]
DAYS = ["1970-01-01", "2024-02-29", "0001-01-01", "9999-12-31", "2025-03-09"]
TIMES = ["00:00:00", "23:59:59Z", "12:34:56.789+01:00", "08:30:15.250001-05:30", "12:00:00.000000001Z", "23:59:60Z"]
URLS = ["https://example.com/a%20b?c=d#e", "urn:isbn:0451450523", "HTTP://[::1]:80/x", "mailto:a@example.com"]
REFERENCES = URLS + ["", "../a;b", "?q", "#f", "//host/p"]


# A key for each pattern of the fixtures.
KEYS = {"^x-": "x-colour", "^y-": "y-", "^n-": "n-1", "^[A-Z]{3}$": "EUR"}


def is_flexible_number(schema):
    """Whether a text of the schema spells a number, as in what ASP.NET writes."""
    types = schema.get("type")
    return isinstance(types, list) and "string" in types and schema.get("pattern", "").startswith("^-?(?:0")


class Generator:
    """`presence`: whether optional members are there: "all", "none", "null" (where null is allowed) or "some"."""

    def __init__(self, document, seed):
        self.document = document
        self.random = random.Random(seed)
        # Whether integers may be written as 42.0 and date-times without an offset, which then are UTC.
        self.spells_freely = False

    def value(self, schema, presence="some", depth=0):
        schema = self.document.flat(schema)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        for keyword in ("oneOf", "anyOf"):
            if self.document.is_union(schema, keyword):
                return self.choice(schema, schema[keyword], presence, depth)
        types = schema.get("type", "object" if "properties" in schema else None)
        types = types or ("array" if "prefixItems" in schema else None)
        kind = self.random.choice(types) if isinstance(types, list) else types
        return getattr(self, f"{kind}_value" if kind else "any_value")(schema, presence, depth)

    def choice(self, schema, members, presence, depth):
        values = [member for member in members if member.get("type") != "null"]
        if len(values) < len(members) and (presence == "null" or presence == "some" and self.random.random() < 0.25):
            return None
        member = self.random.choice(values)
        value = self.value(self.document.with_base(schema, member), presence, depth)
        discriminator = schema.get("discriminator")
        if discriminator:
            component = member["$ref"].rsplit("/", 1)[1]
            targets = {target.rsplit("/", 1)[-1]: name for name, target in discriminator.get("mapping", {}).items()}
            value[discriminator["propertyName"]] = targets.get(component, component)
        return value

    # The types of JSON Schema.

    def null_value(self, *_):
        return None

    def any_value(self, *_):
        return self.random.choice(ANYTHING)

    def boolean_value(self, *_):
        return self.random.random() < 0.5

    def string_value(self, schema, *_):
        least, most = schema.get("minLength", 0), schema.get("maxLength", 10**6)
        match schema.get("format"):
            case "date-time":
                return self.instant()
            case "uuid":
                return str(uuid.UUID(int=self.random.getrandbits(128)))
            case "date":
                return self.random.choice(DAYS)
            case "time":
                return self.random.choice(TIMES)
            case "day":
                return self.random.choice(DAYS)
            case "duration":
                return self.random.choice(["PT1H30M", "PT0S", "-PT5S", "PT26H1M0.25S"])
            case "uri":
                return self.random.choice(URLS)
            case "uri-reference":
                return self.random.choice(REFERENCES)
            case "byte":
                return base64.b64encode(self.random.randbytes(self.random.randrange(20))).decode()
        if schema.get("contentEncoding") == "base64":
            return base64.b64encode(self.random.randbytes(self.random.randrange(20))).decode()
        if is_flexible_number(schema):
            is_integer = "integer" in schema["type"]
            return str(self.integer_value(schema) if is_integer else self.number_value(schema))
        if "pattern" in schema:
            return "plain"[:most]
        text = self.random.choice([text for text in STRINGS if least <= len(text)])
        return text[:most]

    def instant(self):
        minutes = self.random.choice([0, 330, -480])
        zone = timezone(timedelta(minutes=minutes))
        seconds = self.random.choice([0, -1, 951782400, self.random.randrange(-(2**32), 2**32)])
        value = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
        value = value.replace(microsecond=1000 * self.random.choice([0, 0, 1, 250, 999])).astimezone(zone)
        if self.spells_freely:
            return value.replace(tzinfo=None).isoformat(self.random.choice("T "))
        return value.isoformat().replace("+00:00", self.random.choice(["Z", "+00:00"]))

    def integer_value(self, schema, *_):
        low, high = RANGES.get(schema.get("format"), (-(2**63), 2**63 - 1))
        low, high = max(low, schema.get("minimum", low)), min(high, schema.get("maximum", high))
        value = self.random.choice([value for value in INTEGERS + [low, high] if low <= value <= high])
        return float(value) if self.spells_freely and abs(value) < 2**53 else value

    def number_value(self, schema, *_):
        values = [value for value in NUMBERS if value > schema.get("exclusiveMinimum", float("-inf"))]
        if "multipleOf" in schema:
            values = [schema["multipleOf"] * factor for factor in (1, 3, 1000)]
        values = [value for value in values if schema.get("minimum", value) <= value <= schema.get("maximum", value)]
        if schema.get("format") == "decimal":
            values = DECIMALS
        value = self.random.choice(values)
        if schema.get("format") != "float":
            return value
        return struct.unpack("f", struct.pack("f", value))[0] if abs(value) < 1e38 else 0.5

    def array_value(self, schema, presence, depth):
        if "prefixItems" in schema:
            return self.tuple_value(schema, presence, depth)
        if depth > 5:
            return []
        least, most = schema.get("minItems", 0), min(schema.get("maxItems", 3), 3)
        count = max(least, {"all": min(2, most), "none": 0}.get(presence, self.random.randint(0, most)))
        values = [self.value(schema.get("items", {}), presence, depth + 1) for _ in range(count)]
        if not schema.get("uniqueItems"):
            return values
        return [value for index, value in enumerate(values) if value not in values[:index]]

    def tuple_value(self, schema, presence, depth):
        members, least = schema["prefixItems"], schema.get("minItems", 0)
        count = {"all": len(members), "none": least}.get(presence, self.random.randint(least, len(members)))
        values = [self.value(member, presence, depth + 1) for member in members[:count]]
        if schema.get("items") and count == len(members):
            values += [self.value(schema["items"], presence, depth + 1) for _ in range(self.random.randint(0, 2))]
        return values

    def object_value(self, schema, presence, depth):
        value = {}
        for key, member in schema.get("properties", {}).items():
            if key in schema.get("required", []) or self.is_there(member, presence, depth):
                value[key] = self.value(member, presence, depth + 1)
        additional = schema.get("additionalProperties", "properties" not in schema)
        if additional is not False and ("additionalProperties" in schema or "properties" not in schema) and depth < 6:
            for key in self.keys(schema, presence):
                value.setdefault(key, self.value({} if additional is True else additional, presence, depth + 1))
        for pattern, member in schema.get("patternProperties", {}).items():
            if self.is_there(member, presence, depth):
                value[KEYS[pattern]] = self.value(member, presence, depth + 1)
        for key in schema.get("required", []):
            if key not in value:
                value[key] = self.value(self.undescribed(key, schema), presence, depth + 1)
        return value

    @staticmethod
    def undescribed(key, schema):
        """What a member is that no property describes."""
        for pattern, member in schema.get("patternProperties", {}).items():
            if re.search(pattern, key):
                return member
        additional = schema.get("additionalProperties", {})
        return {} if additional is True else additional

    def is_there(self, member, presence, depth):
        if depth > 5 or presence == "none":
            return False
        return presence == "all" or presence == "null" or self.random.random() < 0.6

    def keys(self, schema, presence):
        count = 2 if presence == "all" else 0 if presence == "none" else self.random.randint(0, 2)
        names = schema.get("propertyNames")
        names = names and {"type": "string", **self.document.flat(names)}
        return [self.value(names) if names else self.random.choice(STRINGS) for _ in range(count)]
