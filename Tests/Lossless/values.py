"""Random values of any schema: drawn by what it says, kept if it holds for them."""

import base64
import math
import random
import re
import uuid
from datetime import datetime, timedelta, timezone

try:
    import re._parser as parser
except ImportError:
    import sre_parse as parser

# A member that no schema names.
UNDECLARED = "undeclared é"
STRINGS = [
    "", " ", "plain", "null", "true", "0", "a/b c?é", "+&=#;,", "\"quoted\" \\back\\slash/", "\u0000\u0001\u001f\u007f",
    "line\nbreak\r\n\ttab", "e\u0301 \u00e9", "👩‍👩‍👧 😀", "\u2028\ufeff", "日本語 עברית", "x" * 120, "$(x) \\(y) {{z}}",
]
INTEGERS = [0, 1, -1, 42, 2**31 - 1, -(2**31), 2**53 + 1, 2**63 - 1, -(2**63)]
NUMBERS = [0, 1, -1.5, 0.1, 1e300, 5e-324, 1.7976931348623157e308, 123456789.123, 2**53]
ANYTHING = [
    None, True, False, 0, -7, 2**63, 0.25, 1e21, "text", "", [], {}, [None, [1, [2.5, "x"]]],
    {"a": None, "": {"b": [True]}, "key with spaces": "é"},
]
RANGES = {f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)}
RANGES |= {f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)} | {"uint": (0, 2**64 - 1)}
FORMATS = {
    "date": ["1970-01-01", "2024-02-29", "9999-12-31"],
    "time": ["00:00:00Z", "23:59:59Z", "12:34:56.789+01:00"],
    "duration": ["PT1H30M", "PT0S", "P1DT2H"],
    "uri": ["https://example.com/a%20b?c=d#e", "urn:isbn:0451450523", "mailto:a@example.com"],
    "url": ["https://example.com/a%20b?c=d#e", "http://127.0.0.1:80/x"],
    "uri-reference": ["https://example.com/a", "../a;b", "?q", "#f"],
    "email": ["a@example.com", "x.y+z@sub.example.org"],
    "ipv4": ["127.0.0.1", "255.255.255.255"],
    "ipv6": ["::1", "2001:db8::ff00:42:8329"],
    "hostname": ["example.com", "a-b.example"],
}
MOST_DEPTH = 5
# How many values a value is made of, before optional ones are left out.
MOST_STEPS = 150


class NoValue(Exception):
    """The schema asks for something that this generator cannot make."""


