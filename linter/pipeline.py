"""The one pipeline that reads passages. spaCy is imported inside functions only: start-up must not pay for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from linter.draft import Draft, Layer
from linter.identifiers import RECOGNISERS, Identifier, Passage, create, resolve, trimmed
from linter.identifiers.glance import GLANCE
from linter.passages import passages, sentence_starts
from linter.signals import SIGNALS, Classifier
from linter.tokens import Tokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer as SpacyTokenizer
    from spacy.tokens import Doc

_OTHER_SPACE, _SPACES = re.compile(r"[^\S ]"), re.compile(r"\s+")
_UNEVEN = re.compile(r"\A\s|\s\s|\S{81}")
_LONG = re.compile(r"\S{80}(?=\S)")  # spaCy's tokenizer is quadratic on long runs without a blank
_BATCH = 256  # sentences that are scored at once
_SENTENCES = 5_000  # whose scores are remembered: a draft that is being written, boilerplate in many drafts

# How chat English and contractions are written out; spaCy's own norms know "n't" and "'ll".
_NORMS = {
    "'d": "would", "'s": "is", "u": "you", "ur": "your", "pls": "please", "plz": "please", "thru": "through", "w": "with", "w/": "with", "whats": "what",
    "lets": "let", "thats": "that", "msg": "message", "ya": "you", "yr": "your", "tho": "though", "bcoz": "because", "cuz": "because", "coz": "because",
    "emails": "emails", "&": "and", "tmrw": "tomorrow",
}  # fmt: skip
_CONTRACTIONS = {
    "wanna": ("wan", "want", "na", "to"),
    "gimme": ("gim", "give", "me", "me"),
    "lemme": ("lem", "let", "me", "me"),
}


@dataclass(slots=True)
class Sentence:
    """A sentence as phrase templates see it: normalised words, each followed by a blank, identifiers as `<kind>`.

    `places[i]` is the stretch of word i in the draft's folded text; `tokens` the sentence's stretch in the `Doc`.
    """

    text: str
    places: list[tuple[int, int]]
    words: frozenset[str]
    tokens: tuple[int, int]
    signals: Mapping[str, float] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """Where it begins in the draft's folded text."""
        return self.places[0][0]

    @property
    def end(self) -> int:
        """Where it ends in the draft's folded text."""
        return self.places[-1][1]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The folded stretch of the draft for a stretch of `text`."""
        return self.places[self.word_at(start)][0], self.places[self.word_at(max(start, end - 1))][1]

    def word_at(self, position: int) -> int:
        """The number of the word at a position in `text`."""
        return self.text.count(" ", 0, position)


@dataclass(slots=True)
class Reading:
    """What the pipeline finds out about one passage.

    `text` is the passage with one blank for any white space, without code, link targets and comments. Token i has the norm
    `norms[i]`, '' where templates do not see it, and stands at `starts[i]` to `ends[i]` in the draft's folded text. `bounds`
    are the tokens at which sentences start, and their number.
    """

    passage: Passage
    layer: Layer
    text: str
    norms: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    bounds: list[int] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    doc: Doc | None = None


class Pipeline:
    """Reads passages: tokens, sentence bounds, identifiers, the words that templates see, and the signals of each sentence.

    Templates and regexes need no more than the tokens' norms and places, so a spaCy `Doc` is made only where token patterns
    ask for one; `attributes=False` leaves out of the vocabulary what nothing but token patterns reads (shape, likeness to a
    number …), which costs more than all else that is done with a new word. `signals=False` leaves the trained model out.
    """

    def __init__(self, words: Mapping[str, tuple[str, ...]], signals: bool = True, attributes: bool = True) -> None:
        self._nlp = _language(attributes)
        self.tokenizer = Tokenizer(self._nlp, _NORMS, _special_cases(self._nlp))
        self._recognisers = [create(name, words) for name in RECOGNISERS]
        self._score = SignalScorer(words) if signals else None

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline, which only tokenizes."""
        self.tokenizer.tell_all()
        return self._nlp

    def read(self, draft: Draft) -> list[Reading]:
        """One reading a passage, in order."""
        GLANCE.learn(draft.folded.text)
        found = [(passage, layer, _plain(passage, layer)) for passage, layer in passages(draft)]
        self.tokenizer.learn(text for *_, (text, _) in found)
        readings = [self._reading(passage, layer, plain) for passage, layer, plain in found]
        if self._score is not None:
            self._score(readings)
        return readings

    def doc(self, reading: Reading) -> Doc:
        """The passage's text as a spaCy `Doc` whose tokens are those of the reading; made when first asked for."""
        import numpy as np  # noqa: PLC0415
        from spacy.attrs import SENT_START  # noqa: PLC0415
        from spacy.tokens import Doc  # noqa: PLC0415

        if reading.doc is not None:
            return reading.doc
        text, tokens = reading.text, self.tokenizer(reading.text)
        words = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
        doc = Doc(self._nlp.vocab, words=words, spaces=[text[end : end + 1] == " " for end in tokens.ends])
        for token, norm in zip(doc, tokens.norms, strict=True):
            if norm and token.norm_ != norm:  # it hangs on the tokens beside it: "ca" in "can't"
                token.norm_ = norm
        bounds = np.full(len(doc), -1)
        bounds[reading.bounds[:-1]] = 1
        values: Any = bounds.astype(np.uint64)
        # one call for all tokens: setting them one by one asks the whole doc each time
        reading.doc = doc.from_array([SENT_START], values)
        return doc

    def _reading(self, passage: Passage, layer: Layer, plain: tuple[str, int | list[int]]) -> Reading:
        text, offsets = plain
        if isinstance(offsets, int):
            tokens = self.tokenizer(text, offsets)
        else:
            tokens = self.tokenizer(text)
            tokens.starts = [offsets[start] for start in tokens.starts]
            tokens.ends = [offsets[end - 1] + 1 for end in tokens.ends]
        reading = Reading(passage, layer, text, tokens.norms, tokens.starts, tokens.ends)
        _set_bounds(reading)
        folded = passage.folded.text
        GLANCE.look(folded, passage.start, passage.end)
        found = [identifier for recognise in self._recognisers for identifier in recognise(passage)]
        reading.identifiers = resolve(
            trimmed(identifier, folded) for identifier in found if passage.start <= identifier.start < passage.end
        )
        _set_sentences(reading)
        return reading


