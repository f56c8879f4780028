"""Values of a schema: right ones, at and around its bounds, and wrong ones of every kind. Read from the document alone."""

WRONG = [None, True, 0, 1.5, "", "text", [], {}]
STRANGE_TEXTS = ["é", "e\u0301", "😀", "\u0000", "日本", "a b", "null"]
TEXTS = {
    "date": [
        "2024-02-29", "1999-12-31", "0001-01-01", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "20240101",
        "2024-1-1", "2024-01-01T00:00:00", "2024-01-01T12:30:00Z", "", "today", "2024-01-01 ", "99999-01-01",
        "2024/01/01", "2024-01", "2024-01-0x", 0, 1.5,
    ],
    "date-time": [
        "2024-02-29T12:30:45Z", "2024-02-29T12:30:45.123456+02:00", "1999-12-31T23:59:59-08:00",
        "2024-01-01t00:00:00z", "2024-01-01 00:00:00Z", "2024-01-01T00:00:00", "2024-01-01T00:00Z", "2024-01-01",
        "2023-02-29T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T12:60:00Z", "2024-01-01T12:30:61Z",
        "2024-01-01T12:30:00+25:00", "2024-01-01T12:30:00+02:60", "2024-01-01X12:30:00Z", "2024-13-01T00:00:00Z",
        "2024-01-01T12", "2024-01-01T12:30:00.Z", "2024-01-01T12:30:00 Z", "", "now", "not a date-time", 0, 1.5,
    ],
    "time": [
        "12:30:45", "12:30:45Z", "00:00:00+01:00", "23:59:59.999999", "12:30", "24:00:00", "12:60:00", "12:30:60",
        "1:2:3", "12-30-00", "", "noon", "12:30:00x", "12:30:00+25:00", 0, 1.5,
    ],
    "duration": [
        "P1D", "PT1H30M", "P1Y2M3DT4H5M6S", "-P3D", "P1W", "PT0.5S", "1 day, 02:03:04", "02:03:04", "P", "PT", "P1",
        "1 day", "P1S", "", "soon", "p1d", 0, 1.5,
    ],
    "uuid": [
        "123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000",
        "00000000-0000-0000-0000-000000000000", "123e4567e89b12d3a456426614174000",
        "{123e4567-e89b-12d3-a456-426614174000}", "urn:uuid:123e4567-e89b-12d3-a456-426614174000",
        "123e4567-e89b-12d3-a456-42661417400", "123e4567-e89b-12d3-a456-4266141740000",
        "123e4567-e89b-12d3-a456-42661417400g", "g23e4567-e89b-12d3-a456-426614174000",
        "123e4567-e89b-12d3-a456_426614174000", "123e4567-e89b-12d3-a4564-26614174000", "123e4567-e89b-12d3", "",
        "x", "not-a-uuid", "é23e4567-e89b-12d3-a456-426614174000", " 123e4567-e89b-12d3-a456-426614174000",
    ],
    "password": ["correct horse", "x", ""],
    "uuid4": [
        "123e4567-e89b-42d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000",
        "123e4567-e89b-42d3-7456-426614174000", "00000000-0000-0000-0000-000000000000",
        "123E4567E89B42D3B456426614174000", "123e4567-e89b-42d3", "x",
    ],
    "ipv4": ["192.168.0.1", "0.0.0.0", "256.0.0.1", "1.2.3", "1.2.3.04", "1.2.3.4/8", "::1", "", "x"],
    "ipv6": ["::1", "2001:db8::ff00:42:8329", "::ffff:1.2.3.4", "1.2.3.4", "12345::", "1::2::3", "", "x"],
    "uri": [
        "https://example.com", "http://example.com/a/b?c=d#e", "https://user:secret@example.com:8443/",
        "http://127.0.0.1:80", "http://[::1]/x", "https://example.com/a b", "ftp://example.com/file",
        "mailto:a@example.com", "urn:isbn:0451450523", "example.com", "/only/a/path", "//example.com", "http://",
        "https://:80", "http://example.com:99999", "http://example.com:x/", "http://[::1", "http://a b.com",
        "http:example.com", "", "text", "not a url", "://x", "1http://x.com", "http://exa_mple.com",
        "http://999.1.1.1/", "http://ex%41mple.com", "https://bücher.example/",
    ],
    "email": [
        "a@example.com", "first.last+tag@sub.example.org", "plain", "", "@example.com", "a@", "a@@example.com",
        "a b@example.com", "a@example", "a@exam ple.com", ".a@example.com", "a.@example.com", "a..b@example.com",
        "a@-example.com", "a@example..com", "a@.example.com",
    ],
}
PATTERNS = {
    r"^[A-Z]{2}\d{3}$": ["AB123", "ab123", "AB12", "AB1234", "AB123\n", "XAB123", "ÄB123"],
    r"^\d{5}$": ["12345", "1234", "123456", "1234x", " 12345"],
    r"\d+": ["1", "a1b", "abc", "x٣"],
    "^[a-z-]+$": ["abc", "a-b-c", "Abc", "ab c", "ab"],
    "^[a-z]+$": ["abc", "ABC", "a1"],
}