class Generator:
    def __init__(self, document, validity, seed):
        self.document, self.validity, self.random = document, validity, random.Random(seed)

    def values(self, schema, count, presences):
        """Up to `count` values, all valid."""
        found = []
        for attempt in range(count * 12):
            if len(found) == count:
                break
            self.steps = 0
            self.presence = presences[attempt % len(presences)]
            try:
                value = self.value(schema, 0)
            except (NoValue, RecursionError):
                continue
            # What null is of a component by itself is for those to say that refer to it.
            if value is not None and self.validity.is_valid(value, schema):
                found.append(value)
        return found

    def value(self, schema, depth):
        self.steps += 1
        if depth > 24 or self.steps > 20 * MOST_STEPS:
            raise NoValue("too deep")
        if schema is True:
            return self.anything()
        if schema is False:
            raise NoValue("nothing is valid")
        schema = self.flat(schema)
        if schema is False:
            raise NoValue("nothing is valid")
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        for keyword in ("oneOf", "anyOf"):
            members = schema.get(keyword)
            if members and any(member is True or member != {"type": "null"} for member in members):
                return self.choice(schema, keyword, depth)
        return getattr(self, f"{self.kind(schema)}_value")(schema, depth)

    @staticmethod
    def kinds(schema):
        types = schema.get("type")
        if isinstance(types, str):
            return [types]
        if types:
            return types
        if schema.keys() & {"properties", "additionalProperties", "patternProperties", "required", "minProperties"}:
            return ["object"]
        if schema.keys() & {"items", "prefixItems", "minItems", "maxItems"}:
            return ["array"]
        if schema.keys() & {"minLength", "maxLength", "pattern"}:
            return ["string"]
        return ["number"] if schema.keys() & {"minimum", "maximum", "multipleOf"} else ["any"]

    def kind(self, schema):
        kind = self.random.choice(self.kinds(schema))
        if kind not in ("null", "boolean", "string", "integer", "number", "array", "object", "any"):
            raise NoValue(f"the type {kind}")
        return kind

    # Merging.

    def resolved(self, schema):
        seen = 0
        while isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
            seen += 1
            if seen > 50:
                raise NoValue("a reference to itself")
            target = self.document.plain(self.document.at(schema["$ref"]))
            siblings = {key: item for key, item in schema.items() if key != "$ref"}
            schema = self.merged([target, siblings]) if siblings else target
        return schema

    def flat(self, schema):
        schema = self.resolved(schema)
        if not isinstance(schema, dict) or "allOf" not in schema:
            return schema
        rest = {key: item for key, item in schema.items() if key != "allOf"}
        return self.merged([self.flat(part) for part in schema["allOf"]] + [rest])

    def merged(self, parts):
        result = {}
        for part in parts:
            if part is True:
                continue
            if part is False:
                return False
            part = self.flat(part)
            for key, item in part.items():
                result[key] = self.both(key, result[key], item) if key in result else item
        return result

    def both(self, key, ours, theirs):
        if ours == theirs:
            return ours
        match key:
            case "properties" | "patternProperties":
                shared = {name: {"allOf": [ours[name], theirs[name]]} for name in ours if name in theirs}
                return {**ours, **theirs, **shared}
            case "required":
                return ours + [name for name in theirs if name not in ours]
            case "enum":
                return [item for item in ours if item in theirs]
            case "type":
                ours, theirs = [[item] if isinstance(item, str) else item for item in (ours, theirs)]
                shared = [item for item in ours if item in theirs]
                return shared or (["integer"] if {"integer", "number"} <= {*ours, *theirs} else theirs)
            case "items":
                return {"allOf": [ours, theirs]}
            case "additionalProperties":
                if ours is False or theirs is False:
                    return False
                return ours if theirs is True else theirs if ours is True else {"allOf": [ours, theirs]}
            case "minimum" | "minLength" | "minItems" | "minProperties" | "exclusiveMinimum":
                return max(ours, theirs)
            case "maximum" | "maxLength" | "maxItems" | "maxProperties" | "exclusiveMaximum":
                return min(ours, theirs)
            case "oneOf" | "anyOf":
                # One of each: every pair is an alternative.
                pairs = [{"allOf": [first, second]} for first in ours for second in theirs]
                return pairs if len(pairs) < 40 else theirs
        return theirs

    # Alternatives.

    def choice(self, schema, keyword, depth):
        rest = {key: item for key, item in schema.items() if key not in (keyword, "discriminator")}
        members = schema[keyword]
        nulls = [member for member in members if member == {"type": "null"}]
        others = [member for member in members if member != {"type": "null"}]
        if nulls and (depth > MOST_DEPTH or self.steps > MOST_STEPS or self.presence == "none" or self.random.random() < 0.2):
            return None
        for _ in range(8):
            member = self.random.choice(others)
            try:
                value = self.value(self.merged([rest, member]), depth + 1)
            except NoValue:
                continue
            self.tag(schema, member, value)
            # What is valid by one member may be so by another, too. The whole value is validated in the end.
            if keyword == "anyOf" or "discriminator" in schema:
                return value
            # By the member it was drawn for: the members of the value are what that one names.
            if self.validity.is_valid(value, schema) and self.validity.is_valid(value, member):
                return value
        raise NoValue("no alternative")

    def tag(self, schema, member, value):
        discriminator = schema.get("discriminator")
        if not isinstance(discriminator, dict) or not isinstance(value, dict):
            return
        references = [member.get("$ref")] if isinstance(member, dict) else []
        name = str(references[0]).rsplit("/", 1)[-1] if references and references[0] else None
        mapping = discriminator.get("mapping", {})
        keys = [key for key, target in mapping.items() if str(target).rsplit("/", 1)[-1] == name]
        key = discriminator["propertyName"]
        if not name or isinstance(value.get(key), (int, float)) or value.get(key) in (keys or [name]):
            return
        # Some documents' members have other constants than the mapping's keys.
        tagged = {**value, key: self.random.choice(keys) if keys else name}
        if self.validity.is_valid(tagged, member):
            value[key] = tagged[key]

    # The types of JSON Schema.

    def null_value(self, *_):
        return None

    def any_value(self, *_):
        return self.anything()

    def anything(self):
        return self.random.choice(ANYTHING)

    def boolean_value(self, *_):
        return self.random.random() < 0.5

    def string_value(self, schema, depth):
        for _ in range(20):
            text = self.string(schema)
            if schema.get("minLength", 0) <= len(text) <= schema.get("maxLength", len(text)):
                return text
        raise NoValue("no string")

    def string(self, schema):
        least, most = schema.get("minLength", 0), schema.get("maxLength", 10**6)
        name = schema.get("format")
        if name == "date-time":
            return self.instant()
        if name == "uuid":
            return str(uuid.UUID(int=self.random.getrandbits(128)))
        if name in ("byte", "base64") or schema.get("contentEncoding") == "base64":
            return base64.b64encode(self.random.randbytes(self.random.randrange(20))).decode()
        if name in RANGES:
            return str(self.random.randrange(100))
        if name == "decimal":
            return "12.5"
        if "pattern" in schema:
            examples = [item for item in [schema.get("example"), schema.get("default")] if isinstance(item, str)]
            if examples and self.random.random() < 0.3:
                return self.random.choice(examples)
            return pattern_text(schema["pattern"], self.random, least, most)
        if name in FORMATS:
            return self.random.choice(FORMATS[name])
        text = self.random.choice(STRINGS)
        while len(text) < least:
            text += self.random.choice("abc é")
        return text[:most]

    def instant(self):
        zone = timezone(timedelta(minutes=self.random.choice([0, 0, 330, -480])))
        value = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=self.random.randrange(0, 2**32))
        value = value.replace(microsecond=1000 * self.random.choice([0, 0, 1, 250, 999])).astimezone(zone)
        return value.isoformat().replace("+00:00", self.random.choice(["Z", "+00:00"]))

    def integer_value(self, schema, *_):
        low, high = RANGES.get(schema.get("format"), (-(2**63), 2**63 - 1))
        low, high = self.bounds(schema, low, high)
        low, high = math.ceil(low), math.floor(high)
        if low > high:
            raise NoValue("no integer")
        step = schema.get("multipleOf", 1)
        if step != 1:
            return int(step * self.random.choice([math.ceil(max(low, -1000) / step), math.floor(min(high, 1000) / step)]))
        return self.random.choice([value for value in INTEGERS + [low, high] if low <= value <= high])

    def number_value(self, schema, *_):
        if schema.get("format", "").startswith(("int", "uint")):
            # The registry of formats has them for numbers, too.
            return self.integer_value(schema)
        low, high = self.bounds(schema, float("-inf"), float("inf"))
        values = [value for value in NUMBERS if low <= value <= high]
        values += [value for value in (low, high, (low + high) / 2) if math.isfinite(value)]
        if "multipleOf" in schema:
            values = [schema["multipleOf"] * factor for factor in (1, 3, 10)]
        value = self.random.choice(values or [low if math.isfinite(low) else 0])
        if schema.get("format") == "float":
            # What 32 bits hold.
            value = min(max(value, -1e38), 1e38)
        return value if not isinstance(value, float) or not value.is_integer() or abs(value) > 1e15 else int(value)

    @staticmethod
    def bounds(schema, low, high):
        low = max(low, schema.get("minimum", low))
        high = min(high, schema.get("maximum", high))
        step = 1 if schema.get("type") == "integer" else 0.25
        if not isinstance(schema.get("exclusiveMinimum", False), bool):
            low = max(low, schema["exclusiveMinimum"] + step)
        if not isinstance(schema.get("exclusiveMaximum", False), bool):
            high = min(high, schema["exclusiveMaximum"] - step)
        return low, high

    def array_value(self, schema, depth):
        prefix, items = schema.get("prefixItems", []), schema.get("items", {})
        least, most = schema.get("minItems", 0), min(schema.get("maxItems", 3), max(3, schema.get("minItems", 0)))
        if depth > MOST_DEPTH or self.steps > MOST_STEPS or self.presence == "none":
            count = least
        else:
            count = self.random.randint(min(least, most), most)
        if prefix:
            count = max(least, min(len(prefix) + 1, count))
        values = []
        for index in range(count):
            member = prefix[index] if index < len(prefix) else items
            if member is False:
                break
            try:
                value = self.value(member, depth + 1)
            except NoValue:
                if index >= least:
                    break
                raise
            for _ in range(10):
                if not schema.get("uniqueItems") or value not in values:
                    break
                value = self.value(member, depth + 1)
            if not schema.get("uniqueItems") or value not in values:
                values.append(value)
        return values

    def object_value(self, schema, depth):
        value = {}
        properties, required = schema.get("properties", {}), schema.get("required", [])
        for key, member in properties.items():
            if key in required:
                value[key] = self.value(member, depth + 1)
            elif self.is_there(depth):
                try:
                    value[key] = self.value(member, depth + 1)
                except NoValue:
                    pass
        additional = schema.get("additionalProperties")
        for key in required:
            if key not in value:
                value[key] = self.value(additional if isinstance(additional, dict) else {}, depth + 1)
        self.add_more(value, schema, depth)
        return value

    def add_more(self, value, schema, depth):
        """Members that no property names."""
        additional = schema.get("additionalProperties")
        for pattern, member in schema.get("patternProperties", {}).items():
            if self.is_there(depth):
                value[pattern_text(pattern, self.random, 0, 40)] = self.value(member, depth + 1)
        count = max(schema.get("minProperties", 0) - len(value), 0)
        if additional or not schema.get("properties") and additional is not False:
            count = max(count, self.random.randint(0, 2) if self.presence != "none" and depth <= MOST_DEPTH else 0)
            count = min(count, schema.get("maxProperties", 10**6) - len(value))
            names = schema.get("propertyNames")
            for _ in range(max(count, 0)):
                key = self.value({"type": "string", **self.flat(names)}, depth + 1) if names else self.key(schema)
                if key not in schema.get("properties", {}):
                    value[key] = self.value(additional if isinstance(additional, dict) else {}, depth + 1)
        elif additional is None and "patternProperties" not in schema and self.random.random() < 0.05:
            if "maxProperties" not in schema and schema.get("unevaluatedProperties") is None:
                value[UNDECLARED] = self.anything()

    def key(self, schema):
        return self.random.choice(STRINGS[2:] if schema.get("properties") else STRINGS)

    def is_there(self, depth):
        if depth > MOST_DEPTH or self.steps > MOST_STEPS or self.presence == "none":
            return False
        return self.presence == "all" and depth < 3 or self.random.random() < (0.6 if depth < 3 else 0.25)