def _language(attributes: bool) -> Language:
    """A blank English `Language` whose tokenizer knows chat English."""
    from spacy.attrs import NORM  # noqa: PLC0415
    from spacy.lang.en import English  # noqa: PLC0415
    from spacy.vectors import Vectors  # noqa: PLC0415

    def tokenizer(nlp: Language) -> SpacyTokenizer:
        vocab: Any = nlp.vocab
        if not attributes:
            vocab.lex_attr_getters = {NORM: vocab.lex_attr_getters[NORM]}
        return _tokenizer(nlp)

    nlp = English(create_tokenizer=tokenizer, create_vectors=lambda vocab: Vectors(strings=vocab.strings))
    for word, norm in _NORMS.items():
        nlp.vocab[word].norm_ = norm
    return nlp


def _tokenizer(nlp: Language) -> SpacyTokenizer:
    """spaCy's English tokenizer, which also cuts `him/her`; without its special cases, which it would read at every change."""
    from spacy.tokenizer import Tokenizer as SpacyTokenizer  # noqa: PLC0415
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415

    defaults: Any = nlp.Defaults
    return SpacyTokenizer(
        nlp.vocab,
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex(defaults.suffixes).search,
        infix_finditer=compile_infix_regex([*defaults.infixes, r"(?<=[^\W\d_])[/&](?=[^\W\d_])"]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _special_cases(nlp: Language) -> dict[str, list[dict[Any, str]]]:
    """What spaCy's English tokenizer cuts by rote, and what chat English runs together."""
    from spacy.attrs import NORM, ORTH  # noqa: PLC0415

    defaults: Any = nlp.Defaults
    cases = {
        short: [{ORTH: first, NORM: norm}, {ORTH: second, NORM: second_norm}]
        for short, (first, norm, second, second_norm) in _CONTRACTIONS.items()
    }
    return {**defaults.tokenizer_exceptions, **cases}


def _plain(passage: Passage, layer: Layer) -> tuple[str, int | list[int]]:
    """A passage's visible text with one blank between words and long runs cut; the folded offset of each character, or of the
    first where they follow each other.
    """
    text = passage.folded.text
    stretches = list(_visible(passage, layer)) if passage.draft.regions else [(passage.start, passage.end)]
    if len(stretches) == 1:
        start, end = stretches[0]
        chunk = text[start:end].rstrip()
        if not _UNEVEN.search(chunk):
            return _OTHER_SPACE.sub(" ", chunk), start
    pieces: list[str] = []
    offsets: list[int] = []
    for start, end in stretches:
        at = start
        for match in _SPACES.finditer(text, start, end):
            _append(text, at, match.start(), pieces, offsets)
            if pieces and pieces[-1] != " ":
                pieces.append(" ")
                offsets.append(match.start())
            at = match.end()
        _append(text, at, end, pieces, offsets)
        if pieces and pieces[-1] != " ":
            pieces.append(" ")
            offsets.append(end)
    return "".join(pieces).rstrip(), offsets


def _append(text: str, begin: int, stop: int, pieces: list[str], offsets: list[int]) -> None:
    at = begin
    for match in _LONG.finditer(text, begin, stop):
        pieces += (text[at : match.end()], " ")
        offsets += range(at, match.end() + 1)
        at = match.end()
    if at < stop:
        pieces.append(text[at:stop])
        offsets += range(at, stop)


def _visible(passage: Passage, layer: Layer) -> Iterator[tuple[int, int]]:
    """The folded stretches of a passage without its code, link targets and comments."""
    draft, at = passage.draft, passage.start
    first, last = passage.folded.source(passage.start, passage.end)
    for region in draft.regions_between(first, last):
        if region.layer in (layer, Layer.QUOTE):
            continue
        start, end = draft.folded.offset(region.start), draft.folded.offset(region.end)
        if start > at:
            yield at, min(start, passage.end)
        at = max(at, end)
    if at < passage.end:
        yield at, passage.end


def _set_bounds(reading: Reading) -> None:
    """Find the tokens at which sentences start."""
    count = len(reading.starts)
    firsts = {bisect_left(reading.starts, start) for start in sentence_starts(reading.passage)}
    reading.bounds = [*sorted(first for first in firsts if first < count), count]


def _set_sentences(reading: Reading) -> None:
    """Make the sentences as phrase templates see them."""
    identifiers = reading.identifiers
    at = 0
    for first, last in pairwise(reading.bounds):
        begin, stop = reading.starts[first], reading.ends[last - 1]
        while at < len(identifiers) and identifiers[at].end <= begin:
            at += 1
        if at < len(identifiers) and identifiers[at].start < stop:
            words, places = _marked(reading, (first, last), at)
        else:
            words = list(reading.norms[first:last])
            places = list(zip(reading.starts[first:last], reading.ends[first:last], strict=True))
            if "" in words:
                places = [place for place, word in zip(places, words, strict=True) if word]
                words = [word for word in words if word]
        if words:
            reading.sentences.append(Sentence(" ".join(words) + " ", places, frozenset(words), (first, last)))


def _marked(reading: Reading, tokens: tuple[int, int], at: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a sentence with identifiers, from number `at` on, and their places; an identifier is one word, `<kind>`."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    identifiers = reading.identifiers

    def mark(number: int) -> None:
        place = identifiers[number].start, identifiers[number].end
        if not (places and places[-1] == place):
            words.append(f"<{identifiers[number].kind}>")
            places.append(place)

    for index in range(*tokens):
        start, end = reading.starts[index], reading.ends[index]
        while at < len(identifiers) and identifiers[at].end <= start:
            mark(at)  # without a token of its own where it stands in code or is the target of a link
            at += 1
        if at < len(identifiers) and identifiers[at].start < end:
            mark(at)
        elif reading.norms[index]:
            words.append(reading.norms[index])
            places.append((start, end))
    return words, places


class SignalScorer:
    """Gives each sentence the probabilities of its signals."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._classifier = Classifier(words)
        self._known: dict[str, Mapping[str, float]] = {}

    def __call__(self, readings: Iterable[Reading]) -> None:
        """Score the sentences of many readings at once: much faster than a passage at a time."""
        sentences = [sentence for reading in readings for sentence in reading.sentences]
        if len(self._known) > _SENTENCES:
            self._known.clear()
        known = self._known
        new = list({sentence.text: None for sentence in sentences if sentence.text not in known})
        for first in range(0, len(new), _BATCH):
            batch = new[first : first + _BATCH]
            scores = self._classifier([text.split() for text in batch])
            for text, row in zip(batch, scores.tolist(), strict=True):
                known[text] = dict(zip(SIGNALS, row, strict=True))
        for sentence in sentences:
            sentence.signals = known[sentence.text]
