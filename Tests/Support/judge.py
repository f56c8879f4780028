"""judge.py DOCUMENT CASES RESULTS VERDICTS: compares what the generated code did with what the document says.

A verdict is `{"kind", "name", "cases", "problems"}`, one for each component, property, query parameter and operation
that the document has, whether or not the generated code has it.
"""

import base64
import json
import sys
from collections import defaultdict
from email import message_from_bytes, policy
from urllib.parse import parse_qsl, unquote

from equality import difference, expected, is_same
from openapi import Document


def main(document_path, cases_path, results_path, verdicts_path):
    document = Document(document_path)
    with open(cases_path, encoding="utf-8") as file:
        cases = json.load(file)
    with open(results_path, encoding="utf-8") as file:
        results = json.load(file)
    with open(verdicts_path, "w", encoding="utf-8") as file:
        json.dump(Judge(document, cases, results).verdicts(), file)


def parsed(text):
    def members(pairs):
        value = dict(pairs)
        assert len(value) == len(pairs), f"a key twice in {text}"
        return value

    return json.loads(text, object_pairs_hook=members)


def named(value, key):
    """The files of a part as they travel: one without a name has the part's, since servers take a file for a text without one."""
    if isinstance(value, list):
        return [named(item, key) for item in value]
    if isinstance(value, dict) and "filename" in value:
        return {**value, "filename": value["filename"] or key}
    return value


def form_parts(content_type, body):
    """The files of a multipart body by name, as Python's own parser sees them."""
    parts = defaultdict(list)
    message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=policy.HTTP)
    for part in message.get_payload():
        filename = part.get_filename()
        parts[part.get_param("name", header="content-disposition")].append(
            {
                "filename": filename and filename.replace("%22", '"'),
                "contentType": part.get_content_type(),
                "data": base64.b64encode(part.get_payload(decode=True)).decode(),
            }
        )
    return dict(parts)


