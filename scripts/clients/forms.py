"""Reads the forms of clients.documents: a small grammar, which each language writes in its own way."""

import re
from dataclasses import dataclass

TOKEN = re.compile(r'\s*("[^"]*"|map<|[A-Za-z][A-Za-z0-9]*|\[\]|[|>])')


@dataclass(frozen=True)
class Form:
    """A node: a word (a base type or a document), a text, a list, a map or a choice."""

    kind: str  # word, text, list, map, choice
    word: str = ""
    parts: tuple["Form", ...] = ()


def parse(text: str) -> Form:
    """Return a form's tree."""
    tokens = TOKEN.findall(text)
    if "".join(tokens) != text.replace(" ", ""):
        raise ValueError(f"not a form: {text}")
    form = choice(tokens)
    if tokens:
        raise ValueError(f"not a form: {text}")
    return form


def choice(tokens: list[str]) -> Form:
    """Take a choice off the front."""
    parts = [single(tokens)]
    while tokens and tokens[0] == "|":
        tokens.pop(0)
        parts.append(single(tokens))
    return parts[0] if len(parts) == 1 else Form("choice", parts=tuple(parts))


def single(tokens: list[str]) -> Form:
    """Take one form off the front."""
    token = tokens.pop(0)
    if token == "map<":
        form = Form("map", parts=(choice(tokens),))
        tokens.pop(0)
    elif token.startswith('"'):
        form = Form("text", token)
    else:
        form = Form("word", token)
    while tokens and tokens[0] == "[]":
        tokens.pop(0)
        form = Form("list", parts=(form,))
    return form
