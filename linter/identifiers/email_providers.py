"""Names and domains of mail providers, also in leetspeak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.identifiers.glance import GLANCE
from linter.identifiers.patterns import lazy

_NAME = lazy(r"[a-z0-9@$!|]+(?:-(?!(?:name|adresse|account|konto|id|user)\b)[a-z0-9@$!|]+)?|[а-яё]{3,12}")
_WORD = lazy(r"[^\W_]+")
_SECOND = lazy(r"\s{1,2}([a-zа-яё]{2,8})(?![\w@])")
_ENDING = lazy(
    r"\.(?:com|co\.\w\w|me|fr|de|net|org|in)\b|\s(?:com|ru|net)\b|\s[\[(]?(?:dot|punto|ponto|punkt|point|точка)[\])]?\s(?:com|net|fr|de|ru|ком|ру)\b|[.\s](?:ру|ком)\b"
)
_GOES_ON = lazy(r"[\w@]|\.\w|[-/](?!(?:name|adresse|account|konto|id|user)\b)\w")
# Letters and what is written for them; i, l and their stand-ins count as one.
_SAME = str.maketrans("014735i!|@$", "olateslllas")


class Providers:
    """The mail providers of a word list."""

    def __init__(self, entries: Iterable[str]) -> None:
        entries = tuple(entries)
        self.domains = frozenset(entry for entry in entries if "." in entry)
        self._names = {re.sub(r"[\s-]", "", name).translate(_SAME): name for name in entries if "." not in name}
        self._names |= {plain + "com": name for plain, name in self._names.items() if len(plain) > 4}
        split = [re.split(r"[\s-]", name) for name in entries if "." not in name]
        self._single = frozenset(parts[0] for parts in split if len(parts) == 1)
        self._double = frozenset((parts[0], parts[1]) for parts in split if len(parts) > 1)
        self._first = self._single | {first for first, _ in self._double}
        self._by_label: dict[str, list[str]] = {}
        for domain in self.domains:
            self._by_label.setdefault(re.split(r"[.-]", domain)[0], []).append(domain)
        self._hints = self._first | self._by_label.keys()
        self._sign = GLANCE.sign(words=self._first) | GLANCE.sign(pieces=self.domains)

    def match(self, text: str, place: int) -> tuple[int, str] | None:
        """End and name of the provider whose name begins at `place`."""
        word = _NAME.match(text, place)
        if word is None:
            return None
        end = word.end()
        if (second := _SECOND.match(text, end)) and (
            name := self._names.get((word.group() + second[1]).translate(_SAME))
        ):
            return second.end(), name
        name = self._names.get(word.group().replace("-", "").translate(_SAME))
        if name and (text[end : end + 1] not in ("@", "_") or text.startswith(("_d", "_p"), end)):
            return end, name
        return None

    def known(self, domain: str) -> bool:
        """Whether the domain is a provider's."""
        return domain in self.domains or domain.split(".", maxsplit=1)[0].translate(_SAME) in self._names

    def hinted(self, text: str, start: int, end: int) -> bool:
        """Whether a provider may be named between `start` and `end`."""
        if not GLANCE(text, start, end) & self._sign:
            return False
        words = set(_WORD.findall(text, start, end))
        hints = self._hints.intersection(words)
        return bool(hints) and (
            not hints.isdisjoint(self._single)
            or any(first in hints and second in words for first, second in self._double)
            or any(text.find(domain, start, end) >= 0 for hint in hints for domain in self._by_label.get(hint, ()))
        )

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The places of providers' names and domains that stand by themselves, without an @ before them."""
        last = start
        for word in _NAME.finditer(text, start, end):
            place = word.start()
            if place < last or (
                place
                and (
                    text[place - 1].isalnum()
                    or text[place - 1] in "@._"
                    or (text[place - 1] == "/" and not text[place - 2 : place - 1].isalnum())
                )
            ):
                continue
            if stop := self.end(text, place):
                yield place, stop
                last = stop

    def end(self, text: str, place: int) -> int:
        """Where the provider's name or domain that begins at `place` ends; 0 when there is none, or only the start of a longer word."""
        word = _NAME.match(text, place)
        if word is None:
            return 0
        head = word.group().partition("-")[0]
        if head not in self._hints and word.group() not in self._first:
            return 0
        domain = next((domain for domain in self._by_label.get(head, ()) if text.startswith(domain, place)), None)
        stop = 0
        if domain:
            stop = place + len(domain)
        elif found := self.match(text, place):
            ending = _ENDING.match(text, found[0])
            stop = ending.end() if ending else found[0]
        return 0 if _GOES_ON.match(text, stop) else stop
