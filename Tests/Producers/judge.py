"""Compares a call with what was on the wire and what the client read. -> a list of (feature, problem or None)"""

import base64
import json
import re
from datetime import datetime, time, timezone
from urllib.parse import parse_qsl

import wire
from calls import body_feature, content, is_required

FEATURES = [
    "path", "query", "header", "cookie", "json", "form", "multipart", "bytes", "accepted", "understood", "answer", "text",
    "file", "stream", "empty", "failure", "redirect",
]


class Judge:
    def __init__(self, document):
        self.document = document
        self.operations = {operation.name: operation for operation in document.operations()}
        self.known = set(property_names(document.root))

    def verdicts(self, call, record, exchanges):
        operation = self.operations[call["operation"]]
        if not exchanges:
            return [(self.kind(operation), f"nothing was sent: {record.get('outcome')} {record.get('message', '')[:300]}")]
        request, response = exchanges[0]
        result = list(self.parameters(operation, call, request))
        result += self.body(operation, call, record, request)
        result += self.answer(operation, call, record, request, response, len(exchanges))
        return result

    @staticmethod
    def kind(operation):
        return body_feature(content(operation)[0]) if operation.body else "query"

    # What the server received.

    def parameters(self, operation, call, request):
        path, _, query = request.line.split(" ")[1].partition("?")
        items, cookies = wire.query_items(query), wire.cookies(request)
        paths = wire.path_values(operation.path, path)
        if paths is None:
            yield "path", f"{path} is not of {operation.path}"
        if len(request.values("cookie")) > 1:
            yield "cookie", "there are several Cookie fields"
        for parameter in operation.parameters:
            place = parameter["in"]
            wanted = call["arguments"].get(f"{place} {parameter['name']}")
            is_object, is_array = isinstance(wanted, dict), isinstance(wanted, list)
            if place == "path":
                found = (paths or {}).get(parameter["name"])
            elif place in ("query", "cookie"):
                found = wire.query_value(parameter, items if place == "query" else cookies, is_object, is_array)
            elif place == "header":
                found = ", ".join(request.values(parameter["name"].lower())) or None
                found = found and re.split(r", ?", found) if is_array else found
            else:
                continue
            if is_required(parameter) or wanted is not None or found is not None:
                yield place, None if is_text(wanted, found) else f"{parameter['name']}: {found!r} is sent for {wanted!r}"
        names = {parameter["name"] for parameter in operation.parameters if parameter["in"] == "query"}
        has_objects = any(parameter.get("style") == "deepObject" for parameter in operation.parameters)
        strange = {key for key, _ in items} - names - self.keys_in_query()
        if strange and not has_objects:
            yield "query", f"{sorted(strange)} are sent, which nothing declares"

    def keys_in_query(self):
        schemes = self.document.root.get("components", {}).get("securitySchemes", {}).values()
        return {scheme.get("name") for scheme in schemes if scheme.get("in") == "query"}

    def body(self, operation, call, record, request):
        media_type = request.value("content-type").split(";")[0].lower()
        wanted = call["arguments"].get("body")
        feature = body_feature(media_type or (content(operation)[0] or "application/json"))
        if feature == "multipart":
            yield feature, self.multipart(record.get("body"), request)
        elif "body" not in call["arguments"]:
            if request.body:
                yield feature, f"a body is sent that nobody gave: {request.body[:80]!r}"
        elif feature == "json":
            yield feature, difference(wanted, parsed(request.body))
        elif feature == "form":
            yield feature, form_problem(wanted, parse_qsl(request.body.decode(), keep_blank_values=True))
        else:
            text = wanted if isinstance(wanted, str) else json.dumps(wanted)
            data = base64.b64decode(text[7:]) if text.startswith("base64:") else text.encode()
            yield feature, None if request.body == data else f"{request.body[:80]!r} is sent for {text!r}"

    @staticmethod
    def multipart(value, request):
        if not isinstance(value, dict):
            return "the form is unknown"
        parts = wire.parts(request.value("content-type"), request.body)
        wanted = {plain(key): item for key, item in value.items() if item is not None}
        found = {}
        for name, *part in parts:
            found.setdefault(plain(name), []).append(part)
        for key in wanted.keys() | found.keys():
            values = wanted.get(key)
            values = values if isinstance(values, list) else [] if values is None else [values]
            problem = parts_problem(values, found.get(key, []))
            if problem:
                return f"{key}: {problem}"
        return None

    # What the client read.

    def answer(self, operation, call, record, request, response, count):
        status = int(response.line.split(" ")[1])
        outcome = record.get("outcome", "returned")
        is_wanted = status == call["status"] if "status" in call else status < 400
        yield "accepted", None if is_wanted else f"{status} {response.body[:100_000].decode(errors='replace')}"
        # A success that nothing describes is one of an operation that describes none.
        is_silent = status < 300 and not any(key[0] in "2d" for key in operation.responses)
        declared = "200" if is_silent else self.declared(operation, status)
        if status // 100 == 3:
            yield "redirect", None if outcome != "transport" else f"{outcome} {record.get('message')}"
            return
        if outcome in ("decoding", "transport", "refused", "not called", "crashed"):
            feature = "failure" if status >= 400 else answer_feature(response)
            yield feature, f"{outcome}: {record.get('message', '')[:400]}"
            return
        if declared is None or outcome == "undocumented":
            is_told = declared is None and outcome == "undocumented" and record.get("status") == status
            yield "failure", None if is_told else f"{status} is {outcome}"
            return
        yield from self.value(record, response, status)
        if status < 300 and response.value("content-type").startswith("application/json"):
            yield from self.understood(operation, call, record, parsed(response.body))

    @staticmethod
    def declared(operation, status):
        return next((key for key in (str(status), f"{status // 100}XX", "default") if key in operation.responses), None)

    def value(self, record, response, status):
        feature = "failure" if status >= 400 else answer_feature(response)
        body = response.body
        if "items" in record:
            texts = wire.events(body) if feature == "stream" and b"data:" in body else None
            read = record["items"]
            if texts is None:
                wanted = wire.json_lines(body)
            else:
                # Data that is declared as text is text.
                wanted = [text if isinstance(item, str) else loaded(text) for text, item in zip(texts, read)] + texts[len(read):]
            yield feature, difference(wanted, record["items"], self.known)
        elif "bytes" in record:
            found = base64.b64decode(record["bytes"])
            yield feature, None if found == body else f"{found[:80]!r} instead of {body[:80]!r}"
        elif "written" in record:
            found = base64.b64decode(record["written"])
            if body and found:
                yield feature, difference(loaded(body.decode()), loaded(found.decode()), self.known)
            else:
                yield feature, None if not found else "a value of no body"
        elif record.get("value") is None:
            yield "empty" if not body else feature, None if body in (b"", b"null") or not is_json(response) else (
                None if not self.describes(response) else "nothing is read")
        else:
            wanted = parsed(body) if is_json(response) else body.decode()
            yield feature, difference(wanted, record["value"], self.known)

    @staticmethod
    def describes(_):
        return False

    @staticmethod
    def understood(operation, call, record, answer):
        """Whether what the server says that it got is what it was sent."""
        told = dict(walk(answer))
        arguments = dict(call["arguments"])
        if operation.body and body_feature(content(operation)[0]) == "multipart":
            # The driver fills parts itself; how files are understood is seen in their parts.
            sent = record.get("body") if isinstance(record.get("body"), dict) else {}
            arguments["body"] = {key: item for key, item in sent.items() if item is not None}
        for key, value in arguments.items():
            name = plain(key.split(" ", 1)[-1])
            if key == "body" and isinstance(value, dict) and isinstance(answer, dict):
                for member, item in value.items():
                    if member in answer and not isinstance(item, (dict, list)):
                        yield "understood", echo_problem(member, item, answer[member])
            elif key != "body" and name in told and not isinstance(value, dict):
                yield "understood", echo_problem(name, value, told[name])


