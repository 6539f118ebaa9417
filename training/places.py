"""Train the models that tell which addresses and names in a text are the writer's own, from the texts in `training/places`.

    python -m training.places            trains on everything and writes linter/identifiers/*.json
    python -m training.places --check    fails if a file in the package is not what this would write
    python -m training.places --cross    prints how well held-out texts are judged, and where that goes wrong

A text is a line `{"markup": "My gallery lives at ⟦kessler.art⟧."}`: what is the writer's own is marked, every other candidate is not.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from linter.draft import Draft
from linter.identifiers import scorer, website
from linter.identifiers.base import Passage
from linter.identifiers.handles import OWN, shared
from linter.identifiers.urls import web
from linter.identifiers.website import Judge
from linter.rulebook.words import load_words

HERE = Path(__file__).parent / "places"
PACKAGE = Path(scorer.__file__).parent
MARK = re.compile(r"⟦([^⟧]*)⟧")
REGULARISATION = 20  # inverse
WHOLE = 0.8  # of what is marked must be in a candidate
SEEN = 2  # texts that a feature must stand in
LIGHTEST = 0.2  # weight that is kept: of those below, no decision was seen to hang on one


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate: its features, whether it is the writer's own, the number of its text, and what to show of it."""

    features: frozenset[str]
    own: bool
    text: int
    shown: str


Candidates = Callable[[Passage], Iterator[tuple[int, int, list[str]]]]


