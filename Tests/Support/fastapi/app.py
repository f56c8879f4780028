"""A service whose models have every constraint that FastAPI and pydantic can write into an OpenAPI document.

Numbers, booleans and strings of bodies are strict. Dates, UUIDs and URLs cannot be: FastAPI hands pydantic strings.
"""

from datetime import date, datetime, time, timedelta
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal, Optional, Union
from ipaddress import IPv4Address, IPv6Address
from uuid import UUID

from fastapi import Body, Cookie, FastAPI, Header, Path, Query
from pydantic import (
    AnyUrl, BaseModel, ConfigDict, EmailStr, Field, HttpUrl, SecretStr, StrictBool, StrictFloat, StrictInt, StrictStr,
    UUID4,
)

app = FastAPI(title="Depot", version="1.0.0", description="Stores parcels, and is strict about them.")


def integer(**constraints: Any) -> Any:
    return Annotated[int, Field(strict=True, **constraints)]


def number(**constraints: Any) -> Any:
    return Annotated[float, Field(strict=True, **constraints)]


def text(**constraints: Any) -> Any:
    return Annotated[str, Field(strict=True, **constraints)]


class Size(str, Enum):
    small = "small"
    medium = "medium"
    large = "large"


class Only(str, Enum):
    here = "here"


class Level(IntEnum):
    low = 1
    high = 2
    extreme = 10


# Values of each type.


class Numbers(BaseModel):
    plain: StrictInt
    positive: integer(gt=0)
    percent: integer(ge=0, le=100)
    below: integer(lt=-5)
    even: integer(multiple_of=2, ge=-10)
    bounded: integer(gt=10, lt=20, multiple_of=5)
    huge: integer(le=2**53) = 1
    real: StrictFloat
    ratio: number(ge=0, le=1)
    open_ratio: number(gt=0.25, lt=0.75)
    step: number(multiple_of=0.5, ge=-2.5)
    small: number(ge=0.001) = 1.0
    maybe: Optional[integer(ge=3)] = None


class Texts(BaseModel):
    model_config = ConfigDict(extra="forbid")

    plain: StrictStr
    filled: text(min_length=1)
    short: text(max_length=3)
    name: text(min_length=2, max_length=5)
    code: text(pattern=r"^[A-Z]{2}\d{3}$")
    slug: text(min_length=3, max_length=8, pattern="^[a-z-]+$")
    part: text(pattern=r"\d+") = "1"
    maybe: Optional[text(min_length=2)] = None
    defaulted: text(max_length=4) = "none"


class Flags(BaseModel):
    on: StrictBool
    maybe: Optional[StrictBool] = None
    nothing: None = None


class Choices(BaseModel):
    size: Size
    only: Only
    level: Level
    letter: Literal["a", "b", "c"]
    constant: Literal["fixed"]
    digit: Literal[1, 2, 3]
    one: Literal[1]
    quoted: Literal["it's", 'say "hi"', "é"] = "é"
    mixed: Literal["x", 5, None] = None
    sizes: list[Size] = []
    maybe: Optional[Size] = None
    maybe_letter: Optional[Literal["y", "z"]] = None


class Moments(BaseModel):
    day: date
    at: datetime
    clock: time
    span: timedelta
    maybe_day: Optional[date] = None
    days: list[date] = []


class Formats(BaseModel):
    id: UUID
    link: AnyUrl
    site: HttpUrl
    mail: EmailStr
    blob: bytes
    maybe_id: Optional[UUID] = None
    ids: list[UUID] = []
    random_id: Optional[UUID4] = None
    address: Optional[IPv4Address] = None
    address6: Optional[IPv6Address] = None


# Values that hold others.


class Lists(BaseModel):
    plain: list[StrictInt]
    bounded: Annotated[list[StrictInt], Field(min_length=2, max_length=4)]
    filled: Annotated[list[text(min_length=2)], Field(min_length=1)]
    nested: list[Annotated[list[StrictInt], Field(max_length=2)]] = []
    optional: list[Optional[StrictStr]] = []
    anything: list[Any] = []
    maybe: Optional[Annotated[list[StrictBool], Field(max_length=2)]] = None