# Comparing.


def echo_problem(name, sent, told):
    if isinstance(sent, str) and not isinstance(loaded(sent), (int, float, type(None))) and loaded(sent) == told:
        return None
    if told is None:
        return f"{name}: {sent!r} is not understood"
    return None if is_echo(sent, told) else f"{name}: {sent!r} is understood as {told!r}"


def is_echo(sent, told):
    """Whether an application repeats what it was sent, if need be in Python's spelling."""
    if isinstance(told, str):
        if isinstance(sent, list):
            return loaded(told.replace("'", '"')) == sent or told == ",".join(map(str, sent))
        if told == f"Color.{sent}" or isinstance(sent, bool) and told.lower() == str(sent).lower():
            return True
        if isinstance(sent, (int, float)) and told.count(":") == 2:
            return sum(float(part) * unit for part, unit in zip(told.split(":"), (3600, 60, 1))) == sent
    if isinstance(sent, list) and isinstance(told, list) and len(told) == 1 and len(sent) > 1:
        return is_echo(sent, told[0])
    if isinstance(told, list) and len(told) == 1 and not isinstance(sent, list):
        return is_echo(sent, told[0])
    if isinstance(sent, list) or isinstance(told, list):
        sent, told = (value if isinstance(value, list) else [value] for value in (sent, told))
        if len(sent) == 1 and isinstance(sent[0], str) and len(told) > 1:
            return ",".join(map(str, told)) == sent[0]
        return len(sent) == len(told) and all(map(is_echo, sent, told))
    if isinstance(told, (dict,)):
        return True
    if isinstance(sent, str) and re.match(r"-?P", sent) or isinstance(told, str) and re.fullmatch(r"\*+", told):
        return True
    return str(sent) == str(told) or spelled(sent) == spelled(told) or numeric(sent) == numeric(told) is not None


