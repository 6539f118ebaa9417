"""Build the one spaCy pipeline that reads passages. spaCy is imported inside functions only: start-up must not pay for it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from linter.draft import Draft, Layer
from linter.identifiers import RECOGNISERS, Identifier, Passage, create, resolve, trimmed
from linter.passages import passages, sentence_index, sentence_starts
from linter.signals import SIGNALS, Classifier

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

_SPACE, _SPACES = re.compile(r"\s"), re.compile(r"\s+")
_UNEVEN = re.compile(r"\s\s|\S{81}")
_LONG = re.compile(r"\S{80}(?=\S)")  # spaCy's tokenizer is quadratic on long runs without a blank
_DROPPED = re.compile(r"[\"'*_#~`^()\[\]{}<>\\]+|[^\w\s.,!?:;/$€£¥%&@+=|-]+")

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

    `starts[i]` is where word i begins in `text`; `places[i]` its stretch in the draft's folded text; `tokens` its stretch in the `Doc`.
    """

    text: str
    starts: array[int]
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
        first, last = sentence_index(self.starts, start), sentence_index(self.starts, max(start, end - 1))
        return self.places[first][0], self.places[last][1]


@dataclass(slots=True)
class Reading:
    """What the pipeline finds out about one passage; stands in `doc.user_data["reading"]`."""

    passage: Passage
    layer: Layer
    offsets: list[int]  # folded offset of each character of the doc's text, and of its end
    identifiers: list[Identifier] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)


def build(words: Mapping[str, tuple[str, ...]], signals: bool = True) -> Language:
    """The pipeline: tokenizer, sentence bounds, one recogniser per kind of identifier, the words that templates see, the signals."""
    from spacy.lang.en import English  # noqa: PLC0415
    from spacy.vectors import Vectors  # noqa: PLC0415

    _register()
    nlp = English(create_tokenizer=_tokenizer, create_vectors=lambda vocab: Vectors(strings=vocab.strings))
    for word, norm in _NORMS.items():
        nlp.vocab[word].norm_ = norm
    nlp.add_pipe("proposal_lint_sentences")
    nlp.vocab.lookups.add_table("proposal_lint", {"words": words})
    for name in RECOGNISERS:
        nlp.add_pipe("proposal_lint_identifiers", name=name, config={"recogniser": name})
    nlp.add_pipe("proposal_lint_words")
    if signals:
        nlp.add_pipe("proposal_lint_signals")
    return nlp


