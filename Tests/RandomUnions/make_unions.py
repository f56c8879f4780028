"""A document of random unions, and the table that the runner looks them up in.

    make_unions.py SEED UNIONS FOLDER
"""
import json
import random
import sys

KEYS = ["a", "b", "c", "d"]


class UnionMaker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.schemas = {}

    def chance(self, probability):
        return self.random.random() < probability

    # Values of members

    def scalar(self):
        return self.random.choice([
            {"type": "string"}, {"type": "string", "maxLength": 2}, {"type": "string", "enum": ["x", "yy"]},
            {"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}, {"type": "string"},
            {"type": "integer"}, {"type": "integer", "minimum": 2}, {"type": "integer", "maximum": 1},
            {"type": "number"}, {"type": "number", "exclusiveMinimum": 1}, {"type": "boolean"},
            {"type": "string", "pattern": "^x"}, {"type": "integer", "enum": [1, 2]},
        ])

    def array(self):
        schema = {"type": "array", "items": self.scalar()}
        if self.chance(0.3):
            schema["minItems"] = self.random.choice([1, 2])
        if self.chance(0.2):
            schema["items"] = {"$ref": "#/components/schemas/" + self.component(self.object(inner=True))}
        return schema

    def property(self, inner):
        roll = self.random.random()
        if roll < 0.1:
            return {}
        if roll < 0.2:
            return {"const": self.random.choice(["x", "yy", 1, 2, True])}
        if roll < 0.3:
            return self.array()
        if roll < 0.45 and not inner:
            return self.object(inner=True)
        return self.scalar()

    def object(self, inner=False):
        keys = self.random.sample(KEYS, self.random.randint(1, 3))
        schema = {"type": "object", "properties": {key: self.property(inner) for key in keys}}
        required = [key for key in keys if self.chance(0.4)]
        if required:
            schema["required"] = required
        roll = self.random.random()
        if roll < 0.15:
            schema["additionalProperties"] = False
        elif roll < 0.25:
            schema["additionalProperties"] = self.random.choice([True, self.scalar()])
        return schema

    def component(self, schema):
        name = f"Part{len(self.schemas)}"
        self.schemas[name] = schema
        return name

    # Unions

    def member(self):
        roll = self.random.random()
        if roll < 0.5:
            return self.object()
        if roll < 0.75:
            return self.scalar()
        if roll < 0.9:
            return self.array()
        return {"type": "object", "additionalProperties": self.random.choice([True, self.scalar()])}

    def tag(self, members):
        """Has objects state different values of a property, or of a property of it."""
        tags = self.random.choice([["k", "l", "m", "n"], [1, 2, 3, 4], [True, False], ["k", 2, True, "n"]])
        is_nested, may_lack = self.chance(0.2), self.chance(0.5)
        objects = [member for member in members if "properties" in member]
        for member, tag in zip(objects, tags):
            said = {"const": tag} if self.chance(0.8) else {"enum": [tag]}
            if self.chance(0.1):
                continue
            if is_nested:
                said = {"type": "object", "properties": {"kind": said}, "required": ["kind"]}
            member["properties"]["meta" if is_nested else "kind"] = said
            if not may_lack or self.chance(0.4):
                member["required"] = member.get("required", []) + ["meta" if is_nested else "kind"]

    def discriminated(self, name):
        members = [self.object() for _ in range(self.random.randint(2, 3))]
        tags = self.random.choice([["k", "l", "m"], [1, 2, 3]])
        for member, tag in zip(members, tags):
            member["properties"]["kind"] = {"type": "integer" if isinstance(tag, int) else "string", "const": tag}
            member["required"] = member.get("required", []) + ["kind"]
        names = self.parts(name, members)
        mapping = {str(tag): f"#/components/schemas/{part}" for tag, part in zip(tags, names)}
        self.schemas[name] = {
            "oneOf": [{"$ref": f"#/components/schemas/{part}"} for part in names],
            "discriminator": {"propertyName": "kind", "mapping": mapping},
        }
        return names

    def parts(self, name, members):
        names = [f"{name}Part{index}" for index in range(len(members))]
        self.schemas.update(zip(names, members))
        return names

    def union(self, name):
        if self.chance(0.1):
            return self.discriminated(name)
        # With an object at least: what are values of one Swift type is no enum with payloads.
        members = [self.object()] + [self.member() for _ in range(self.random.randint(1, 3))]
        self.random.shuffle(members)
        if self.chance(0.5):
            self.tag(members)
        names = self.parts(name, members)
        references = [{"$ref": f"#/components/schemas/{part}"} for part in names]
        self.schemas[name] = {"anyOf": references}
        return names

    def make(self, count):
        unions = {f"U{index}": self.union(f"U{index}") for index in range(count)}
        # A value of one member alone, by which its validity is judged.
        for parts in unions.values():
            for part in parts:
                reference = {"$ref": f"#/components/schemas/{part}"}
                self.schemas[f"Only{part}"] = {
                    "type": "object", "required": ["value"], "properties": {"value": reference}}
        return unions


def swift(unions):
    lines = ["import ApusRuntime", "", "let unions: [UnionCase] = ["]
    lines += [f"    union{name}()," for name in unions] + ["]"]
    for name, parts in unions.items():
        lines += ["", f"func union{name}() -> UnionCase {{", f'    UnionCase(name: "{name}", read: readUnion({name}.self), members: [']
        lines += [f'        member("{part}", Only{part}.self) {{ $0.value }},' for part in parts]
        lines += ["    ])", "}"]
    return "\n".join(lines) + "\n"


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    maker = UnionMaker(seed)
    unions = maker.make(count)
    document = {
        "openapi": "3.1.0", "info": {"title": "Unions", "version": "1"}, "paths": {},
        "components": {"schemas": maker.schemas},
    }
    with open(f"{folder}/openapi.json", "w") as file:
        json.dump(document, file)
    with open(f"{folder}/Cases.swift", "w") as file:
        file.write(swift(unions))


main()
