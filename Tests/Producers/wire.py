"""Requests as they are on the wire, read by what OpenAPI says of styles, with nothing of Apus."""

import json
from email import message_from_bytes, policy
from urllib.parse import parse_qsl, unquote


def path_values(template, path):
    """-> the raw text of each variable; None where the path is another one"""
    import re

    pattern = "".join(
        f"(?P<v{index}>[^/]*)" if part.startswith("{") else re.escape(part)
        for index, part in enumerate(re.split(r"(\{[^}]*\})", template))
    )
    names = {f"v{index}": part[1:-1] for index, part in enumerate(re.split(r"(\{[^}]*\})", template)) if part.startswith("{")}
    match = re.fullmatch(pattern, path)
    return match and {names[key]: unquote(text) for key, text in match.groupdict().items()}


def query_items(query):
    return parse_qsl(query, keep_blank_values=True)


def query_value(parameter, items, is_object, is_array):
    """-> text, texts or texts by key, by the parameter's style; None for nothing"""
    name, style = parameter["name"], parameter.get("style", "form")
    explode = parameter.get("explode", style == "form")
    if style == "deepObject":
        found = {key[len(name) + 1:-1]: value for key, value in items if key.startswith(name + "[")}
        return found or None
    texts = [value for key, value in items if key == name]
    if is_object and explode:
        return dict(items) or None
    if not texts:
        return None
    if is_array:
        separator = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}[style]
        return texts if explode else texts[0].split(separator)
    return texts[-1] if len(texts) == 1 else texts


def cookies(request):
    pairs = []
    for field in request.values("cookie"):
        pairs += [tuple(part.strip().split("=", 1)) for part in field.split(";") if "=" in part]
    return pairs


def parts(content_type, body):
    """-> name, file name, content type and bytes of each part, as Python's own parser sees them"""
    message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=policy.HTTP)
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part.get_content_type(),
            part.get_payload(decode=True),
        )
        for part in message.get_payload()
    ]


def events(body):
    """The data of server-sent events."""
    texts = body.decode().replace("\r\n", "\n").split("\n\n")
    found = [[line[5:].removeprefix(" ") for line in text.split("\n") if line.startswith("data:")] for text in texts]
    return ["\n".join(lines) for lines in found if lines]


def json_lines(body):
    return [json.loads(line) for line in body.decode().split("\n") if line.strip()]
