"""An OpenAPI document as the tests read it: on their own, with nothing of Apus."""

import json

from jsonschema import Draft202012Validator

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


class Document:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.root = json.load(file) if path.endswith(".json") else load_yaml(file)
        if str(self.root["openapi"]).startswith("3.0"):
            self.root = upgraded(self.root)
        self.schemas = self.root.get("components", {}).get("schemas", {})
        self.in_requests = self.reachable(schema for operation in self.operations() for schema in operation.requests())
        self.in_answers = self.reachable(schema for operation in self.operations() for schema in operation.answers())

    def operations(self):
        for path, item in self.root["paths"].items():
            for method in METHODS:
                if method in item:
                    yield Operation(self, path, method, item)

    def properties(self):
        """`Settings/llm_model` for each property of a component."""
        return [
            f"{name}/{key}"
            for name, schema in self.schemas.items()
            if not any(self.is_union(self.flat(schema), keyword) for keyword in ("oneOf", "anyOf"))
            and not self.is_alias(schema)
            for key in self.flat(schema).get("properties", {})
        ]

    def is_alias(self, schema):
        """Another name for what its one `allOf` member refers to."""
        telling = [member for member in schema.get("allOf", []) if member.keys() - {"description"}]
        return len(telling) == 1 and "$ref" in telling[0] and not schema.keys() & {"properties", "required"}

    def may_lack(self, component, member):
        """Whether a required member is one that requests or answers need not have."""
        member = self.resolved(member)
        return (member.get("readOnly", False) and component in self.in_requests) or (
            member.get("writeOnly", False) and component in self.in_answers
        )

    def query_parameters(self):
        """`GET /api/conversations limit`"""
        return [
            f"{operation.name} {parameter['name']}"
            for operation in self.operations()
            for parameter in operation.parameters
            if parameter["in"] == "query"
        ]

    def resolved(self, value):
        while "$ref" in value:
            target = self.root
            for key in value["$ref"].removeprefix("#/").split("/"):
                target = target[key.replace("~1", "/").replace("~0", "~")]
            siblings = {key: item for key, item in value.items() if key != "$ref"}
            value = {**target, **siblings}
            if "properties" in siblings:
                value["properties"] = {**target.get("properties", {}), **siblings["properties"]}
            if "required" in siblings and "required" in target:
                value["required"] = target["required"] + siblings["required"]
        return value

    def is_union(self, schema, keyword):
        """Not where the alternatives only say which members an object has."""
        members = [member for member in schema.get(keyword, []) if member != {"type": "null"}]
        return any(member.keys() - {"required"} for member in members)

    def with_base(self, schema, member):
        """An alternative with the properties that stand beside it."""
        if "properties" not in schema:
            return member
        base = {key: schema[key] for key in ("type", "properties", "required") if key in schema}
        return {"allOf": [base, member]}

    def flat(self, schema):
        """A schema with its reference followed and its `allOf` merged."""
        schema = dict(self.resolved(schema))
        for part in schema.pop("allOf", []):
            part = self.flat(part)
            merged = {**part, **schema}
            ours, theirs = schema.get("properties", {}), part.get("properties", {})
            both = {key: {"allOf": [ours[key], theirs[key]]} for key in ours if key in theirs and ours[key] != theirs[key]}
            merged["properties"] = {**theirs, **ours, **both}
            if "items" in part and "items" in schema and part["items"] != schema["items"]:
                merged["items"] = {"allOf": [schema["items"], part["items"]]}
            if "enum" in part and "enum" in schema:
                merged["enum"] = [value for value in schema["enum"] if value in part["enum"]]
            if {part.get("type"), schema.get("type")} == {"integer", "number"}:
                merged["type"] = "integer"
            merged["required"] = part.get("required", []) + schema.get("required", [])
            schema = {key: value for key, value in merged.items() if value or key not in ("properties", "required")}
        return schema

    def reachable(self, schemas):
        """The names of the components that values of `schemas` can hold."""
        pending, names = list(schemas), set()
        while pending:
            value = pending.pop()
            if isinstance(value, list):
                pending += value
            elif isinstance(value, dict):
                reference = value.get("$ref")
                if isinstance(reference, str) and reference not in names:
                    names.add(reference)
                    pending.append(self.resolved(value))
                pending += value.values()
        return {name.rsplit("/", 1)[1] for name in names}

    def validator(self, schema, asserts_formats=False):
        checker = Draft202012Validator.FORMAT_CHECKER if asserts_formats else None
        return Draft202012Validator({**schema, "components": {"schemas": self.schemas}}, format_checker=checker)


class Operation:
    def __init__(self, document, path, method, item):
        self.path, self.method = path, method.upper()
        self.name = f"{self.method} {path}"
        operation = item[method]
        declared = item.get("parameters", []) + operation.get("parameters", [])
        resolved = [document.resolved(parameter) for parameter in declared]
        self.parameters = list({(parameter["in"], parameter["name"]): parameter for parameter in resolved}.values())
        self.body = document.resolved(operation.get("requestBody", {}))
        self.is_secured = bool(operation.get("security", document.root.get("security")))
        self.responses = {status: document.resolved(item) for status, item in operation["responses"].items()}

    def requests(self):
        yield from (parameter["schema"] for parameter in self.parameters)
        yield from (media["schema"] for media in self.body.get("content", {}).values() if "schema" in media)

    def answers(self):
        for response in self.responses.values():
            yield from (media["schema"] for media in response.get("content", {}).values() if "schema" in media)

    def body_schema(self):
        return self.body.get("content", {}).get("application/json", {}).get("schema")

    def form_schema(self):
        return self.body.get("content", {}).get("multipart/form-data", {}).get("schema")

    def answer_schema(self, status):
        return self.responses[status]["content"]["application/json"]["schema"]


def load_yaml(file):
    import yaml

    return yaml.load(file, Loader=yaml.CSafeLoader)


def upgraded(value):
    """OpenAPI 3.0's `nullable` in JSON Schema's terms."""
    if isinstance(value, list):
        return [upgraded(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {key: upgraded(item) for key, item in value.items()}
    return {"anyOf": [value, {"type": "null"}]} if value.pop("nullable", None) is True else value