def is_text(wanted, found):
    """Whether texts on the wire stand for a value."""
    if wanted is None or found is None:
        return wanted is None and found is None
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(key in found and is_text(item, found[key]) for key, item in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and len(found) == len(wanted) and all(map(is_text, wanted, found))
    if isinstance(wanted, bool):
        return found == ("true" if wanted else "false")
    if isinstance(wanted, (int, float)):
        return numeric(found) == wanted
    return found == wanted or spelled(found) == spelled(wanted)


def form_problem(wanted, pairs):
    found = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    for key in wanted.keys() | found.keys():
        value, texts = wanted.get(key), found.get(key, [])
        if value in (None, []):
            if texts and value is None:
                return f"{key}: {texts} is sent, which nobody gave"
            continue
        values = value if isinstance(value, list) else [value]
        if not texts:
            return f"{key} is not sent"
        is_same = is_text(values, texts) or loaded(texts[0]) == value or is_text(values, texts[0].split(","))
        if not is_same:
            return f"{key}: {texts} is sent for {value!r}"
    return None


def parts_problem(values, parts):
    if len(parts) == 1 and not isinstance(values[0] if values else None, dict) and len(values) > 1:
        values = [values]
    if len(values) != len(parts):
        return f"{len(parts)} parts are sent for {len(values)} values"
    for value, (filename, _, data) in zip(values, parts):
        if isinstance(value, dict) and "data" in value and "contentType" in value:
            if not filename:
                return "the file has no name"
            if base64.b64decode(value["data"]) != data:
                return "the file's bytes are others"
        elif not is_text(value, data.decode()) and loaded(data.decode()) != value:
            return f"{data!r} is sent for {value!r}"
    return None


def difference(wanted, found, known=None, path=""):
    """Where two values differ first. `known`: the members that models have, of which none may be lacking."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in wanted.keys() | found.keys():
            if key not in wanted or key not in found and (known is None or key in known):
                return f"{path}/{key} is {'there' if key in found else 'missing'}"
        inner = (difference(item, found[key], known, f"{path}/{key}") for key, item in wanted.items() if key in found)
        return next((item for item in inner if item), None)
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        inner = (difference(*pair, known, f"{path}/{index}") for index, pair in enumerate(zip(wanted, found)))
        return next((item for item in inner if item), None)
    if type(wanted) is bool or type(found) is bool or wanted is None or found is None:
        is_same = wanted is found
    elif isinstance(wanted, (int, float)) and isinstance(found, (int, float)):
        is_same = wanted == found
    else:
        is_same = type(wanted) is type(found) and (wanted == found or spelled(wanted) == spelled(found))
    return None if is_same else f"{path}: {found!r:.200} instead of {wanted!r:.200}"


def spelled(value):
    """Date-times as instants, those without an offset being UTC, and times without needless zeros."""
    if not isinstance(value, str):
        return value
    text = value.replace("Z", "+00:00").replace(" ", "T", 1)
    try:
        if "T" in text:
            found = datetime.fromisoformat(text)
            return found if found.tzinfo else found.replace(tzinfo=timezone.utc)
        if text.count(":") > 1:
            return time.fromisoformat(text)
    except ValueError:
        pass
    return value.lower() if re.fullmatch(r"[0-9A-Fa-f-]{36}", value) else value


def numeric(value):
    try:
        return None if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        return None


def walk(value):
    """All members by their plain names, outer ones last."""
    if isinstance(value, dict):
        for item in value.values():
            yield from walk(item)
        yield from ((plain(key), item) for key, item in value.items())


def plain(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def property_names(value):
    if isinstance(value, list):
        for item in value:
            yield from property_names(item)
    elif isinstance(value, dict):
        if isinstance(value.get("properties"), dict):
            yield from value["properties"]
        for item in value.values():
            yield from property_names(item)


def answer_feature(response):
    media_type = response.value("content-type").split(";")[0]
    if not response.body:
        return "empty"
    if media_type.endswith("json"):
        return "answer"
    if media_type in ("text/event-stream", "application/jsonl", "application/json-seq"):
        return "stream"
    return "text" if media_type.startswith("text/") else "file"


def is_json(response):
    return response.value("content-type").split(";")[0].endswith("json")


def parsed(body):
    try:
        return json.loads(body)
    except ValueError:
        return f"not JSON: {body[:200]!r}"


def loaded(text):
    try:
        return json.loads(text)
    except ValueError:
        return text