class Judge:
    def __init__(self, document, cases, results):
        self.document, self.cases, self.results = document, cases, results
        self.counts, self.problems = defaultdict(int), defaultdict(list)

    def verdicts(self):
        for name in self.document.schemas:
            self.counts["model", name] = 0
        for name in self.document.query_parameters():
            self.counts["query", name] = 0
        for kind, judge in (("models", self.model), ("properties", self.property), ("operations", self.operation)):
            for case in self.cases[kind]:
                self.case = case
                judge(case, self.results.get(case["id"]))
        return [
            {"kind": kind, "name": name, "cases": count, "problems": self.problems[kind, name]}
            for (kind, name), count in self.counts.items()
        ]

    def count(self, kind, name):
        self.counts[kind, name] += 1
        self.subject = kind, name

    def expect(self, condition, message):
        if not condition and len(self.problems[self.subject]) < 5:
            self.problems[self.subject].append(f"{message}; case {json.dumps(self.case):.300}")

    def same(self, what, schema, wanted, text):
        """`text` is the JSON of `wanted` after a round trip."""
        wanted = expected(self.document, schema, wanted)
        found = "nothing" if text is None else difference(wanted, parsed(text))
        self.expect(found is None, f"{what} differs: {found}")

    # Models: the direct codec and Foundation's coders.

    def model(self, case, result):
        self.count("model", case["schema"])
        if result is None:
            is_form = any(self.is_form(operation, case["schema"]) for operation in self.document.operations())
            return self.expect(is_form, "is not in the SDK")
        text, fate = result.get("text"), case["fate"]
        self.expect(fate != "refused" or text is None, f"is read as {text!s:.200} and is to be refused")
        self.expect(fate != "read" or text is not None, f"is refused: {result.get('error')}")
        self.expect(result["agree"] == [], f"the codecs do not agree: {result['agree']}")
        if fate == "read" and text is not None:
            reference = {"$ref": f"#/components/schemas/{case['schema']}"}
            self.same("the direct codec", reference, json.loads(case["text"]), text)
            found = difference(parsed(text), parsed(result["foundation"]))
            self.expect(found is None, f"what Foundation writes differs: {found}")

    def is_form(self, operation, name):
        return (operation.form_schema() or {}).get("$ref") == f"#/components/schemas/{name}"

    # Properties: read from one value, written into another.

    def property(self, case, result):
        self.count("property", case["property"])
        name, key = case["property"].split("/", 1)
        schema = self.document.flat(self.document.schemas[name])["properties"][key]
        forms = [operation.name for operation in self.document.operations() if self.is_form(operation, name)]
        if forms:
            carried = [item for item in self.cases["operations"] if item["operation"] in forms]
            is_carried = all(self.carries(item, key) for item in carried)
            return self.expect(carried and is_carried, "is not carried by the form")
        if result is None:
            return self.expect(False, "is not in the SDK")
        base, value = json.loads(case["base"]), json.loads(case["other"])[key]
        self.same("reading", schema, value, result.get("read"))
        reference = {"$ref": f"#/components/schemas/{name}"}
        self.same("writing", reference, {**base, key: value}, result.get("written"))

    def carries(self, case, key):
        text = self.results.get(case["id"], {}).get("received", {}).get(f"form/{key}")
        return text is not None and is_same(named(case["body"]["form"][key], key), parsed(text))

    # Operations: both ends and the wire between them.

    def operation(self, case, result):
        self.count("operation", case["operation"])
        operation = next(item for item in self.document.operations() if item.name == case["operation"])
        if result is None:
            return self.expect(False, "is not in the SDK")
        self.expect("error" not in result, f"fails: {result.get('error')}")
        if "error" not in result:
            self.request(operation, case, result)
            self.response(operation, case, result)

    def request(self, operation, case, result):
        sent, received = result["request"], result["received"]
        path, _, query = sent["path"].partition("?")
        self.expect(sent["method"] == operation.method, f"sends {sent['method']}")
        keys = ("the key", '"the key"') if operation.is_secured else ("", None)
        self.expect((sent["key"], received.get("identity")) == keys, f"sends the key {sent['key']}")
        items = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))
        wanted = {}
        for parameter in operation.parameters:
            place = f"{parameter['in']}/{parameter['name']}"
            value = case["parameters"].get(place)
            # What is not sent arrives as its default.
            assumed = parameter["schema"].get("default") if value is None else value
            found = received.get(place)
            self.expect(is_same(assumed, None if found is None else parsed(found)), f"{place} arrives as {found}")
            if value is None:
                continue
            wanted[place] = value if isinstance(value, str) else json.dumps(value)
            if parameter["in"] == "query":
                self.query(operation, case, parameter, value, items, found)
        pairs = {f"query/{name}": value for name, value in items}
        asked = {place: text for place, text in wanted.items() if place.startswith("query/")}
        self.expect(len(pairs) == len(items) and pairs == asked, f"the query is {query}")
        parts, template = path.split("/"), operation.path.split("/")
        places = [f"path/{part[1:-1]}" if part.startswith("{") else part for part in template]
        segments = [wanted.get(place, place) for place in places]
        self.expect(segments == [unquote(part) for part in parts], f"the path is {path}")
        self.body(operation, case, sent, received)

    def query(self, operation, case, parameter, value, items, found):
        whole, text = self.subject, value if isinstance(value, str) else json.dumps(value)
        self.count("query", f"{operation.name} {parameter['name']}")
        self.expect((parameter["name"], text) in items, f"the query is {items}")
        self.expect(found is not None and is_same(value, parsed(found)), f"arrives as {found}")
        self.subject = whole

    def body(self, operation, case, sent, received):
        if "form" in case["body"]:
            is_form = sent["contentType"].startswith("multipart/form-data; boundary=")
            self.expect(is_form, f"sends {sent['contentType']}")
            parts = form_parts(sent["contentType"], base64.b64decode(sent["bytes"]))
            for key, value in case["body"]["form"].items():
                value = named(value, key)
                self.expect(self.carries(case, key), f"the part {key} arrives as {received.get('form/' + key)}")
                self.expect(is_same(value, parts.pop(key, None)), f"the part {key} is not {value} on the wire")
            self.expect(not parts, f"sends the parts {list(parts)}")
        elif case["body"].get("json") is not None:
            value, schema = case["body"]["json"], operation.body_schema()
            self.expect(sent["contentType"] == "application/json", f"sends {sent['contentType']}")
            self.valid("the request", schema, sent["body"])
            self.same("the request", schema, value, sent["body"])
            self.same("the server's body", schema, value, received.get("body"))
        else:
            self.expect(not sent["body"] and "body" not in received, f"sends {sent['body']}, where there is no body")

    def response(self, operation, case, result):
        status, schema = case["status"], operation.answer_schema(str(case["status"]))
        answered, outcome = result["response"], result["outcome"]
        self.expect(answered["status"] == status, f"answers {answered['status']}")
        self.expect(outcome["status"] == status, f"{status} becomes {outcome['status']}")
        self.expect(answered["contentType"] == "application/json", f"answers {answered['contentType']}")
        self.valid("the response", schema, answered["body"])
        self.same("the response", schema, case["answer"], answered["body"])
        self.same("the client's result", schema, case["answer"], outcome["text"])

    def valid(self, what, schema, text):
        errors = [error.message[:200] for error in self.document.validator(schema).iter_errors(parsed(text))]
        self.expect(not errors, f"{what} is not valid: {errors}")


if __name__ == "__main__":
    main(*sys.argv[1:])
