"""Finds the documents of a folder: a file each, or a subfolder whose root is its one file that says `openapi`."""

import json
import os
import re
import stat

ENDINGS = (".yaml", ".yml", ".json", ".txt", ".md")
ROOT = re.compile(r"""^\ufeff?(\{\s*)?["']?(openapi|swagger)["']?\s*:""", re.MULTILINE)


class Document:
    """`path` is the file to give to the generator; None for what is none, and then `reason` says why. `folder` is the
    one that a document of several files may refer to."""

    def __init__(self, name, path, reason=None, folder=None):
        self.name = name
        self.path = path
        self.reason = reason
        self.folder = folder


def documents(folder):
    """In the order of their names. What cannot be one is there too, so that nothing is left out in silence."""
    return [document(folder, name) for name in sorted(os.listdir(folder)) if not name.startswith(".")]


def document(folder, name):
    path = os.path.join(folder, name)
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        return Document(name, path, f"cannot be read: {error.strerror}")
    if stat.S_ISDIR(mode):
        return of_several_files(name, path)
    if not stat.S_ISREG(mode):
        return Document(name, None, "is no regular file")
    if not name.lower().endswith(ENDINGS):
        return Document(name, None, "its name ends in none of " + " ".join(ENDINGS))
    if os.path.getsize(path) == 0:
        return Document(name, None, "is empty")
    return Document(name, path)


def of_several_files(name, folder):
    """The root lies as near to the folder's top as any: `pets/openapi.yaml`, else `pets/api/openapi.yaml`."""
    levels = {}
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        depth = place.count(os.sep)
        if any(level < depth for level in levels):
            break
        for file in sorted(files):
            path = os.path.join(place, file)
            if not file.startswith(".") and file.lower().endswith(ENDINGS) and is_root(path):
                levels.setdefault(depth, []).append(path)
    if not levels:
        return Document(name, None, "no file in it has `openapi` or `swagger` at the top")
    roots = levels[min(levels)]
    if len(roots) > 1:
        paths = ", ".join(os.path.relpath(root, folder) for root in roots)
        return Document(name, folder, f"several of its files have `openapi` or `swagger` at the top: {paths}")
    return Document(os.path.join(name, os.path.relpath(roots[0], folder)), roots[0], folder=folder)


def is_root(path):
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return False
    if path.lower().endswith(".json"):
        try:
            keys = json.loads(text.removeprefix("\ufeff"))
            return isinstance(keys, dict) and ("openapi" in keys or "swagger" in keys)
        except (ValueError, RecursionError):
            pass
    return ROOT.search(text) is not None
