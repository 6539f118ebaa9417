"""Addresses given in pieces: "jane.doe, then the at sign, then acme.dev", "user: jane.doe / provider: gmail"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.identifiers.email_spelled import Spelled, SpelledAddresses
from linter.identifiers.patterns import lazy
from linter.identifiers.phrases import Phrases

_TOKEN = lazy(r"[^\W_](?:[\w'’-]|[.+](?=\w))*")
_SIGN = lazy(r"(?<![\w.*\])}>@])@(?!@)")
_BREAK = lazy(r"\n\s*\n|[!?]\s|[|•].*[|•]")
_SHAPED = lazy(r"(?=.*[a-z])(?:.*[a-z].*[0-9_]|.*[a-z0-9][._][a-z0-9]|.*[a-z]\d)")
_REACH = 70  # characters between the joint and what it joins
_SKIPPED = 7  # words


class PiecedAddresses:
    """Finds a mailbox and a domain on both sides of a word that joins them; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], spelled: SpelledAddresses) -> None:
        self._spelled = spelled
        self._joints = Phrases(words["mail-pieces"])
        self._links = frozenset(words["mail-links"]) | frozenset(
            word for entry in words["mail-pieces"] for word in entry.split()
        )
        self._labels = frozenset(words["mail-labels"])
        self._about = Phrases((*words["mail-cues"], "address"))
        self._never = (
            frozenset(words["not-mailboxes"]) | frozenset(words["mail-providers"]) | frozenset(words["mail-machines"])
        ) - self._labels
        self._tlds = frozenset(words["top-level-domains"])

    def promising(self, text: str, start: int, end: int) -> bool:
        """Whether a joint stands in the stretch."""
        if _SIGN.search(text, start, end) is not None:
            return True
        return self._joints.in_passage(text, start, end) and self._joints.inside(text, start, end)

    def __call__(self, text: str, start: int, end: int) -> Iterator[Spelled]:
        """The addresses of `text` between `start` and `end` that are given in pieces."""
        joints = [*self._joints.find(text, start, end), *(sign.span() for sign in _SIGN.finditer(text, start, end))]
        last = start
        for first, stop in sorted(joints):
            if first < last:
                continue
            domain = self._after(text, stop, end)
            local = self._before(text, max(last, first - _REACH), first, domain[2]) if domain else None
            if domain and local:
                yield Spelled(local[0], domain[0], "pieces", local[1], domain[1])
                last = domain[0]

    def _after(self, text: str, place: int, end: int) -> tuple[int, str, bool] | None:
        """The first domain after the joint, with linking words alone before it: its end, its name, whether it is a provider's."""
        limit = min(end, place + _REACH)
        for count, token in enumerate(_TOKEN.finditer(text, place, limit)):
            if count > _SKIPPED or _BREAK.search(text, place, token.start()):
                return None
            reach = self._spelled.domain(text, token.start())
            if reach and (reach.known or "." in reach.name):
                return reach.end, reach.name, reach.known
            if token.group() not in self._links:
                return None
        return None

    def _before(self, text: str, low: int, place: int, known: bool) -> tuple[int, str] | None:
        """Place and name of the mailbox before the joint, with linking words alone after it."""
        tokens = list(_TOKEN.finditer(text, low, place))[-_SKIPPED - 1 :]
        for token in reversed(tokens):
            word = token.group()
            if _BREAK.search(text, token.end(), place):
                return None
            if word in self._links or word in self._labels:
                continue
            if word in self._never or (text[token.start() - 1 : token.start()] in ("@", "/", ".") and token.start()):
                return None
            shaped = _SHAPED.match(word) is not None and word.rsplit(".", 1)[-1] not in self._tlds
            if not shaped:
                about = known or self._about.inside(text, low - 60, place + 60)
                named = self._labelled(text, low, token.start()) and about
                shaped = named or self._spelled.cued(text, low, token.start())
            return (token.start(), word) if shaped else None
        return None

    def _labelled(self, text: str, low: int, place: int) -> bool:
        """Whether a word for the name of a mailbox leads to `place`: "user: jane"."""
        tokens = list(_TOKEN.finditer(text, max(low - 30, 0), place))[-3:]
        return any(
            token.group() in self._labels
            and len(text[token.end() : place].strip(" :=-\"'(`*")) <= 3
            and "\n" not in text[token.end() : place]
            for token in tokens
        )
