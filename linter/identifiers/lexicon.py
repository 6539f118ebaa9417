"""Names of tools and networks in folded text, also split, spaced or in digits: "tele gram", "s k y p e"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from linter.identifiers.patterns import lazy

_TOKEN = lazy(r"[a-z0-9@$!|]+")
_LETTERS = lazy(r"(?<![\w@.])[a-z@$](?:[ .\-_*|/~]{1,2}[a-z@$](?![a-z0-9])){3,13}(?![a-z0-9])")
# What every such row holds: three of the letters, with a sign before each.
_ROW = lazy(r"[ .\-_*|/~][a-z@$][ .\-_*|/~]{1,2}[a-z@$][ .\-_*|/~]{1,2}[a-z@$]")
_NOT_LETTER = lazy(r"[^a-z0-9]+")
_LEET = (str.maketrans("013457@$!|", "oieastasil"), str.maketrans("013457@$!|", "oleastasll"))
_GOES_ON = lazy(r"_[a-z0-9]|\.[a-z]")  # a host or a package that bears the name: slack.com, whatsapp_web
_ENDINGS = ("id", "user", "username", "name", "handle")
_LONG = 8  # from this length on a name is known with one letter wrong, missing or too many
_MISSPELT = frozenset(
    (
        "telegram",
        "whatsapp",
        "instagram",
        "facebook",
        "linkedin",
        "messenger",
        "snapchat",
        "kakaotalk",
        "facetime",
        "hangouts",
    )
)
_WORDS = frozenset(("telegraf", "messengers", "linkedins", "facebooks"))  # no misspellings
_MANY = 50_000  # words that are known to be no names, after which the memory starts anew
_SQUASHED = 6  # a shorter name in pieces is too often a phrase: "we chat"


@dataclass(frozen=True, slots=True)
class Name:
    """A tool's name at folded offsets `start` to `end`; `plain` is the listed name."""

    start: int
    end: int
    plain: str
    group: str


