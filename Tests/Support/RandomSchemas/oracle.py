"""What PyPI's jsonschema says, with numbers as JSON has them: exact."""
import decimal
import json
from decimal import Decimal

from jsonschema import FormatChecker, validators
from jsonschema.exceptions import ValidationError
from jsonschema._utils import equal

decimal.getcontext().prec = 2000


def is_number(checker, value):
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def is_integer(checker, value):
    return is_number(checker, value) and value == int(value)


def unique_items(validator, is_asserted, value, schema):
    """jsonschema sorts the elements and compares neighbours, between which `true` sorts as 1: `[[1], [true], [1]]`."""
    if is_asserted and validator.is_type(value, "array"):
        if any(equal(value[i], value[j]) for i in range(len(value)) for j in range(i)):
            yield ValidationError("not unique")


BASE = validators.Draft202012Validator
EXACT = validators.extend(
    BASE,
    {"uniqueItems": unique_items},
    type_checker=BASE.TYPE_CHECKER.redefine_many({"number": is_number, "integer": is_integer}),
)


def validator(schema, with_formats):
    return EXACT(schema, format_checker=FormatChecker(["date", "ipv4", "ipv6", "uuid"]) if with_formats else None)


def text(value):
    """JSON, with decimals as they are written."""
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(key) + ":" + text(member) for key, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(text, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
