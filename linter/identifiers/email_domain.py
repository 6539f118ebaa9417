"""The domain of a disguised address: its dots spaced, bracketed, spelled out in a language, or replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from linter.identifiers.email_providers import Providers
from linter.identifiers.patterns import LETTER, lazy

DOT_SIGNS = "📍⚫🔴🔵🟢•●·∙⋅◦○"
_LABEL = lazy(r"[^\W_](?:(?:-{1,2}(?!(?:dot|d0t|punkt|punto|ponto|point)(?![^\W_])))?[^\W_]){0,62}")
_DOT = lazy(
    rf"(?P<lead>[ \t]{{0,2}}[(\[{{<|\"'*_~/\\=:-]{{0,3}}[ \t]{{0,2}})(?P<dot>[.,{DOT_SIGNS}]|d0t|full stop|{LETTER}{{1,8}})"
    r"(?P<trail>[ \t]{0,2}[)\]}>|\"'*_~/\\=:-]{0,3}[ \t\n]{0,2})"
)
# A spelled dot after one of these is a word: "at any point in", "at this point me".
_NO_NAMES = frozenset(
    (
        "a",
        "an",
        "the",
        "this",
        "that",
        "any",
        "some",
        "each",
        "every",
        "which",
        "what",
        "one",
        "no",
        "what",
        "certain",
        "ce",
        "un",
        "ese",
    )
)
_COM = lazy(r"[ \t]{0,2}[.,]?[ \t]{0,2}(?:c[ \t]?[o0][ \t]?m|ru|net)\b")


@dataclass(frozen=True, slots=True)
class Domain:
    """The domain of a disguised address: where it ends in the text, and its name as meant."""

    end: int
    name: str
    spelled: bool  # its dots are words or bracketed
    known: bool  # a mail provider's


class Domains:
    """Reads domains in a text; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], providers: Providers) -> None:
        self._dots = frozenset(words["dot-words"]) | frozenset(DOT_SIGNS)
        self._tlds = frozenset(words["top-level-domains"]) | {"ру", "ком", "юа"}
        self._providers = providers

    def at(self, text: str, place: int) -> Domain | None:
        """The domain that begins at `place`."""
        provider = self._providers.match(text, place)
        spelled = False
        best: Domain | None = None
        if provider:
            end, name = provider
            best = Domain(end, name.replace(" ", ""), False, True)
            if tail := _COM.match(text, end):
                return Domain(tail.end(), best.name + ".com", False, True)
            parts = [best.name]
        else:
            first = _LABEL.match(text, place)
            if first is None:
                return None
            end, parts = first.end(), [first.group()]
        for _ in range(4):
            dot = _DOT.match(text, end)
            if dot is None or not self._is_dot(dot, provider is not None):
                break
            if parts[-1] in _NO_NAMES and dot["dot"][0].isalpha() and not dot["lead"].strip():
                break
            if best is not None and "." in best.name and dot["dot"] == "," and dot["trail"] and not dot["lead"]:
                break  # a comma after a whole domain goes on with the sentence: "gmail dot com, no spaces"
            label = _LABEL.match(text, dot.end())
            if label is None:
                break
            spelled |= dot["dot"][0].isalnum() or dot["dot"] in DOT_SIGNS or bool(dot["lead"].strip())
            parts.append(label.group())
            end = label.end()
            ending = label.group().replace("0", "o").replace("3", "e")
            if ending in self._tlds:
                domain = ".".join(parts)
                best = Domain(end, domain, spelled, provider is not None or self._providers.known(domain))
        return best

    def _is_dot(self, dot: re.Match[str], provider: bool) -> bool:
        sign, lead, trail = dot["dot"], dot["lead"], dot["trail"]
        wrapped = bool(lead.strip()) and bool(trail.strip())
        if sign[0].isalnum():
            return (sign in self._dots or (sign == "d" and wrapped)) and (wrapped or (bool(lead) and bool(trail)))
        if sign == ",":
            return wrapped or (provider and not trail.strip(" ")) or not (lead or trail)
        if sign == ".":
            return wrapped or not trail or provider or (bool(lead) and "\n" not in trail)
        return True