class Sets(BaseModel):
    unique: set[StrictInt]
    bounded: Annotated[set[StrictStr], Field(min_length=2, max_length=3)]


class Tuples(BaseModel):
    pair: tuple[StrictInt, StrictStr]
    triple: tuple[StrictBool, number(ge=0), text(min_length=1)]
    maybe: Optional[tuple[StrictInt, StrictInt]] = None


class Maps(BaseModel):
    counts: dict[str, StrictInt]
    bounded: Annotated[dict[str, StrictStr], Field(min_length=1, max_length=2)]
    keyed: dict[text(min_length=2, max_length=4), integer(ge=0)]
    lists: dict[str, list[StrictInt]] = {}
    anything: dict[str, Any] = {}
    by_size: dict[Size, StrictInt] = {}


class Address(BaseModel):
    model_config = ConfigDict(extra="forbid")

    street: text(min_length=1)
    zip: text(pattern=r"^\d{5}$")
    floor: integer(ge=0) = 0


class Box(BaseModel):
    model_config = ConfigDict(extra="allow")

    weight: number(gt=0)
    lid: Optional[StrictBool] = None


class Tree(BaseModel):
    value: StrictInt
    children: list["Tree"] = []
    parent: Optional["Tree"] = None


class Parcel(BaseModel):
    user_name: text(min_length=1) = Field(alias="userName")
    address: Address
    addresses: Annotated[list[Address], Field(max_length=2)] = []
    places: dict[str, Address] = {}
    box: Optional[Box] = None
    tree: Optional[Tree] = None


# One of several.


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: integer(ge=1, le=9)


class Dog(BaseModel):
    kind: Literal["dog", "wolf"]
    name: text(min_length=1)


class Fish(BaseModel):
    kind: Literal["fish"]
    tank: Optional[Address] = None


Pet = Annotated[Union[Cat, Dog, Fish], Field(discriminator="kind")]


class Unions(BaseModel):
    number_or_text: Union[StrictInt, StrictStr]
    constrained: Union[integer(ge=3), text(min_length=3)]
    list_or_map: Union[list[StrictInt], dict[str, StrictInt]]
    lists: Union[list[StrictInt], list[StrictStr]] = []
    flag_or_real: Union[StrictBool, StrictFloat] = True
    models: Union[Address, Box, StrictInt] = 1
    literals: Union[Literal["a", "b"], Literal[3], Size] = "a"
    level_or_text: Union[Level, text(max_length=2)] = "a"
    pair_or_text: Union[tuple[StrictInt, StrictStr], StrictBool] = True
    set_or_flag: Union[set[StrictInt], StrictBool] = True
    nested: Union[list[Union[StrictInt, StrictStr]], StrictBool] = True
    optionals: Union[list[Optional[StrictInt]], Address] = []
    moment: Union[datetime, StrictInt] = 1
    id_or_number: Union[UUID, StrictInt] = 1
    maybe: Optional[Union[StrictInt, text(min_length=2)]] = None
    pet_or_number: Union[Pet, StrictInt] = 1


class Household(BaseModel):
    pet: Pet
    pets: Annotated[list[Pet], Field(max_length=3)] = []
    maybe: Optional[Pet] = None
    by_name: dict[str, Pet] = {}


@app.post("/numbers")
def numbers(data: Numbers) -> bool:
    return True


@app.post("/texts")
def texts(data: Texts) -> bool:
    return True


@app.post("/flags")
def flags(data: Flags) -> bool:
    return True


@app.post("/choices")
def choices(data: Choices) -> bool:
    return True


@app.post("/moments")
def moments(data: Moments) -> bool:
    return True


@app.post("/formats")
def formats(data: Formats) -> bool:
    return True


@app.post("/lists")
def lists(data: Lists) -> bool:
    return True


@app.post("/sets")
def sets(data: Sets) -> bool:
    return True


@app.post("/tuples")
def tuples(data: Tuples) -> bool:
    return True


