"""spaCy's tokenizer behind a memory: what stands between two blanks is cut once, then looked up.

Most stretches of a draft have been seen before, and cutting one anew costs more than everything that is done with it later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language

_FEW_TEXTS = 2
MANY = 30_000  # stretches after which the memory starts anew

_DROPPED = re.compile(r"[\"'*_#~`^()\[\]{}<>\\]+|[^\w\s.,!?:;/$€£¥%&@+=|-]+")

_MARKS = ".,!?;:"

# The tokens of a stretch without blanks: the norm of each, '' where templates do not see it, and its place.
Cut = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: their norms ('' where templates do not see one) and their places in it, in step."""

    norms: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


class Tokenizer:
    """Cuts texts whose words one blank sets apart: each stretch between blanks exactly as spaCy's tokenizer does.

    `norms` are those set by hand, by word. `late` are special cases that spaCy's tokenizer has not been told of: it is told of
    each when a text may need it, and of all when there are many texts, since reading all of them takes long.
    """

    def __init__(
        self, nlp: Language, norms: Mapping[str, str], late: Mapping[str, list[dict[Any, str]]] | None = None
    ) -> None:
        from spacy.attrs import NORM  # noqa: PLC0415

        self._nlp = nlp
        self._norms = norms
        tokenizer, vocab = cast("Any", nlp.tokenizer), cast("Any", nlp.vocab)
        self._late = dict(late or {})
        self._patience = _FEW_TEXTS
        self._rules = frozenset((*tokenizer.rules, *self._late))
        self._strings = vocab.strings
        self._norm: Callable[[str], str] = vocab.lex_attr_getters[NORM]
        self._known: dict[str, Cut] = {}

    def __call__(self, text: str, offset: int = 0) -> Tokens:
        """The tokens of a text; their places count from `offset`."""
        tokens = Tokens()
        add_norm, add_start, add_end = tokens.norms.append, tokens.starts.append, tokens.ends.append
        at = offset
        for norms, starts, ends in self._cuts(text):
            if len(norms) == 1:
                add_norm(norms[0])
                add_start(at)
                at += ends[0]
                add_end(at)
            else:
                tokens.norms += norms
                tokens.starts += [at + start for start in starts]
                tokens.ends += [at + end for end in ends]
                at += ends[-1]
            at += 1
        return tokens

    def norms(self, text: str) -> list[str]:
        """The norms of what templates see in a text."""
        return [norm for norms, *_ in self._cuts(" ".join(text.split())) for norm in norms if norm]

    def learn(self, texts: Iterable[str]) -> None:
        """Cut what is new in many texts: at once, since every call of spaCy's tokenizer has its price."""
        self._learn({stretch for text in texts if text for stretch in text.split(" ")})

    def _cuts(self, text: str) -> list[Cut]:
        stretches = text.split(" ") if text else []
        try:
            return [self._known[stretch] for stretch in stretches]
        except KeyError:
            self._learn(set(stretches))
            return [self._known[stretch] for stretch in stretches]

    def _learn(self, stretches: set[str]) -> None:
        """Cut stretches and remember them.

        A word in small letters, and such a word with a mark after it, are cut as spaCy would cut them, without a trial of its
        many affixes; the rest goes to spaCy.
        """
        from spacy.attrs import IDX, LENGTH, NORM, SPACY  # noqa: PLC0415

        if len(self._known) > MANY:
            self._known.clear()
        new = stretches - self._known.keys()
        if not new:
            return
        mixed = []
        for stretch in new:
            word = stretch if stretch.isalpha() else stretch[:-1]
            if (
                not (word.isascii() and word.isalpha() and word.islower())
                or word in self._rules
                or stretch in self._rules
            ):
                mixed.append(stretch)
            elif word is stretch:
                self._known[stretch] = (self._norm_of(word),), (0,), (len(word),)
            elif stretch[-1] in _MARKS:
                self._known[stretch] = (self._norm_of(word), stretch[-1]), (0, len(word)), (len(word), len(stretch))
            else:
                mixed.append(stretch)
        text, strings = " ".join(mixed), self._strings
        self._tell(text)
        pending, rows = iter(mixed), []
        for row in self._nlp.tokenizer(text).to_array([NORM, IDX, LENGTH, SPACY]).tolist():
            rows.append(row)
            end = row[1] + row[2]
            if row[3] or end == len(text):
                first = rows[0][1]
                texts = [text[start : start + length] for _, start, length, _ in rows]
                norms = [
                    "" if _is_unseen(texts, index) else _whole(strings[norm]) for index, (norm, *_) in enumerate(rows)
                ]
                starts = tuple(start - first for _, start, *_ in rows)
                ends = tuple(start + length - first for _, start, length, _ in rows)
                self._known[next(pending)] = tuple(norms), starts, ends
                rows = []

    def tell_all(self) -> None:
        """Tell spaCy's tokenizer of every special case."""
        self._patience = 0
        self._tell("")

    def _tell(self, text: str) -> None:
        """Tell spaCy's tokenizer of the special cases that may matter in a text.

        It looks for their tokens in a row, whatever blanks are between them.
        """
        if not self._late:
            return
        self._patience -= 1
        squeezed = "".join(text.split())
        needed = [chunk for chunk in self._late if self._patience < 0 or "".join(chunk.split()) in squeezed]
        tokenizer: Any = self._nlp.tokenizer
        for chunk in needed:
            tokenizer.add_special_case(chunk, self._late.pop(chunk))

    def _norm_of(self, word: str) -> str:
        return self._norms.get(word) or self._norm(word)


def _whole(norm: str) -> str:
    """A norm of several words, such as that of "N.C.", as one: a blank ends a word for whoever reads norms."""
    return norm.replace(" ", "-")


def _is_unseen(texts: Sequence[str], index: int) -> bool:
    """Whether templates do not see a token: quotes, brackets, emoji, the hyphen of a compound."""
    text = texts[index]
    return _DROPPED.fullmatch(text) is not None or (text == "-" and 0 < index < len(texts) - 1)
