"""A document's schemas as plain JSON Schema (draft 2020-12), read with nothing of Apus."""

import json
import re

import yaml
from jsonschema import Draft202012Validator

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
MAPS = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
# What holds values and not schemas.
VALUES = ("enum", "const", "default", "example", "examples", "required")


class Document:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        # A page of documentation holds the document between fences.
        fenced = re.search(r"^(`{3,})ya?ml.*?\n(.*?)^\1", text, re.DOTALL | re.MULTILINE) if path.endswith((".txt", ".md")) else None
        self.root = json.loads(text) if path.endswith(".json") else load_yaml(fenced[2] if fenced else text)
        self.is_swagger = "swagger" in self.root
        self.is_old = self.is_swagger or str(self.root.get("openapi", "")).startswith("3.0")
        if self.is_swagger:
            self.root["components"] = {"schemas": self.root.get("definitions", {})}
        self.rewritten = {}

    # Which schemas there are.

    def schemas(self):
        """Each schema by the key under which the driver knows its type."""
        components = self.root.get("components", {}).get("schemas", {})
        result = {f"#/components/schemas/{name}": schema for name, schema in components.items()}
        for path, item in self.root.get("paths", {}).items():
            for method in METHODS:
                if isinstance(item, dict) and method in item:
                    result.update(self.of_operation(f"{method.upper()} {path}", item[method]))
        return result

    def of_operation(self, name, operation):
        """Inline schemas of bodies; those of components are tried as such."""
        contents = {}
        body = self.target(operation.get("requestBody", {}))
        for media, content in body.get("content", {}).items():
            contents[f"{name} request {media}"] = content
        for status, response in operation.get("responses", {}).items():
            response = self.target(response)
            contents.update({f"{name} {status} {media}": content for media, content in response.get("content", {}).items()})
        return {
            key.split(";")[0].strip(): content["schema"]
            for key, content in contents.items()
            if is_json(key.split(";")[0].rsplit(" ", 1)[-1]) and "schema" in content and "$ref" not in content["schema"]
        }

    # What a reference leads to.

    def target(self, value):
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            value = self.at(value["$ref"])
        return value

    def at(self, reference):
        target = self.root
        for key in reference.removeprefix("#").removeprefix("/").split("/"):
            key = key.replace("~1", "/").replace("~0", "~").replace("%7B", "{").replace("%7D", "}")
            target = target[int(key)] if isinstance(target, list) else target[key]
        return target

    # JSON Schema.

    def plain(self, schema):
        """A schema in JSON Schema's terms: `nullable`, bounds that are booleans, references with siblings."""
        key = id(schema)
        if key not in self.rewritten:
            self.rewritten[key] = (self.rewrite(schema), schema)
        return self.rewritten[key][0]

    def rewrite(self, schema):
        if not isinstance(schema, dict):
            return schema
        if self.is_old and isinstance(schema.get("$ref"), str):
            return {"$ref": schema["$ref"]}
        result = {}
        for key, value in schema.items():
            if key in VALUES:
                result[key] = value
            elif key in MAPS and isinstance(value, dict):
                result[key] = {name: self.plain(member) for name, member in value.items()}
            elif isinstance(value, list):
                result[key] = [self.plain(item) for item in value]
            elif isinstance(value, dict):
                result[key] = self.plain(value)
            else:
                result[key] = value
        for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if isinstance(result.get(exclusive), bool):
                if result.pop(exclusive) and bound in result:
                    result[exclusive] = result.pop(bound)
        if not isinstance(result.get("required", []), list):
            del result["required"]
        for keyword in ("anyOf", "oneOf"):
            members = schema.get(keyword)
            if self.is_old and isinstance(members, list) and len(members) > 1:
                # By the letter every value; what writes it means null.
                result[keyword] = [
                    {"type": "null"} if member == {"nullable": True} else plain for member, plain in zip(members, result[keyword])
                ]
        if self.is_old and result.pop("nullable", result.pop("x-nullable", None)) is True and "type" in result:
            return {"anyOf": [result, {"type": "null"}]}
        return result

    def names(self, schema):
        """The keys of all properties that a schema leads to."""
        names, seen, pending = set(), set(), [schema]
        while pending:
            value = pending.pop()
            if isinstance(value, list):
                pending += value
            elif isinstance(value, dict) and id(value) not in seen:
                seen.add(id(value))
                reference = value.get("$ref")
                if isinstance(reference, str) and reference.startswith("#/"):
                    try:
                        pending.append(self.plain(self.at(reference)))
                    except (KeyError, IndexError):
                        # Examples and extensions refer to what there is not.
                        pass
                if isinstance(value.get("properties"), dict):
                    names.update(value["properties"])
                pending += [value[key] for key in value if key not in VALUES]
        return names

    def validator(self):
        return Validity(self)


def is_json(media_type):
    return media_type.endswith(("/json", "+json"))


class Validity:
    """What `jsonschema` says of values, with references into the whole document."""

    def __init__(self, document):
        self.validator = Draft202012Validator(whole(document))

    def is_valid(self, value, schema):
        try:
            return self.validator.evolve(schema=schema).is_valid(value)
        except RecursionError:
            return False


def whole(document):
    """The document with every schema that a reference can lead to in JSON Schema's terms."""

    def walk(value):
        if isinstance(value, dict):
            rewritten = {}
            for key, item in value.items():
                if key in ("example", "examples", "default", "enum"):
                    continue
                if key == "schema" and isinstance(item, dict):
                    rewritten[key] = document.plain(item)
                elif key in ("schemas", "definitions") and isinstance(item, dict):
                    rewritten[key] = {name: document.plain(member) for name, member in item.items()}
                else:
                    rewritten[key] = walk(item)
            return rewritten
        return [walk(item) for item in value] if isinstance(value, list) else value

    root = walk(document.root)
    for key in ("$schema", "jsonSchemaDialect", "id", "$id"):
        root.pop(key, None)
    return root


class Loader(yaml.CSafeLoader):
    """YAML 1.2's core schema: dates and `on` stay strings."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in items if not tag.endswith((":timestamp", ":bool"))]
    for first, items in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


def load_yaml(text):
    return strings(yaml.load(text, Loader=Loader))


def strings(value):
    """JSON has no keys but strings: `200:` is `"200":`."""
    if isinstance(value, dict):
        return {str(key): strings(item) for key, item in value.items()}
    return [strings(item) for item in value] if isinstance(value, list) else value