@app.post("/maps")
def maps(data: Maps) -> bool:
    return True


@app.post("/parcels")
def parcels(data: Parcel) -> bool:
    return True


@app.post("/unions")
def unions(data: Unions) -> bool:
    return True


@app.post("/households")
def households(data: Household) -> bool:
    return True


# Bodies of other shapes.


@app.put("/addresses")
def addresses(data: Annotated[list[Address], Body(min_length=1, max_length=3)]) -> bool:
    return True


@app.put("/count")
def count(data: Annotated[int, Body(strict=True, ge=1, le=5)]) -> bool:
    return True


@app.put("/pet")
def pet(data: Pet) -> bool:
    return True


@app.put("/either")
def either(data: Union[Address, Box]) -> bool:
    return True


@app.put("/note")
def note(data: Optional[Address] = None) -> bool:
    return True


@app.put("/pair")
def pair(address: Address, box: Box, importance: Annotated[int, Body(strict=True, ge=1)]) -> bool:
    return True


@app.put("/embedded")
def embedded(address: Annotated[Address, Body(embed=True)]) -> bool:
    return True


@app.put("/table")
def table(data: dict[str, Annotated[list[StrictInt], Field(max_length=2)]]) -> bool:
    return True


# Parameters.


@app.get("/search")
def search(
    number: Annotated[int, Query(ge=1, le=10)],
    text: Annotated[str, Query(min_length=2, max_length=4)],
    flag: bool = False,
    ratio: Annotated[Optional[float], Query(gt=0, lt=1)] = None,
    pattern: Annotated[Optional[str], Query(pattern="^[a-z]+$")] = None,
    size: Size = Size.small,
    letter: Optional[Literal["a", "b"]] = None,
    day: Optional[date] = None,
    at: Optional[datetime] = None,
    id: Optional[UUID] = None,
    tags: Annotated[list[str], Query(max_length=2)] = [],
    counts: Annotated[list[int], Query()] = [],
    step: Annotated[int, Query(multiple_of=5)] = 5,
    either: Union[int, bool, None] = None,
) -> bool:
    return True


@app.get("/numbers/{number}/{ratio}/{flag}")
def path_numbers(
    number: Annotated[int, Path(ge=1, lt=100)], ratio: Annotated[float, Path(ge=0)], flag: bool
) -> bool:
    return True


@app.get("/texts/{text}/{size}/{level}")
def path_texts(text: Annotated[str, Path(min_length=2, max_length=5)], size: Size, level: Level) -> bool:
    return True


@app.get("/ids/{id}/{day}")
def path_ids(id: UUID, day: date) -> bool:
    return True


@app.get("/headers")
def headers(
    x_token: Annotated[str, Header(min_length=3)],
    x_count: Annotated[int, Header(ge=1)],
    x_flag: Annotated[Optional[bool], Header()] = None,
    x_size: Annotated[Size, Header()] = Size.small,
    session: Annotated[Optional[str], Cookie(max_length=4)] = None,
    visits: Annotated[int, Cookie(ge=0)] = 0,
) -> bool:
    return True


@app.put("/all/{number}")
def everything(
    data: Address,
    number: Annotated[int, Path(ge=1)],
    limit: Annotated[int, Query(le=5)],
    x_token: Annotated[str, Header(min_length=3)],
    visits: Annotated[int, Cookie(ge=0)],
    note: Annotated[str, Query(max_length=3)] = "",
) -> bool:
    return True


# Secrets.


class Account(BaseModel):
    name: text(min_length=2)
    password: SecretStr
    pin: Annotated[str, Field(strict=True, pattern=r"^\d{5}$", json_schema_extra={"writeOnly": True})]
    recovery: list[SecretStr] = []
    former: Optional[SecretStr] = None


@app.post("/accounts")
def accounts(data: Account) -> bool:
    return True


@app.put("/phrase")
def phrase(data: Annotated[SecretStr, Body()]) -> bool:
    return True


@app.get("/unlock")
def unlock(code: Annotated[str, Query(min_length=3, json_schema_extra={"format": "password"})]) -> bool:
    return True