def pattern_text(pattern, rng, least, most):
    """A text that matches a pattern, as far as its parts are simple."""
    try:
        tree = parser.parse(pattern)
    except (re.error, OverflowError):
        raise NoValue(f"the pattern {pattern}") from None
    for _ in range(20):
        text = "".join(piece(item, rng, least) for item in tree)
        if least <= len(text) <= most:
            return text
    return text


def piece(item, rng, least=0):
    operation, argument = str(item[0]), item[1]
    match operation:
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return "a" if argument != ord("a") else "b"
        case "ANY":
            return rng.choice("abcXYZ019 -")
        case "IN":
            return one_of(argument, rng)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            low, high, tree = argument
            high = min(high, max(low + 3, least if least < 200 else 0))
            return "".join(piece(part, rng) for _ in range(rng.randint(low, high)) for part in tree)
        case "SUBPATTERN":
            return "".join(piece(part, rng, least) for part in argument[-1])
        case "BRANCH":
            return "".join(piece(part, rng, least) for part in rng.choice(argument[1]))
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return ""
        case "CATEGORY":
            return category(argument, rng)
    raise NoValue(f"{operation} in a pattern")


def one_of(items, rng):
    if str(items[0][0]) == "NEGATE":
        candidates = "aZ0-_.~é /"
        excluded = items[1:]
        allowed = [char for char in candidates if not any(holds(item, char) for item in excluded)]
        if not allowed:
            raise NoValue("a class that excludes much")
        return rng.choice(allowed)
    operation, argument = rng.choice(items)
    match str(operation):
        case "LITERAL":
            return chr(argument)
        case "RANGE":
            return chr(rng.randint(argument[0], min(argument[1], 0xD7FF)))
        case "CATEGORY":
            return category(argument, rng)
    raise NoValue("a class")


def holds(item, char):
    match str(item[0]):
        case "LITERAL":
            return chr(item[1]) == char
        case "RANGE":
            return item[1][0] <= ord(char) <= item[1][1]
        case "CATEGORY":
            pattern = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}.get(str(item[1]), ".")
            return re.match(pattern, char) is not None
    return True


def category(name, rng):
    match str(name):
        case "CATEGORY_DIGIT":
            return rng.choice("0123456789")
        case "CATEGORY_WORD":
            return rng.choice("abcXYZ_019")
        case "CATEGORY_SPACE":
            return " "
        case "CATEGORY_NOT_SPACE" | "CATEGORY_NOT_DIGIT":
            return rng.choice("abcXYZ-")
        case "CATEGORY_NOT_WORD":
            return rng.choice(" -.")
    raise NoValue(f"{name} in a pattern")