def _tokenizer(nlp: Language) -> Tokenizer:
    """spaCy's English tokenizer, which also cuts `him/her`, and knows what chat English runs together.

    Made in one go: changing a tokenizer has it read its 1,300 special cases anew.
    """
    from spacy.attrs import NORM, ORTH  # noqa: PLC0415
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415

    defaults: Any = nlp.Defaults
    cases = {
        short: [{ORTH: first, NORM: norm}, {ORTH: second, NORM: second_norm}]
        for short, (first, norm, second, second_norm) in _CONTRACTIONS.items()
    }
    return Tokenizer(
        nlp.vocab,
        rules={**defaults.tokenizer_exceptions, **cases},
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex(defaults.suffixes).search,
        infix_finditer=compile_infix_regex([*defaults.infixes, r"(?<=[^\W\d_])[/&](?=[^\W\d_])"]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def read(nlp: Language, draft: Draft) -> Iterator[Doc]:
    """One processed `Doc` a passage; its `user_data["reading"]` holds the `Reading`."""
    docs = (_doc(nlp, passage, layer) for passage, layer in passages(draft))
    yield from nlp.pipe(docs, batch_size=32)


def normaliser(nlp: Language) -> Any:
    """The function that turns a phrase of a rule into the words that a `Sentence` would hold."""

    def normalise(phrase: str) -> list[str]:
        doc = nlp.make_doc(phrase)
        return [token.norm_ for token in doc if not (_DROPPED.fullmatch(token.text) or _is_hyphen(token))]

    return normalise


def _doc(nlp: Language, passage: Passage, layer: Layer) -> Doc:
    """The passage as a `Doc`: white space collapsed, code, link targets and comments left out."""
    text = passage.folded.text
    pieces: list[str] = []
    offsets: list[int] = []
    for start, end in _visible(passage, layer):
        chunk = text[start:end]
        if _UNEVEN.search(chunk):
            _append_collapsed(chunk, start, pieces, offsets)
        else:
            pieces.append(_SPACE.sub(" ", chunk))
            offsets.extend(range(start, end))
        pieces.append(" ")
        offsets.append(end)
    offsets.append(passage.end)
    doc = nlp.make_doc("".join(pieces).rstrip())
    doc.user_data["reading"] = Reading(passage, layer, offsets)
    return doc


def _append_collapsed(chunk: str, start: int, pieces: list[str], offsets: list[int]) -> None:
    """Append a chunk with runs of white space made one blank and long runs of anything else cut."""
    at = 0
    for match in _SPACES.finditer(chunk):
        _append(chunk, at, match.start(), start, pieces, offsets)
        pieces.append(" ")
        offsets.append(start + match.start())
        at = match.end()
    _append(chunk, at, len(chunk), start, pieces, offsets)


def _append(chunk: str, begin: int, stop: int, base: int, pieces: list[str], offsets: list[int]) -> None:
    at = begin
    for match in _LONG.finditer(chunk, begin, stop):
        pieces.append(chunk[at : match.end()])
        offsets.extend(range(base + at, base + match.end()))
        pieces.append(" ")
        offsets.append(base + match.end())
        at = match.end()
    pieces.append(chunk[at:stop])
    offsets.extend(range(base + at, base + stop))


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


def _is_hyphen(token: Any) -> bool:
    """Whether a dash stands inside a compound; one with blanks around it separates clauses."""
    return bool(token.text == "-" and not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_)


def set_sentences(doc: Doc) -> Doc:
    """Pipeline component: the passage's sentence bounds, on the tokens."""
    import numpy as np  # noqa: PLC0415
    from spacy.attrs import SENT_START  # noqa: PLC0415

    reading: Reading = doc.user_data["reading"]
    starts = sentence_starts(reading.passage)
    indices = [sentence_index(starts, reading.offsets[token.idx]) for token in doc]
    bounds = [1 if index != before else -1 for index, before in zip(indices, [-1, *indices], strict=False)]
    # one call for all tokens: setting them one by one asks the whole doc each time
    column: Any = np.array(bounds, dtype=np.int64).astype(np.uint64)
    doc.from_array([SENT_START], column)
    return doc


def set_words(doc: Doc) -> Doc:
    """Pipeline component: the sentences as phrase templates see them."""
    reading: Reading = doc.user_data["reading"]
    offsets = reading.offsets
    reading.identifiers = resolve(reading.identifiers)
    identifiers = iter([*reading.identifiers, None])
    current = next(identifiers)
    words: list[str] = []
    places: list[tuple[int, int]] = []
    first = 0
    for token in doc:
        if token.is_sent_start and words:
            reading.sentences.append(_sentence(words, places, (first, token.i)))
            words, places, first = [], [], token.i
        start = offsets[token.idx]
        while current is not None and current.end <= start:
            current = next(identifiers)
        end = offsets[token.idx + len(token.text) - 1] + 1
        if current is not None and current.start < end:
            mark = f"<{current.kind}>"
            if not (words and places[-1] == (current.start, current.end)):
                words.append(mark)
                places.append((current.start, current.end))
            continue
        text = token.text
        if _DROPPED.fullmatch(text) or _is_hyphen(token):
            continue
        words.append(token.norm_)
        places.append((start, end))
    if words:
        reading.sentences.append(_sentence(words, places, (first, len(doc))))
    return doc


def _sentence(words: list[str], places: list[tuple[int, int]], tokens: tuple[int, int]) -> Sentence:
    starts, at = array("l"), 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return Sentence(" ".join(words) + " ", starts, places, frozenset(words), tokens)


class IdentifierRecogniser:
    """Pipeline component around one recogniser."""

    def __init__(self, recogniser: str, words: Mapping[str, tuple[str, ...]]) -> None:
        self._find = create(recogniser, words)

    def __call__(self, doc: Doc) -> Doc:
        reading: Reading = doc.user_data["reading"]
        passage = reading.passage
        text = passage.folded.text
        reading.identifiers.extend(
            trimmed(found, text) for found in self._find(passage) if passage.start <= found.start < passage.end
        )
        return doc


class SignalScorer:
    """Pipeline component: gives each sentence the probabilities of its signals."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._classifier = Classifier(words)

    def __call__(self, doc: Doc) -> Doc:
        self._score([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """The same for a stream: a batch at once is much faster than a passage at a time."""
        stream = iter(stream)
        while batch := list(islice(stream, batch_size)):
            self._score(batch)
            yield from batch

    def _score(self, docs: Iterable[Doc]) -> None:
        sentences = [sentence for doc in docs for sentence in doc.user_data["reading"].sentences]
        if sentences:
            scores = self._classifier([sentence.text.split() for sentence in sentences])
            for sentence, row in zip(sentences, scores.tolist(), strict=True):
                sentence.signals = dict(zip(SIGNALS, row, strict=True))


def _register() -> None:
    """Make the components known to spaCy, once per process."""
    from spacy.language import Language  # noqa: PLC0415

    if Language.has_factory("proposal_lint_words"):
        return
    Language.component("proposal_lint_sentences", func=set_sentences)
    Language.component("proposal_lint_words", func=set_words)
    Language.factory("proposal_lint_signals", func=lambda nlp, name: SignalScorer(_words(nlp)))  # noqa: ARG005
    Language.factory(
        "proposal_lint_identifiers",
        func=lambda nlp, name, recogniser: IdentifierRecogniser(recogniser, _words(nlp)),  # noqa: ARG005
    )


def _words(nlp: Language) -> Mapping[str, tuple[str, ...]]:
    words: Mapping[str, tuple[str, ...]] = nlp.vocab.lookups.get_table("proposal_lint")["words"]
    return words
