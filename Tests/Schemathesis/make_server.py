"""Writes a server that answers each operation with a value that the document allows.

    make_server.py DOCUMENT GENERATED/Server.swift FOLDER
    make_server.py --count DOCUMENT          how many operations it has

FOLDER gets `Main.swift` with the implementation, and `openapi.json` for schemathesis.
"""
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "Support"))
from openapi import METHODS, Document, Operation, load_yaml  # noqa: E402
from values import Generator  # noqa: E402


def load(path):
    """A document, or the one in a page's first fenced block."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    page = re.search(r"^(`{3,})yaml[^\n]*\n(.*?)^\1$", text, re.S | re.M) if path.endswith((".txt", ".md")) else None
    return load_yaml(page.group(2) if page else text)


def answer(document, operation):
    """The JSON text of the first success."""
    for status, response in sorted(operation.responses.items()):
        schema = response.get("content", {}).get("application/json", {}).get("schema")
        if status.startswith("2") and schema is not None:
            for seed in range(1000):
                value = readable(document, schema, Generator(document, seed).value(schema))
                text = json.dumps(value)
                # An empty name leads nowhere, and schemathesis asks for what answers name.
                if document.validator(schema).is_valid(value) and '""' not in text:
                    return text
    return None


def readable(document, schema, value):
    """A value without the members that only requests may hold."""
    schema = document.flat(schema)
    if isinstance(value, list):
        return [readable(document, schema.get("items", {}), element) for element in value]
    if not isinstance(value, dict):
        return value
    properties = schema.get("properties", {})
    return {
        key: readable(document, properties.get(key, {}), member)
        for key, member in value.items()
        if not is_write_only(document, properties.get(key, {}))
    }


def is_write_only(document, schema):
    schema = document.flat(schema) if isinstance(schema, dict) else {}
    return schema.get("writeOnly", False) or any(is_write_only(document, part) for part in schema.get("anyOf", []))


def path_key(operation, function):
    """The Swift expression of the path that a call was for: path parameters are a function's first arguments."""
    names = re.findall(r"(\w+): ", function)
    variables = re.findall(r"\{([^}]+)\}", operation.path)
    key = operation.path
    for variable, name in zip(variables, names):
        key = key.replace("{" + variable + "}", f"\\({name})", 1)
    return f'"{key}"'


def requirements(text):
    """The protocol's functions, each on a line."""
    protocol = re.search(r"public protocol \w+: APIServer \{\n(.*?)\n\}", text, re.S).group(1)
    # Arguments on lines of their own come onto the first.
    joined = re.sub(
        r"\(\n\s+(.*?)\n\s+\)",
        lambda match: "(" + re.sub(r"\n\s+", " ", match.group(1)) + ")",
        protocol,
        flags=re.S,
    )
    return re.findall(r"^\s+(func .*)$", joined, re.M)


def main():
    if sys.argv[1] == "--count":
        return print(len(list(Document(sys.argv[2]).operations())))
    path, server, folder = sys.argv[1:]
    copy = os.path.join(folder, "openapi.json")
    with open(copy, "w", encoding="utf-8") as file:
        json.dump(load(path), file)
    document = Document(copy)
    with open(server, encoding="utf-8") as file:
        text = file.read()
    name = re.search(r"public protocol (\w+): APIServer", text).group(1)
    functions = requirements(text)
    methods = [function for function in functions if not function.startswith("func authenticate")]
    # In the document's order, as the protocol has them.
    items = document.root["paths"].items()
    operations = [Operation(document, path, method, item) for path, item in items for method in item if method in METHODS]
    assert len(methods) == len(operations), (len(methods), len(operations))
    lines = ["// swift-format-ignore-file", "import ApusRuntime", "import Foundation", "import Serving", "", "@main", f"struct Main: {name} {{"]
    lines += ["    let resources = Resources()", "    static func main() async throws { try await serve(Main()) }"]
    for function in functions:
        if function.startswith("func authenticate"):
            argument = re.search(r"(\w+): String\)", function).group(1)
            lines.append(f"    {function.replace('Identity', 'Caller')} {{ try Caller({argument}) }}")
    for function, operation in zip(methods, operations):
        value = answer(document, operation)
        body = "" if value is None else f'return try sample(##"{value}"##)'
        lines += [
            f"    {function.replace('Identity', 'Caller')} {{",
            f'        try await resources.{operation.method.lower()}({path_key(operation, function)})',
            f"        {body}",
            "    }",
        ]
    with open(os.path.join(folder, "Main.swift"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines + ["}", ""]))


main()