class Variants:
    def __init__(self, document):
        self.document = document

    def resolve(self, schema):
        while "$ref" in schema:
            schema = self.document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def base(self, schema, depth=0):
        """One right value, with no member that may be left out."""
        schema = self.resolve(schema)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][0]
        members = schema.get("anyOf") or schema.get("oneOf")
        if members:
            return {**self.base(members[0], depth), **self.tag(schema, members[0])} if "oneOf" in schema else self.base(members[0], depth)
        return getattr(self, "base_" + schema.get("type", "null"))(schema, depth)

    def tag(self, schema, member):
        key = schema["discriminator"]["propertyName"]
        return {key: self.base(self.resolve(member)["properties"][key])}

    def base_null(self, *_):
        return None

    def base_boolean(self, *_):
        return True

    def base_integer(self, schema, _):
        step = int(schema.get("multipleOf", 1))
        low = schema.get("minimum", schema.get("exclusiveMinimum", -1e9) + 1)
        high = schema.get("maximum", schema.get("exclusiveMaximum", 1e9) - 1)
        value = 0 if low <= 0 <= high else int(low if low > 0 else high)
        return value + -value % step

    def base_number(self, schema, _):
        low = schema.get("minimum", schema.get("exclusiveMinimum", -1000))
        high = schema.get("maximum", schema.get("exclusiveMaximum", 1000))
        return (low + high) / 2

    def base_string(self, schema, _):
        if "format" in schema:
            return TEXTS[schema["format"]][0]
        if "pattern" in schema:
            return PATTERNS[schema["pattern"]][0]
        return "abcdefgh"[: max(schema.get("minLength", 1), min(2, schema.get("maxLength", 2)))]

    def base_array(self, schema, depth):
        if "prefixItems" in schema:
            return [self.base(item, depth + 1) for item in schema["prefixItems"]]
        count = schema.get("minItems", 0)
        if schema.get("uniqueItems"):
            return self.distinct(schema, max(count, 1), depth)
        return [self.base(schema.get("items", {"const": 1}), depth + 1)] * count

    def distinct(self, schema, count, depth):
        value = self.base(schema["items"], depth + 1)
        return [value + index if isinstance(value, int) else value + "abc"[index] for index in range(count)]

    def base_object(self, schema, depth):
        properties = schema.get("properties", {})
        value = {key: self.base(properties[key], depth + 1) for key in schema.get("required", [])}
        if schema.get("minProperties", 0) > len(value):
            value["key"] = self.base(schema["additionalProperties"], depth + 1)
        return value

    # All values, each with one thing special about it.

    def all(self, schema, depth=0):
        schema = self.resolve(schema)
        members = schema.get("anyOf") or schema.get("oneOf")
        if members:
            values = [value for member in members for value in self.all(member, depth + ("type" not in member))]
            if "discriminator" in schema:
                values += self.tags(schema)
            return self.unlike(values, WRONG)
        if "const" in schema or "enum" in schema:
            return self.listed(schema.get("enum") or [schema["const"]])
        if "type" not in schema:
            return [1, None, ["x"]]
        values = getattr(self, "all_" + schema["type"])(schema, depth)
        return self.unlike(values, WRONG if depth < 3 else WRONG[:5])

    @staticmethod
    def unlike(values, others):
        seen, result = set(), []
        for value in [*values, *others]:
            if repr(value) not in seen:
                seen.add(repr(value))
                result.append(value)
        return result

    def listed(self, values):
        near = [value + "x" if isinstance(value, str) else value + 100 for value in values if value is not None]
        upper = [value.upper() for value in values if isinstance(value, str)]
        return self.unlike(values + near[:2] + upper[:1], WRONG)

    def tags(self, schema):
        key = schema["discriminator"]["propertyName"]
        base, other = ({**self.base(member), **self.tag(schema, member)} for member in schema["oneOf"][:2])
        return [
            {**base, key: tag} for tag in [*schema["discriminator"]["mapping"], "unknown", "", None, 1, 2.5, True, [], {}]
        ] + [{**other, key: base[key]}, {k: v for k, v in base.items() if k != key}]

    def all_null(self, *_):
        return [None]

    def all_boolean(self, *_):
        return [True, False, "true", 0, 1]

    def all_integer(self, schema, _):
        values = [self.base_integer(schema, 0), -1, 7, 12.0, "12", 1e2, 10**20]
        for key in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"):
            if key in schema:
                bound = int(schema[key])
                values += [bound - 1, bound, bound + 1, bound * 10 + 7]
        if "multipleOf" in schema:
            step = int(schema["multipleOf"])
            values += [step * 3, step * 3 + 1, -step, -step * 100]
        return values

    def all_number(self, schema, _):
        values = [self.base_number(schema, 0), -1, 1e3, 0.1, "1.5", 1e300]
        for key in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"):
            if key in schema:
                bound = schema[key]
                values += [bound, bound - 0.125, bound + 0.125, float(bound)]
        if "multipleOf" in schema:
            step = schema["multipleOf"]
            values += [step * 3, step * 3.5, step / 3, -step]
        return values

    def all_string(self, schema, _):
        if "format" in schema:
            return TEXTS[schema["format"]] + (["https://example.com/" + "x" * 2100] if "maxLength" in schema else [])
        values = [self.base_string(schema, 0), *PATTERNS.get(schema.get("pattern"), []), *STRANGE_TEXTS]
        for key in ("minLength", "maxLength"):
            if key in schema:
                length = schema[key]
                for unit in ("a", "é", "😀"):
                    values += [unit * count for count in (length - 1, length, length + 1) if count >= 0]
                values.append("e\u0301" * length)
        return values

    def all_array(self, schema, depth):
        if "prefixItems" in schema:
            return self.all_tuple(schema, depth)
        items = schema.get("items", {"const": 1})
        value = self.base(items, depth + 1)
        low, high = schema.get("minItems", 0), schema.get("maxItems", 3)
        counts = {0, 1, low - 1, low, high, high + 1, high + 3}
        if schema.get("uniqueItems"):
            values = [self.distinct(schema, count, depth) for count in sorted(counts) if 0 <= count <= 3]
            values += [[value, value], [value] * (high + 1)]
        else:
            values = [[value] * count for count in sorted(counts) if count >= 0]
        inner = self.all(items, depth + 1)
        if depth > 1:
            inner = inner[::3]
        filler = [value] * max(low - 1, 0)
        values += [[*filler, item] for item in inner]
        wrong = [item for item in WRONG if type(item) is not type(value)]
        return values + [wrong[:3], [*wrong[3:], value], [wrong[0]] * (high + 1), {"0": value}]

    def all_tuple(self, schema, depth):
        base = self.base(schema)
        values = [base, base[:-1], base[:1], [], [*base, 1], [*base, 1, 2], base[::-1], [None] * len(base), [None]]
        for position, item in enumerate(schema["prefixItems"]):
            for value in self.all(item, depth + 1):
                values.append([*base[:position], value, *base[position + 1:]])
        return values

    def all_object(self, schema, depth):
        base = self.base_object(schema, depth)
        values = [base]
        properties = schema.get("properties", {})
        for key, member in properties.items():
            inner = self.all(member, depth + 1) if depth < 4 else WRONG
            if depth == 2:
                inner = inner[::4]
            elif depth > 2:
                inner = inner[::16]
            values += [{**base, key: value} for value in inner]
            values.append({k: v for k, v in base.items() if k != key})
        if properties:
            values += [
                {key: self.base(member, depth + 1) for key, member in properties.items() if depth == 0},
                {}, {"unknown": 1}, {**base, "unknown": None}, {"z": 1, **base, "a": [2], "": 3},
                {key.upper(): value for key, value in base.items()},
                {key: None for key in base}, [base], [[key, value] for key, value in base.items()],
            ]
            return values
        return values + self.all_map(schema, depth)

    def all_map(self, schema, depth):
        member = schema["additionalProperties"]
        member = {"const": 1} if member is True else member
        value = self.base(member, depth + 1)
        names = self.resolve(schema.get("propertyNames", {}))
        keys = names.get("enum", ["ab", "abc"])
        values = [{key: value} for key in [*keys, "", "a", "abcdef", "é", "clé", "~/ .[0]"]]
        values += [{f"k{index}": value for index in range(count)} for count in range(5)]
        inner = self.all(member, depth + 1)
        return values + [{keys[0]: item} for item in (inner if depth < 2 else inner[::3])] + [
            {keys[0]: item, "x": item, keys[1]: value} for item in WRONG
        ]