class Lexicon:
    """Finds the names of some groups; the first group that lists a name has it."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._phrases: dict[str, list[tuple[str, str]]] = {}
        self._squashed: dict[str, tuple[str, str]] = {}
        self._foreign: dict[str, str] = {}
        for group, names in groups.items():
            for name in names:
                if not name.isascii():
                    self._foreign.setdefault(name, group)
                    continue
                match = _TOKEN.match(name)
                self._phrases.setdefault(match.group() if match else name, []).append((name, group))
                squashed = _NOT_LETTER.sub("", name)
                if len(squashed) >= _SQUASHED:
                    self._squashed.setdefault(squashed, (name, group))
        self._heads = frozenset(squashed[:cut] for squashed in self._squashed for cut in range(1, len(squashed)))
        self._heads |= {
            plain[:cut] for plain in self._phrases if len(plain) == _SQUASHED - 1 for cut in range(1, len(plain))
        }
        self._halves = frozenset(half for word in _MISSPELT for half in (word[:4], word[-4:]))
        self._typos = {
            word[:i] + word[i + 1 :]: listed
            for word, listed in self._squashed.items()
            if word == listed[0] and word in _MISSPELT
            for i in range(len(word))
        }
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._plain_words: set[str] = set()
        self._begun = (
            self._heads | self._squashed.keys() | {plain for plain in self._phrases if len(plain) == _SQUASHED - 1}
        )
        # How the word after the first one of a name begins; () where a name is that word alone.
        self._seconds: dict[str, tuple[str, ...]] = {}
        for first, phrases in self._phrases.items():
            rests = [_TOKEN.findall(phrase)[1:2] for phrase, _ in phrases]
            self._seconds[first] = tuple(rest[0] for rest in rests) if all(rests) else ()
        self._initials = (
            re.compile("[" + "".join(re.escape(max(name)) for name in self._foreign) + "]") if self._foreign else None
        )

    def find(self, text: str, start: int, end: int) -> list[Name]:
        """The names in the stretch, in order, none overlapping another."""
        found = [*self._words(text, start, end)]
        if _ROW.search(text, start, end):
            found += self._spaced(text, start, end)
        if self._initials and not text[start:end].isascii() and self._initials.search(text, start, end):
            found += self._in_other_scripts(text, start, end)
        if len(found) < 2:
            return found
        kept: list[Name] = []
        for name in sorted(found, key=lambda i: (i.start, -i.end)):
            if not kept or name.start >= kept[-1].end:
                kept.append(name)
        return kept

    def _words(self, text: str, start: int, end: int) -> Iterator[Name]:
        words = _TOKEN.findall(text, start, end)
        if self._plain_words.issuperset(words) or not self._is_promising(words):
            return
        tokens = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text, start, end)]
        last = -1
        for index, (at, stop, token) in enumerate(tokens):
            if token in self._plain_words:
                continue
            if at < last or (at and text[at - 1] in "_@/#." and _is_inside(text, at, last)):
                continue
            head = token.partition("@")[0]  # "telegram@jane"
            name = self._listed(text, at, head, end) if head in self._phrases else None
            if name is None and len(token) > _SQUASHED - 2:
                name = self._disguised(at, stop, token)
            whole = self._split(text, tokens, index) if token in self._heads else None
            if whole and (name is None or whole.end > name.end):
                name = whole
            if name:
                last = name.end
                if not _GOES_ON.match(text, last):
                    yield name
            elif token not in self._phrases and token not in self._heads:
                self._remember(token)

    def _is_promising(self, words: list[str]) -> bool:
        """Whether a word may be a name by itself, or begins one that the word after it goes on with."""
        for index, word in enumerate(words):
            if word in self._plain_words:
                continue
            if len(word) > _SQUASHED - 2 or not (word in self._heads or word in self._phrases):
                return True
            following = words[index + 1] if index + 1 < len(words) else ""
            if word in self._heads and word + following in self._begun:
                return True
            if (seconds := self._seconds.get(word)) is not None and following.startswith(seconds or ""):
                return True
        return False

    def _remember(self, token: str) -> None:
        """Keep in mind that a word is no name and begins none, whatever stands beside it."""
        if len(self._plain_words) > _MANY:
            self._plain_words.clear()
        self._plain_words.add(token)

    def _spaced(self, text: str, start: int, end: int) -> Iterator[Name]:
        """Names in single letters: "s k y p e"."""
        for match in _LETTERS.finditer(text, start, end):
            squashed = _NOT_LETTER.sub("", match.group().translate(_LEET[0]))
            plain = self._squashed.get(squashed) or self._short(squashed)
            if plain:
                yield Name(match.start(), match.end(), *plain)

    def _in_other_scripts(self, text: str, start: int, end: int) -> Iterator[Name]:
        for word, group in self._foreign.items():
            at = text.find(word, start, end)
            while at >= 0:
                if not (at and text[at - 1].isalpha() and _is_spaced_script(word)):
                    yield Name(at, at + len(word), word, group)
                at = text.find(word, at + len(word), end)

    def _listed(self, text: str, at: int, token: str, end: int) -> Name | None:
        for phrase, group in self._phrases.get(token, ()):
            last = at + len(phrase)
            if last <= end and text.startswith(phrase, at) and not text[last : last + 1].isalnum():
                return Name(at, last, phrase, group)
        return None

    def _disguised(self, at: int, stop: int, token: str) -> Name | None:
        """A name in digits ("te1egram"), with an ending ("skypeid") or with one letter wrong."""
        near = token[:4] in self._halves or token[-4:] in self._halves
        if not (near or token.endswith(_ENDINGS) or not token.isalpha()) or len(token) > 24:
            return None
        words = [] if token.isalpha() else [token.translate(table) for table in _LEET]
        words += [token.removesuffix(ending) for ending in _ENDINGS if token.endswith(ending)]
        plain = next((plain for word in words if (plain := self._short(word))), None)
        if plain is None and near and len(token) >= _LONG - 1 and token not in _WORDS:
            cuts = (token, *(token[:i] + token[i + 1 :] for i in range(len(token))))
            plain = next((self._typos[cut] for cut in cuts if cut in self._typos), None)
        return Name(at, stop, *plain) if plain else None

    def _short(self, word: str) -> tuple[str, str] | None:
        if word in self._squashed:
            return self._squashed[word]
        for phrase, group in self._phrases.get(word, ()):
            if phrase == word and len(word) > 4:
                return phrase, group
        return None

    def _split(self, text: str, tokens: list[tuple[int, int, str]], index: int) -> Name | None:
        at, stop, token = tokens[index]
        joined = token
        for after in (1, 2):
            if index + after >= len(tokens) or len(joined) > 12:
                return None
            begin, stop_next, piece = tokens[index + after]
            if not (1 <= begin - stop <= 2) or any(c not in " .-_*·•'|~" for c in text[stop:begin]):
                return None
            joined += piece
            stop = stop_next
            if len(joined) == 5 and text[at + len(token)] in "-." and (plain := self._short(joined)):
                return Name(at, stop, *plain)
            if joined in self._squashed and joined != piece:
                return Name(at, stop, *self._squashed[joined])
            if joined not in self._heads:
                return None
        return None


def _is_inside(text: str, at: int, last: int) -> bool:
    """Whether a word that starts here is the rest of an address, a handle, a tag or a longer name.

    `last` is where the name before it ends: in "TG/IG" the second is none such.
    """
    before = text[at - 1]
    if before == ".":
        return text[at - 2 : at - 1].isalnum()
    return not (before == "/" and at == last + 1)


def _is_spaced_script(word: str) -> bool:
    """Whether words of the script are set apart by blanks, so that a name within a longer word is none."""
    return not (
        "\u0e00" <= word[0] <= "\u0eff"
        or "\u3040" <= word[0] <= "\u9fff"
        or "\uac00" <= word[0] <= "\ud7a3"
        or "\u0600" <= word[0] <= "\u06ff"
    )
