"""The schemas of Sources/Benchmarks/samples.openapi.yaml for msgspec and pydantic."""

import datetime
from typing import Annotated, Literal, Union

import msgspec
import pydantic

from samples import SETTINGS

# Each field as its type for both libraries: a name refers to a type below it, and `?` makes a field optional.
FIELDS = {
    "User": "login:str id:int node_id?:str avatar_url:URL url:URL html_url:URL followers_url?:URL repos_url?:URL type:str "
    "site_admin:bool",
    "Label": "id:int url:URL name:str description?:str|None color:str default:bool",
    "Issue": "id:int node_id?:str url:URL repository_url:URL comments_url?:URL events_url?:URL html_url:URL number:int "
    "state:State title:str body:str|None user:User labels:list[Label] assignee?:User|None locked:bool comments:int "
    "closed_at?:Date|None created_at:Date updated_at:Date author_association?:Association",
    "Folder": "name:Name size:Count child?:Folder",
    "Quotation": "author:Name text:Text tags:list[str]",
    "Measurement": "latitude:Latitude longitude:Longitude values:list[float]",
    "Settings": " ".join(
        f"setting{place:02}?:{['Name', 'int', 'bool', 'float'][place % 4]}" for place in range(SETTINGS)
    ),
    "Tap": "x:int y:int target?:str",
    "Swipe": "from:Pair to:Pair duration?:float",
    "Key": "key:Name modifiers?:list[str]",
    "Circle": "centerX:int centerY:int radius:Count label?:str",
    "Rectangle": "left:int top:int width:int height:int label?:str",
    "Polygon": "points:list[int] label:str closed?:bool",
}
TAGS = {"Tap": "tap", "Swipe": "swipe", "Key": "key"}
ROOTS = {
    "issues": "list[Issue]",
    "nested": "list[Folder]",
    "strings": "list[Quotation]",
    "doubles": "list[Measurement]",
    "sparse": "list[Settings]",
    "tagged": "list[Union[Tap, Swipe, Key]]",
    "untagged": "list[Union[Circle, Rectangle, Polygon]]",
    "maps": "dict[str, dict[str, int]]",
}
SCALARS = {
    "Date": datetime.datetime,
    "State": Literal["open", "closed"],
    "Association": Literal["COLLABORATOR", "CONTRIBUTOR", "MEMBER", "NONE", "OWNER"],
    "Union": Union,
}


def fields(name):
    for field in FIELDS[name].split():
        key, type = field.split(":", 1)
        yield key.rstrip("?"), type, key.endswith("?")


def msgspec_types():
    limited = lambda type, **limits: Annotated[type, msgspec.Meta(**limits)]
    types = SCALARS | {
        "URL": str,
        "Name": limited(str, min_length=1, max_length=100),
        "Text": limited(str, max_length=5000),
        "Count": limited(int, ge=0),
        "Latitude": limited(float, ge=-90, le=90),
        "Longitude": limited(float, ge=-180, le=180),
        "Pair": limited(list[int], min_length=2, max_length=2),
    }
    for name in FIELDS:
        # A type that contains itself is resolved by msgspec, in this module.
        members = [
            (f"{key}_", "Folder" if type == name else eval(type, types), msgspec.field(name=key, **absent(optional)))
            for key, type, optional in fields(name)
        ]
        tag = {"tag_field": "kind", "tag": TAGS[name]} if name in TAGS else {}
        types[name] = msgspec.defstruct(name, members, kw_only=True, module=__name__, omit_defaults=True, **tag)
        globals()[name] = types[name]
    return types


def absent(is_optional):
    return {"default": msgspec.UNSET} if is_optional else {}


def pydantic_types():
    limited = lambda type, **limits: Annotated[type, pydantic.Field(**limits)]
    types = SCALARS | {
        "URL": pydantic.AnyUrl,
        "Name": limited(str, min_length=1, max_length=100),
        "Text": limited(str, max_length=5000),
        "Count": limited(int, ge=0),
        "Latitude": limited(float, ge=-90, le=90),
        "Longitude": limited(float, ge=-180, le=180),
        "Pair": limited(list[int], min_length=2, max_length=2),
    }
    for name in FIELDS:
        members = {
            f"{key}_": ("Folder" if type == name else eval(type, types), pydantic.Field(None if optional else ..., alias=key))
            for key, type, optional in fields(name)
        }
        if name in TAGS:
            members["kind"] = (Literal[TAGS[name]], ...)
        types[name] = pydantic.create_model(name, __module__=__name__, **members)
        globals()[name] = types[name]
        types[name].model_rebuild()
    types["Union"] = Union
    return types


def msgspec_decoder(name):
    # msgspec has no unions of objects without a tag.
    return None if name == "untagged" else msgspec.json.Decoder(eval(ROOTS[name], msgspec_types()))


def msgspec_encoder():
    return msgspec.json.Encoder()


def pydantic_adapter(name):
    types = pydantic_types()
    root = ROOTS[name]
    if name == "tagged":
        event = Annotated[Union[types["Tap"], types["Swipe"], types["Key"]], pydantic.Field(discriminator="kind")]
        return pydantic.TypeAdapter(list[event])
    return pydantic.TypeAdapter(eval(root, types))
