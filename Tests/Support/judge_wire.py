"""Judges captured calls: `judge_wire.py DOCUMENT RESULTS VERDICTS`.

Each operation that the document has must have been called with each status that it declares, and the bodies on the wire
must be valid by the document's schemas.
"""

import json
import sys

from openapi import Document


def main(path, results, verdicts):
    document = Document(path)
    with open(results, encoding="utf-8") as file:
        records = {}
        for record in json.load(file):
            records.setdefault(record["operation"], []).append(record)
    judged = [verdict(document, operation, records.get(operation.name, [])) for operation in document.operations()]
    with open(verdicts, "w", encoding="utf-8") as file:
        json.dump(judged, file)


def verdict(document, operation, records):
    problems = [f"{record['status']} {problem}" for record in records for problem in record.get("problems", [])]
    called = {str(record["status"]) for record in records if "response" in record}
    for status, response in operation.responses.items():
        if not any(is_of(status, code, operation) for code in called):
            problems.append(f"{status} is not called")
    for record in records:
        status = declared(operation, str(record["status"]))
        if "response" not in record or status is None:
            continue
        problems += body_problems(document, operation.body, record["request"], f"{record['status']} request")
        problems += body_problems(document, operation.responses[status], record["response"], f"{record['status']} response")
    return {"kind": "operation", "name": operation.name, "cases": len(records), "problems": problems}


def declared(operation, code):
    """What of the declared statuses an answer is."""
    for status in (code, f"{code[0]}XX", "default"):
        if status in operation.responses:
            return status
    return None


def is_of(status, code, operation):
    return declared(operation, code) == status


def body_problems(document, owner, sent, place):
    content = owner.get("content", {})
    media_type = sent["contentType"].split(";")[0]
    if not sent["body"]:
        return [f"{place} has no body"] if content and owner.get("required") else []
    media = content.get(media_type) or content.get("*/*") or next(
        (media for key, media in content.items() if key.split(";")[0] == media_type), None
    )
    if media is None:
        return [f"{place} has the undeclared type {media_type!r}"]
    if "schema" not in media or not (media_type.endswith("json")):
        return []
    value = json.loads(sent["body"])
    errors = document.validator(media["schema"], asserts_formats=True).iter_errors(value)
    return [f"{place} {error.json_path}: {error.message:.200}" for error in list(errors)[:3]]


if __name__ == "__main__":
    main(*sys.argv[1:])
