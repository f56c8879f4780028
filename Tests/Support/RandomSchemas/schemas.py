"""Random schemas with every assertion of JSON Schema 2020-12."""
from decimal import Decimal

import pools

DEFINITIONS = ["first", "second", "third", "root"]


class SchemaMaker:
    """Makes schemas, none of which refers to itself without going into a value."""

    def __init__(self, random, with_formats):
        self.random = random
        self.with_formats = with_formats
        # jsonschema follows `$dynamicRef` statically where it asks what has been evaluated: never both in one schema.
        self.is_dynamic = False

    def root(self):
        self.is_dynamic = self.random.random() < 0.1
        schema = self.object(0, 3)
        definitions = {name: {"$anchor": name, **self.object(1, rank)} for rank, name in enumerate(DEFINITIONS[:3])}
        schema["$defs"] = definitions
        if self.is_dynamic:
            parts = self.dynamic_parts()
            schema.update(parts, **{"$defs": {**definitions, **parts["$defs"]}})
        return schema

    def object(self, depth, rank):
        while isinstance(schema := self.schema(depth, rank), bool):
            pass
        return schema

    def dynamic_parts(self):
        """A list whose elements the root may say, and a tree that the root may extend."""
        listed = {
            "$id": "list", "items": {"$dynamicRef": "#element"},
            "$defs": {"default": self.with_anchor("element")},
        }
        tree = {
            "$id": "tree", "$dynamicAnchor": "node",
            "properties": {"a": self.schema(3, 0), "b": {"$dynamicRef": "#node"}},
        }
        definitions = {"list": listed, "tree": tree}
        if self.random.random() < 0.6:
            definitions["element"] = self.with_anchor("element")
        reference = self.random.choice(["list", "tree"])
        parts = {"$id": "https://example.com/root", "$defs": definitions, "$ref": reference}
        if reference == "tree" and self.random.random() < 0.6:
            parts["$dynamicAnchor"] = "node"
        return parts

    def with_anchor(self, name):
        return {"$dynamicAnchor": name, **self.object(3, 0)}

    def schema(self, depth, rank):
        """A schema in which the definitions before `rank` may be named in place, and every one within."""
        random = self.random
        if depth > 3 or random.random() < 0.08:
            return random.choice([True, False, True, {}, {"type": random.choice(pools.TYPES)}])
        schema = {}
        for _ in range(random.choice([1, 1, 2, 2, 3, 4])):
            schema.update(random.choice(self.keywords)(self, depth, rank))
        return schema

    def child(self, depth):
        """What is asserted of a value within: it may name any definition."""
        return self.schema(depth + 1, 4)

    # Keywords: each function gives the ones that go together.

    def type(self, depth, rank):
        if self.random.random() < 0.6:
            return {"type": self.random.choice(pools.TYPES)}
        return {"type": self.random.sample(pools.TYPES, self.random.randint(1, 3))}

    def listed(self, depth, rank):
        values = [self.value(0) for _ in range(self.random.randint(1, 4))]
        return {"const": values[0]} if self.random.random() < 0.4 else {"enum": values}

    def value(self, depth):
        random = self.random
        kind = random.random()
        if depth > 1 or kind < 0.6:
            return random.choice([None, True, False, random.choice(pools.NUMBERS), random.choice(pools.STRINGS)])
        if kind < 0.8:
            return [self.value(depth + 1) for _ in range(random.randint(0, 3))]
        return {random.choice(pools.KEYS): self.value(depth + 1) for _ in range(random.randint(0, 3))}

    def bound(self, depth, rank):
        keyword = self.random.choice(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])
        return {keyword: self.random.choice(pools.NUMBERS)}

    def multiple(self, depth, rank):
        return {"multipleOf": self.random.choice(pools.DIVISORS)}

    def size(self, depth, rank):
        of = self.random.choice(["Length", "Items", "Properties"])
        return {self.random.choice(["min", "max"]) + of: self.random.choice([0, 1, 2, 2, Decimal("2.0"), 3])}

    def pattern(self, depth, rank):
        return {"pattern": self.random.choice(pools.PATTERNS)}

    def format(self, depth, rank):
        return {"format": self.random.choice(pools.FORMATS)} if self.with_formats else {}

    def items(self, depth, rank):
        keyword = self.random.choice(["items", "prefixItems", "contains", "both"])
        if keyword in ("items", "contains"):
            return {keyword: self.child(depth)}
        prefix = {"prefixItems": [self.child(depth) for _ in range(self.random.randint(1, 3))]}
        return prefix if keyword == "prefixItems" else {**prefix, "items": self.child(depth)}

    def contains(self, depth, rank):
        limits = {keyword: self.random.choice([0, 1, 2]) for keyword in ("minContains", "maxContains")}
        limits.pop(self.random.choice(["minContains", "maxContains", "neither"]), None)
        return {"contains": self.child(depth), **limits}

    def unique(self, depth, rank):
        return {"uniqueItems": self.random.random() < 0.9}

    def properties(self, depth, rank):
        keys = self.random.sample(pools.KEYS, self.random.randint(1, 3))
        return {"properties": {key: self.child(depth) for key in keys}}

    def pattern_properties(self, depth, rank):
        patterns = self.random.sample(pools.PATTERNS, self.random.randint(1, 2))
        return {"patternProperties": {pattern: self.child(depth) for pattern in patterns}}

    def required(self, depth, rank):
        return {"required": self.random.sample(pools.KEYS[:6], self.random.randint(0, 2))}

    def other_properties(self, depth, rank):
        value = False if self.random.random() < 0.3 else self.child(depth)
        return {self.random.choice(["additionalProperties", "propertyNames"]): value}

    def dependent(self, depth, rank):
        key = self.random.choice(pools.KEYS[:6])
        if self.random.random() < 0.5:
            return {"dependentRequired": {key: self.random.sample(pools.KEYS[:6], self.random.randint(0, 2))}}
        return {"dependentSchemas": {key: self.schema(depth + 1, rank)}}

    def combined(self, depth, rank):
        keyword = self.random.choice(["allOf", "anyOf", "oneOf"])
        return {keyword: [self.schema(depth + 1, rank) for _ in range(self.random.randint(1, 3))]}

    def negated(self, depth, rank):
        return {"not": self.schema(depth + 1, rank)}

    def conditional(self, depth, rank):
        parts = {keyword: self.schema(depth + 1, rank) for keyword in ("if", "then", "else")}
        parts.pop(self.random.choice(["then", "else", "if", "neither", "neither"]), None)
        return parts

    def unevaluated(self, depth, rank):
        if self.is_dynamic:
            return {}
        value = False if self.random.random() < 0.6 else self.child(depth)
        return {self.random.choice(["unevaluatedItems", "unevaluatedProperties"]): value}

    def reference(self, depth, rank):
        if rank == 0:
            return {}
        name = self.random.choice(DEFINITIONS[:rank])
        if name == "root":
            return {"$ref": "#"}
        return {"$ref": "#" + self.random.choice(["/$defs/", ""]) + name}

    keywords = [
        type, type, type, listed, bound, bound, multiple, size, size, pattern, format, items, items, contains, unique,
        properties, properties, properties, pattern_properties, required, other_properties, dependent, combined,
        combined, negated, conditional, unevaluated, unevaluated, reference, reference,
    ]
