"""Changes of OpenAPI documents that keep their structure in mind: each takes a document, as PyYAML or JSON reads it, and a
random generator, and changes the document in place."""

import copy

HOSTILE_NAMES = [
    "", " ", "_", "$", "self", "Self", "Type", "init", "inout", "default", "class", "Protocol", "Error", "Data", "Result",
    "String", "Int", "API", "Client", "router", "input", "context", "request", "response", "body", "3d", "2nd", "1", "-1",
    "+1", "a-b", "a_b", "aB", "AB", "A.b", "a/b", "a b", "{a}", "#", "?", "é", "Ünïcode", "日本", "😀", "\u200d", "\u203f",
    "\u202e", "`", "\"", "\\", "\n", "*/", "\\(x)", "x" * 300, "none", "some", "rawValue", "allCases", "hashValue", "other",
    "sample", "validate", "x-internal", "null", "true", "0o17", "__proto__",
]
ODD_NUMBERS = [0, -1, 1, 2, -0.0, 0.5, 1e300, -1e300, 2**31, 2**63 - 1, 2**63, -(2**63), 2**64, 10**30, 1e-300, 3.0]
ODD_VALUES = [None, True, False, "", "text", [], {}, [[]], [None], {"": None}, ["a", "a"], {"$ref": "#"}, 7, "7"]
NAMES = {"name", "title", "operationId", "url", "summary", "description", "propertyName", "in", "style", "format", "type",
         "pattern", "const", "default"}


def places(document):
    """Every place of a document: its container and key."""
    found = []
    pending = [document]
    while pending:
        container = pending.pop()
        keys = container.keys() if isinstance(container, dict) else range(len(container))
        for key in keys:
            found.append((container, key))
            if isinstance(container[key], (dict, list)):
                pending.append(container[key])
    return found


def components(document):
    sections = document.get("components")
    schemas = sections.get("schemas") if isinstance(sections, dict) else document.get("definitions")
    prefix = "#/components/schemas/" if isinstance(sections, dict) else "#/definitions/"
    return [prefix + str(name) for name in schemas] if isinstance(schemas, dict) else []


def delete(document, random):
    container, key = random.choice(places(document))
    del container[key]


def duplicate(document, random):
    """A copy beside the original, or in the place of something else."""
    container, key = random.choice(places(document))
    value = copy.deepcopy(container[key])
    if random.random() < 0.5:
        container, key = random.choice(places(document))
        container[key] = value
    elif isinstance(container, dict):
        container[random.choice([str(key) + "2", str(key).upper(), str(key).lower(), str(key) + "_"])] = value
    else:
        container.append(value)


def retarget(document, random):
    """A reference to something else, also where there was none."""
    targets = components(document) + ["#/components/schemas/Lost", "#/$defs/Lost", "other.yaml#/A", "#", "#/info"]
    found = places(document)
    references = [place for place in found if place[1] == "$ref"]
    if references and random.random() < 0.7:
        container, key = random.choice(references)
        container[key] = random.choice(targets)
    else:
        container, key = random.choice(found)
        container[key] = {"$ref": random.choice(targets)}


def retype(document, random):
    container, key = random.choice(places(document))
    container[key] = copy.deepcopy(random.choice(ODD_VALUES))


def rename(document, random):
    """The key of a map becomes a hostile one; references to a component go along half of the time."""
    maps = [place for place in places(document) if isinstance(place[0], dict)]
    container, key = random.choice(maps)
    new = random.choice(HOSTILE_NAMES)
    items = [(new if k == key else k, v) for k, v in container.items()]
    container.clear()
    container.update(items)
    if random.random() < 0.5:
        for other, field in places(document):
            if field == "$ref" and isinstance(other[field], str) and other[field].endswith(f"/{key}"):
                other[field] = other[field][: -len(str(key))] + new.replace("~", "~0").replace("/", "~1")


def hostile(document, random):
    texts = [(c, k) for c, k in places(document) if isinstance(c[k], str) and (k in NAMES or isinstance(c, list))]
    if not texts:
        return rename(document, random)
    container, key = random.choice(texts)
    container[key] = random.choice(HOSTILE_NAMES)


def odd_number(document, random):
    numbers = [(c, k) for c, k in places(document) if isinstance(c[k], (int, float)) and not isinstance(c[k], bool)]
    if numbers and random.random() < 0.7:
        container, key = random.choice(numbers)
        container[key] = random.choice(ODD_NUMBERS)
        return
    schemas = [c[k] for c, k in places(document) if isinstance(c[k], dict) and "type" in c[k]]
    if schemas:
        keyword = random.choice([
            "minLength", "maxLength", "minimum", "maximum", "multipleOf", "minItems", "maxItems", "minProperties",
            "exclusiveMinimum", "default", "const", "example",
        ])
        random.choice(schemas)[keyword] = random.choice(ODD_NUMBERS)


def recursion(document, random):
    """A schema within itself: by a property, an item, a member of a combination."""
    targets = components(document)
    schemas = [c[k] for c, k in places(document) if isinstance(c[k], dict) and ("type" in c[k] or "properties" in c[k])]
    if not targets or not schemas:
        return
    schema, reference = random.choice(schemas), {"$ref": random.choice(targets)}
    keyword = random.choice(["allOf", "anyOf", "oneOf", "items", "additionalProperties", "properties", "not"])
    if keyword in ("allOf", "anyOf", "oneOf"):
        members = schema.get(keyword)
        schema[keyword] = (members if isinstance(members, list) else []) + [reference] * random.randint(1, 2)
    elif keyword == "properties" and isinstance(schema.get("properties"), dict):
        schema["properties"]["itself"] = reference
        if isinstance(schema.get("required"), list) and random.random() < 0.5:
            schema["required"].append("itself")
    else:
        schema[keyword] = {"itself": reference} if keyword == "properties" else reference


MUTATIONS = [delete, duplicate, retarget, retype, rename, hostile, odd_number, recursion]


def mutate(document, random):
    """One to four changes; a change that does not fit what earlier ones left is passed over."""
    changes = []
    for _ in range(random.choice([1, 1, 1, 2, 2, 3, 4])):
        change = random.choice(MUTATIONS)
        try:
            change(document, random)
            changes.append(change.__name__)
        except (IndexError, KeyError, TypeError, AttributeError):
            continue
    return changes
