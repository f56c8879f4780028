"""The endpoint of `Fixtures/update-conversation/openapi.txt` as a FastAPI application, and requests that its document does not lead to."""

from fastapi import Depends, FastAPI
from fastapi.security import APIKeyHeader
from pydantic import BaseModel, ConfigDict, Field

app = FastAPI(title="OpenHands", version="0.53.0", description="OpenHands: Code Less, Make More")

PATH = "/api/conversations/42"
KEY = {"X-Session-API-Key": "secret"}
LENGTHS = (0, 1, 2, 100, 199, 200, 201, 250, 1000)
# What counts as one character: ASCII, two and four bytes of UTF-8, a letter with a combining accent, a joined emoji.
UNITS = ("t", "ü", "🌍", "o\u0308", "👩‍🚀")


class UpdateConversationRequest(BaseModel):
    """Request model for updating conversation metadata."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(min_length=1, max_length=200, description="New conversation title")


@app.patch("/api/conversations/{conversation_id}", dependencies=[Depends(APIKeyHeader(name="X-Session-API-Key"))])
def update_conversation(conversation_id: str, data: UpdateConversationRequest) -> bool:
    return True


def requests(written):
    """Each: method, path, headers and body."""
    for length in LENGTHS:
        for unit in UNITS:
            yield "PATCH", PATH, KEY, written({"title": unit * length})
    for title in ("\u0000", "\u007f", "\u2028", "\ufeff", "\ufffd", "\n", "\t", " ", "  a  ", "\\", "\"", "/", "null"):
        yield "PATCH", PATH, KEY, written({"title": title})
    for body in (
        '{"title":"one","title":"two"}', '{"title":"","title":"two"}', '{"title":"one","title":""}',
        '{"TITLE":"one"}', '{" title":"one"}', '{"title":"one","":1}', '{"":"one"}', '{"title":"one","title\\u0000":1}',
        '{"\\u0074itle":"one"}', '{"title":"\\u0041\\n\\/"}', '{"title":"\\ud83c\\udf0d"}', '\n\t{ "title" :\r"one" }\n',
        '{"b":1,"a":2}', '{"b":1,"title":"","a":2}', '{"title":"","b":1}', '{"title":null,"b":null}',
        '{"title":{"title":"one"}}', '[{"title":"one"}]', '"{\\"title\\":\\"one\\"}"', '{"title":["one"]}',
        '{"title":"one"', '{"title":"one"]', '{"title" "one"}', '{"title":}', '{"title":one}', '{title:"one"}', '{"title":"one",}',
        '{"title":"one"}{"title":"two"}', '{"title":"\\q"}', '{"title":"\\u00g0"}', '{"title":"one\ntwo"}', "{'title':'one'}",
        '{"title":1e400}', '{"title":-0}', '{"title":NaN}', '{"a":12345678901234567890123}',
    ):
        yield "PATCH", PATH, KEY, body
    for conversation in ("a", "0", "-1", "a.b", "~", "a%20b", "%C3%A9", "%F0%9F%8C%8D", "a+b", "a;b=c", "a,b", "x" * 300):
        yield "PATCH", f"/api/conversations/{conversation}", KEY, '{"title":"one"}'
    # What is not the operation, and what is not authorized.
    for method, path in (
        ("PATCH", "/api/conversations"), ("PATCH", "/api/conversations/42/43"), ("PATCH", "/api/conversation/42"),
        ("PATCH", "/API/conversations/42"), ("PATCH", "/"), ("GET", PATH), ("PUT", PATH), ("POST", PATH), ("DELETE", PATH),
    ):
        yield method, path, KEY, '{"title":"one"}'
    # FastAPI reads JSON before it looks for a key, so that none is malformed here.
    for body in ('{"title":"one"}', '{"title":""}'):
        yield "PATCH", PATH, {}, body