def unmarked(markup: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the marked stretches in code points."""
    text, spans, at = "", [], 0
    for match in MARK.finditer(markup):
        text += markup[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + markup[at:], spans


def places(path: Path, candidates: Candidates) -> Iterator[Place]:
    """Every candidate of the texts of one file: as it stands, as a paragraph of a draft, and among other sentences of one."""
    sentences = list(fillers())
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        markup = json.loads(line)["markup"]
        before, after = sentences[number % len(sentences)], sentences[(number * 7 + 3) % len(sentences)]
        for template in (
            "{1}",
            "{0}\n\n{1}\n\n{2}" if number % 2 else "{0}\n\n{1}",
            "{0} {1}" if number % 3 else "{1} {2}",
        ):
            text, spans = unmarked(template.format(before, markup, after))
            draft = Draft.from_text(text)
            for first, last, features in candidates(Passage(draft, 0, len(draft.folded.text))):
                start, end = draft.folded.source(first, last)
                shares = [(min(end, stop) - max(start, begin)) / (stop - begin) for begin, stop in spans]
                own = max(shares, default=0) >= WHOLE
                if max(shares, default=0) > 0 and not own:
                    continue  # a part of it
                yield Place(frozenset(features), own, number, f"{text[start:end]}  |  {text}")


def ordinary(candidates: Candidates) -> Iterator[Place]:
    """The candidates of the sentences in `training/data` that invite nobody: none is the writer's own."""
    for path in sorted((HERE.parent / "data").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            for unit in row.get("units", [row]):
                if not {"invitation", "request"} & set(unit["labels"]):
                    draft = Draft.from_text(unit["text"])
                    for first, last, features in candidates(Passage(draft, 0, len(draft.folded.text))):
                        start, end = draft.folded.source(first, last)
                        shown = f"{draft.text[start:end]}  |  {draft.text}"
                        yield Place(frozenset(features), False, -1 - number, shown)


def fillers() -> Iterator[str]:
    """Sentences of ordinary drafts."""
    for line in (HERE.parent / "data" / "drafts-a.jsonl").read_text(encoding="utf-8").splitlines():
        for unit in json.loads(line)["units"]:
            if not unit["labels"] and 30 < len(unit["text"]) < 200 and not re.search(r"\w\.\w|@|\d{5}", unit["text"]):
                yield unit["text"]


def sites() -> Candidates:
    """The sites of a text with what `website` sees of them."""
    words = load_words()
    hosts, links = web(words)
    judge = Judge(words, hosts)

    def candidates(passage: Passage) -> Iterator[tuple[int, int, list[str]]]:
        found = links.find(passage.folded.text, passage.start, passage.end)
        for link in found:
            if judge.is_candidate(passage, link):
                yield link.start, link.end, judge.features(passage, link, found)

    return candidates


def handles() -> Candidates:
    """The words of a text that may be user names, with what `handles` sees of them."""
    finder = shared(load_words())

    def candidates(passage: Passage) -> Iterator[tuple[int, int, list[str]]]:
        names = finder.lexicon.find(passage.folded.text, passage.start, passage.end)
        for (start, end), features, _ in finder.weighed(passage, names):
            yield start, end, features

    return candidates


MODELS: dict[str, tuple[Callable[[], Candidates], float]] = {"sites": (sites, website.OWN), "handles": (handles, OWN)}


def fit(found: list[Place]) -> dict[str, Any]:
    """The model's file: a logistic regression over the features that stand in several texts."""
    texts: Counter[str] = Counter(
        name for _, name in {(place.text, name) for place in found for name in place.features}
    )
    names = sorted(name for name, count in texts.items() if count >= SEEN)
    column = {name: index for index, name in enumerate(names)}
    model = LogisticRegression(C=REGULARISATION, solver="liblinear", dual=True, max_iter=2000, random_state=0)
    model.fit(_rows(found, column), [place.own for place in found])
    weights = {name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {
        "bias": round(float(model.intercept_[0]), 3),
        "weights": {name: weight for name, weight in weights.items() if abs(weight) >= LIGHTEST},
    }


def _rows(found: list[Place], column: dict[str, int]) -> Any:
    owners, columns, values = [], [], []
    for index, place in enumerate(found):
        for name in sorted(place.features & column.keys()):
            owners.append(index)
            columns.append(column[name])
            values.append(1 / len(place.features) ** 0.5)
    return csr_matrix((values, (owners, columns)), shape=(len(found), len(column)))


def cross(found: list[Place], threshold: float) -> None:
    """Print precision and recall on texts held out in turn, and the worst errors."""
    truth = np.array([place.own for place in found])
    scores = np.zeros(len(found))
    for train, test in GroupKFold(8).split(found, truth, [place.text for place in found]):
        file = fit([found[index] for index in train])
        model = scorer.Scorer(file["bias"], file["weights"])
        scores[test] = [model(found[index].features) for index in test]
    for score, place in sorted(zip(scores, found, strict=True), key=lambda pair: pair[0]):
        if (score >= threshold) != place.own:
            print(f"{'missed' if place.own else 'false '} {score:.2f}  {place.shown[:150]!r}")
    for bound in (threshold - 0.1, threshold, threshold + 0.1):
        hit = (scores >= bound) & truth
        wrong = (scores >= bound) & ~truth
        print(
            f"{len(found)} places, from {bound:.1f}: recall {hit.sum() / truth.sum():.3f}, "
            f"precision {hit.sum() / max(1, hit.sum() + wrong.sum()):.3f}, others taken {wrong.sum() / (~truth).sum():.3f}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the files in the package")
    parser.add_argument("--cross", action="store_true", help="measure on texts held out in turn")
    args = parser.parse_args()
    stale = []
    for name, (candidates, threshold) in MODELS.items():
        find = candidates()
        found = [*places(HERE / f"{name}.jsonl", find), *(ordinary(find) if name == "handles" else ())]
        if args.cross:
            cross(found, threshold)
            continue
        made = json.dumps(fit(found), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
        target = PACKAGE / f"{name}.json"
        if not args.check:
            target.write_text(made, encoding="utf-8")
            print(f"{name}: {len(found)} places, {len(made) / 1e3:.0f} kB")
        elif not target.is_file() or target.read_text(encoding="utf-8") != made:
            stale.append(name)
    if stale:
        print(f"stale: {', '.join(stale)}; run python -m training.places")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
