"""Writes the JSON that the codecs are measured on into a folder, the same in every run: samples.py FOLDER"""

import json
import pathlib
import random
import sys

SETTINGS = 60
WORDS = (
    "the server returns an error when a request has no body and the client retries it after a second or two because "
    "nothing in the documentation says that it must not"
).split()


def sentence(chance, length):
    return " ".join(chance.choice(WORDS) for _ in range(length)).capitalize() + "."


def date(chance):
    day = f"{chance.randint(2011, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return f"{day}T{chance.randint(0, 23):02}:{chance.randint(0, 59):02}:{chance.randint(0, 59):02}Z"


def user(chance):
    name, number = chance.choice(WORDS) + str(chance.randint(1, 999)), chance.randint(1, 10**8)
    api = f"https://api.github.com/users/{name}"
    return {
        "login": name,
        "id": number,
        "node_id": f"MDQ6VXNlcj{number}==",
        "avatar_url": f"https://avatars.githubusercontent.com/u/{number}?v=4",
        "url": api,
        "html_url": f"https://github.com/{name}",
        "followers_url": f"{api}/followers",
        "repos_url": f"{api}/repos",
        "type": "User",
        "site_admin": False,
    }


def label(chance, repository):
    name = chance.choice(["bug", "enhancement", "good first issue", "question"])
    return {
        "id": chance.randint(1, 10**9),
        "url": f"{repository}/labels/{name.replace(' ', '%20')}",
        "name": name,
        "description": chance.choice([None, sentence(chance, 6)]),
        "color": f"{chance.randint(0, 0xFFFFFF):06x}",
        "default": chance.random() < 0.5,
    }


def issue(chance):
    number = chance.randint(1, 99_999)
    repository = "https://api.github.com/repos/example/project"
    api = f"{repository}/issues/{number}"
    is_closed = chance.random() < 0.5
    return {
        "id": chance.randint(10**8, 10**10),
        "node_id": f"MDU6SXNzdWU{number}",
        "url": api,
        "repository_url": repository,
        "comments_url": f"{api}/comments",
        "events_url": f"{api}/events",
        "html_url": f"https://github.com/example/project/issues/{number}",
        "number": number,
        "state": "closed" if is_closed else "open",
        "title": sentence(chance, 8),
        "body": chance.choice([None, "\r\n\r\n".join(sentence(chance, 20) for _ in range(6))]),
        "user": user(chance),
        "labels": [label(chance, repository) for _ in range(chance.randint(0, 3))],
        "assignee": user(chance) if chance.random() < 0.3 else None,
        "locked": False,
        "comments": chance.randint(0, 40),
        "closed_at": date(chance) if is_closed else None,
        "created_at": date(chance),
        "updated_at": date(chance),
        "author_association": chance.choice(["CONTRIBUTOR", "MEMBER", "NONE", "OWNER"]),
    }


def folder(chance):
    chain = None
    for depth in range(100):
        chain = {"name": f"folder {depth}", "size": chance.randint(0, 10**6)} | ({"child": chain} if chain else {})
    return chain


def quotation(chance):
    parts = [sentence(chance, 10) for _ in range(6)]
    return {
        "author": f'{chance.choice(WORDS)} "the {chance.choice(WORDS)}" Müller',
        "text": "\n".join(f'\t{part} "{part[:20]}" C:\\temp\\{part[:6]} – 日本語' for part in parts),
        "tags": [chance.choice(WORDS) for _ in range(4)],
    }


def measurement(chance):
    values = [chance.uniform(-1000, 1000) for _ in range(20)] + [chance.lognormvariate(0, 20) for _ in range(4)]
    return {
        "latitude": round(chance.uniform(-90, 90), 6),
        "longitude": round(chance.uniform(-180, 180), 6),
        "values": values + [round(chance.uniform(0, 100), 2) for _ in range(8)],
    }


def settings(chance):
    value = {
        0: lambda: sentence(chance, 2),
        1: lambda: chance.randint(0, 10**6),
        2: lambda: chance.random() < 0.5,
        3: lambda: round(chance.uniform(0, 10), 2),
    }
    return {f"setting{place:02}": value[place % 4]() for place in sorted(chance.sample(range(SETTINGS), 5))}


def event(chance):
    place = lambda: chance.randint(0, 2000)
    return chance.choice(
        [
            lambda: {"kind": "tap", "x": place(), "y": place(), "target": chance.choice(WORDS)},
            lambda: {"kind": "swipe", "from": [place(), place()], "to": [place(), place()], "duration": 0.25},
            lambda: {"kind": "key", "key": chance.choice("abcdef"), "modifiers": ["shift", "command"]},
        ]
    )()


def shape(chance):
    place = lambda: chance.randint(0, 2000)
    return chance.choice(
        [
            lambda: {"centerX": place(), "centerY": place(), "radius": place(), "label": chance.choice(WORDS)},
            lambda: {"left": place(), "top": place(), "width": place(), "height": place()},
            lambda: {"points": [place() for _ in range(8)], "label": chance.choice(WORDS), "closed": True},
        ]
    )()


SAMPLES = {
    "issues": lambda chance: [issue(chance) for _ in range(280)],
    "nested": lambda chance: [folder(chance) for _ in range(100)],
    "strings": lambda chance: [quotation(chance) for _ in range(500)],
    "doubles": lambda chance: [measurement(chance) for _ in range(800)],
    "sparse": lambda chance: [settings(chance) for _ in range(3000)],
    "tagged": lambda chance: [event(chance) for _ in range(6000)],
    "untagged": lambda chance: [shape(chance) for _ in range(6000)],
    "maps": lambda chance: {
        f"group-{group}": {f"member_{member}": group * member for member in range(8)} for group in range(2000)
    },
}

if __name__ == "__main__":
    output = pathlib.Path(sys.argv[1])
    output.mkdir(parents=True, exist_ok=True)
    for name, make in SAMPLES.items():
        text = json.dumps(make(random.Random(name)), separators=(",", ":"), ensure_ascii=False)
        (output / f"{name}.json").write_text(text, encoding="utf-8")
