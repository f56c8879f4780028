"""Values for a schema, made to hit and to miss: what it asks for as far as that is easily seen, then changed at random."""
from decimal import Decimal

import pools


class ValueMaker:
    def __init__(self, random, schema, anything):
        self.random = random
        self.root = schema
        self.definitions = schema.get("$defs", {})
        # A function that makes any value: what schemas list is made by it too.
        self.anything = anything

    def value(self):
        if self.random.random() < 0.15:
            return self.anything(0)
        value = self.aimed(self.root, 0)
        return self.changed(value) if self.random.random() < 0.4 else value

    def aimed(self, schema, depth):
        random = self.random
        if isinstance(schema, bool) or not schema or depth > 5:
            return self.anything(max(depth, 1))
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return random.choice(schema["enum"])
        if random.random() < 0.7 and (part := self.part(schema)) is not None:
            value = self.aimed(part, depth + 1)
            if isinstance(value, dict) and "properties" in schema:
                value = {**self.object(schema, depth), **value}
            return value
        return self.typed(schema, depth)

    def part(self, schema):
        """One of the schemas that speak of the same value."""
        reference = schema.get("$ref")
        if reference == "#":
            return self.root
        name = reference and reference.removeprefix("#").removeprefix("/$defs/")
        parts = [self.definitions[name]] if name in self.definitions else []
        for keyword in ("allOf", "anyOf", "oneOf"):
            parts += schema.get(keyword, [])
        parts += [schema[keyword] for keyword in ("if", "then", "else") if keyword in schema]
        parts += schema.get("dependentSchemas", {}).values()
        return self.random.choice(parts) if parts else None

    def typed(self, schema, depth):
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else list(types)
        if not types:
            hints = {"items": "array", "prefixItems": "array", "contains": "array", "unevaluatedItems": "array"}
            hints |= dict.fromkeys(["uniqueItems", "minItems", "maxItems"], "array")
            hints |= dict.fromkeys(["pattern", "minLength", "maxLength", "format"], "string")
            hints |= dict.fromkeys(["minimum", "maximum", "exclusiveMinimum", "multipleOf"], "number")
            types = [hints.get(keyword, "object") for keyword in schema]
        make = getattr(self, self.random.choice(types))
        return make(schema, depth)

    def null(self, schema, depth):
        return None

    def boolean(self, schema, depth):
        return self.random.random() < 0.5

    def integer(self, schema, depth):
        value = self.number(schema, depth)
        return int(value) if abs(value) < 10**40 and self.random.random() < 0.7 else value

    def number(self, schema, depth):
        base = self.random.choice(pools.NUMBERS)
        limits = [schema[keyword] for keyword in schema if "inimum" in keyword or "aximum" in keyword]
        if limits and self.random.random() < 0.7:
            base = self.random.choice(limits) + self.random.choice([0, 1, -1, Decimal("1E-20"), Decimal("-0.1")])
        if "multipleOf" in schema and self.random.random() < 0.7:
            base = schema["multipleOf"] * self.random.choice([0, 1, 2, 3, 7, 10**20, -3])
        return base

    def string(self, schema, depth):
        return self.random.choice(pools.STRINGS)

    def array(self, schema, depth):
        prefix = schema.get("prefixItems", [])
        count = self.random.randint(0, 3) + (len(prefix) if self.random.random() < 0.5 else 0)
        rest = [schema[keyword] for keyword in ("items", "contains", "unevaluatedItems") if keyword in schema] or [True]
        return [
            self.aimed(prefix[position] if position < len(prefix) else self.random.choice(rest), depth + 1)
            for position in range(count)
        ]

    def object(self, schema, depth):
        members = {}
        for key, value in schema.get("properties", {}).items():
            if self.random.random() < 0.7:
                members[key] = self.aimed(value, depth + 1)
        for key in schema.get("required", []):
            members.setdefault(key, self.anything(depth + 1))
        others = [schema[keyword] for keyword in ("additionalProperties", "unevaluatedProperties") if keyword in schema]
        others += schema.get("patternProperties", {}).values()
        for _ in range(self.random.choice([0, 0, 1, 2])):
            members.setdefault(
                self.random.choice(pools.KEYS), self.aimed(self.random.choice(others or [True]), depth + 1)
            )
        return members

    def changed(self, value):
        """Another value at one place."""
        random = self.random
        if isinstance(value, list) and value and random.random() < 0.8:
            position = random.randrange(len(value))
            ways = [
                lambda: value[:position] + value[position + 1:],
                lambda: value + [value[position]],
                lambda: value[:position] + [self.changed(value[position])] + value[position + 1:],
            ]
            return random.choice(ways)()
        if isinstance(value, dict) and value and random.random() < 0.8:
            key = random.choice(list(value))
            ways = [
                lambda: {other: value[other] for other in value if other != key},
                lambda: {**value, random.choice(pools.KEYS): self.anything(1)},
                lambda: {**value, key: self.changed(value[key])},
            ]
            return random.choice(ways)()
        return self.anything(1)
