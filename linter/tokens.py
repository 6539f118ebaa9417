"""spaCy's tokenizer behind a memory: what stands between two blanks is cut once, then looked up.

Most stretches of a draft have been seen before, and cutting one anew costs more than everything that is done with it later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language

_FEW_TEXTS = 2
MANY = 30_000  # stretches after which the memory starts anew

_DROPPED = re.compile(r"[\"'*_#~`^()\[\]{}<>\\]+|[^\w\s.,!?:;/$€£¥%&@+=|-]+")

_PIECE = re.compile(r"[a-z]+|[0-9]+|[^a-z0-9]")
# Where spaCy looks at letters or digits themselves: units, clitics, abbreviations, what may be an address.
_PECULIAR = re.compile(r"[0-9][a-z]|[a-z][0-9]|['’@°]|\.[^\W_]|://")
_MANY_SHAPES = 5_000
_FEW_TOKENS = 8

# Of each token of a shape: its first piece, the one after its last, and whether templates see it; nothing where letters matter.
Shape = tuple[tuple[int, int, bool], ...]
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
        self._shapes: dict[str, Shape] = {}

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
        """Cut stretches and remember them: by their shape where that is enough, without a trial of spaCy's many affixes."""
        if len(self._known) > MANY:
            self._known.clear()
        new = [
            stretch for stretch in stretches if stretch not in self._known
        ]  # a difference of sets reads all that is known
        if not new:
            return
        mixed = []
        for stretch in new:
            cut = self._by_shape(stretch)
            if cut is None:
                mixed.append(stretch)
            else:
                self._known[stretch] = cut
        if mixed:
            for stretch, cut in zip(mixed, self._by_spacy(mixed), strict=True):
                self._known[stretch] = cut
                self._learn_shape(stretch, cut)

    def _by_shape(self, stretch: str) -> Cut | None:
        """The tokens of a stretch, cut as others were that have the same signs between other letters and digits.

        None where no other was, and where spaCy knows a part of the stretch by rote.
        """
        if stretch.isalpha() and stretch.isascii() and stretch.islower():
            return None if stretch in self._rules else ((self._norm_of(stretch),), (0,), (len(stretch),))
        pieces = _PIECE.findall(stretch)
        shape = self._shapes.get(_key(pieces))
        if not shape or _PECULIAR.search(stretch):
            return None
        texts = ["".join(pieces[first:last]) for first, last, _ in shape]
        ends = tuple(accumulate(map(len, texts)))
        starts = (0, *ends[:-1])
        if self._is_by_rote(stretch, starts, ends):
            return None
        norms = [self._norm_of(text) if seen else "" for text, (*_, seen) in zip(texts, shape, strict=True)]
        return tuple(norms), starts, ends

    def _learn_shape(self, stretch: str, cut: Cut) -> None:
        """Remember how a stretch was cut, for others of its shape."""
        if _PECULIAR.search(stretch) or self._is_by_rote(stretch, *cut[1:]):
            return
        norms, starts, ends = cut
        pieces = _PIECE.findall(stretch)
        number = {place: index for index, place in enumerate(accumulate(map(len, pieces), initial=0))}
        if not number.keys() >= {*starts, *ends} or ends[:-1] != starts[1:] or len(norms) > _FEW_TOKENS:
            return
        if len(self._shapes) > _MANY_SHAPES:
            self._shapes.clear()
        self._shapes[_key(pieces)] = tuple(
            (number[start], number[end], norm != "") for norm, start, end in zip(norms, starts, ends, strict=True)
        )

    def _is_by_rote(self, stretch: str, starts: Sequence[int], ends: Sequence[int]) -> bool:
        """Whether spaCy has a rule for some of these tokens in a row."""
        rules = self._rules
        return any(stretch[start:end] in rules for index, start in enumerate(starts) for end in ends[index:])

    def _by_spacy(self, stretches: Sequence[str]) -> Iterator[Cut]:
        """The tokens of each stretch: at once, since every call has its price."""
        from spacy.attrs import IDX, LENGTH, NORM, SPACY  # noqa: PLC0415

        text, strings = " ".join(stretches), self._strings
        self._tell(text)
        rows = []
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
                yield tuple(norms), starts, ends
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


def _key(pieces: Sequence[str]) -> str:
    """The shape of a stretch: its signs, and whether one or more letters or digits stand between them."""
    return "".join([_alike(piece) for piece in pieces])


def _alike(piece: str) -> str:
    if "a" <= piece[0] <= "z":
        return "aa" if len(piece) > 1 else "a"
    if "0" <= piece[0] <= "9":
        return "00" if len(piece) > 1 else "0"
    return piece


def _whole(norm: str) -> str:
    """A norm of several words, such as that of "N.C.", as one: a blank ends a word for whoever reads norms."""
    return norm.replace(" ", "-")


def _is_unseen(texts: Sequence[str], index: int) -> bool:
    """Whether templates do not see a token: quotes, brackets, emoji, the hyphen of a compound."""
    text = texts[index]
    return _DROPPED.fullmatch(text) is not None or (text == "-" and 0 < index < len(texts) - 1)
