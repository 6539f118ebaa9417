"""Write `docs/quality.md`: what was measured, on what, and how well it does.

    python -m training.quality [--score SCORE.py CORPUS.jsonl ...]

Cross-validates on the training sentences; with `--score`, also runs that script (`--json`) on labelled corpora.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from linter.pipeline import Pipeline
from linter.rulebook import Rulebook, load_rulebook
from linter.signals import SIGNALS, Classifier
from linter.signals.classifier import WEIGHTS
from linter.signals.features import Features
from linter.yaml import read_yaml
from training.evaluate import confusion, cross_validate, linear, scores
from training.train import HERE, Unit, units

PAGE = HERE.parent / "docs" / "quality.md"
COMPARISON = HERE / "comparison.json"

INTRODUCTION = """\
# Quality

How the linter decides, what was measured, and how well it does. This page is written by `python -m training.quality`; nothing in it is typed in by hand.

## Method

Identifiers are found by recognisers: rules about shapes and their surroundings, on text whose disguise has been undone. What a sentence *means* (an invitation, a request,
a refusal, a statement about working hours) is found in two ways that help each other. **Phrases** are precise, and say exactly which words were found, but people
have more ways of saying a thing than anyone can list. A **signal** is the probability that a sentence is of a kind, by a small linear model that ships with the package. A rule takes
phrases in sentences whose signal is not quite improbable, and sentences without such a phrase whose signal is high; for an invitation they must also name some outside channel. Which, and from which
probability on, stands in the rule's file; `proposal-lint rules explain` shows it.

The model is a logistic regression for each signal over hashed features of one sentence: its words, pairs of words up to four apart, rows of three, and the rows of two to five letters within words. Names of tools,
networks, payment services, weekdays and time zones are made alike first, and identifiers are replaced by their kind. The rows of words are taken twice more with each word replaced by its group, of 800 and
of 150 (`training/clusters.py`: k-means over the public-domain GloVe vectors of 40,000 English words), so that what was learned from "text me" holds for "ping me". It is trained on sentences that the project has written itself (`training/data`), is
deterministic, and needs numpy alone, which spaCy brings.
"""


def page(found: Sequence[Unit], book: Rulebook, corpora: Sequence[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """The page, section by section."""
    settings = read_yaml(HERE / "settings.yaml").values
    train = linear(Features(book.words), settings)
    probabilities = cross_validate(found, train)
    best = scores(found, probabilities)
    used = thresholds(book)
    yield INTRODUCTION
    if COMPARISON.exists():
        yield from _comparison(json.loads(COMPARISON.read_text(encoding="utf-8")))
    yield from _data(found)
    yield "\n## Cross-validation\n\nFive folds; sentences of one draft, or neighbours in a list, are never parted. The lists hold as many near misses as hits, so this is harder than real drafts.\n"
    yield "\n| signal | sentences | precision | recall | F1 | at | best F1 | at |\n|---|---:|---:|---:|---:|---:|---:|---:|\n"
    for score, top in zip(scores(found, probabilities, used), best, strict=True):
        yield (
            f"| {score.signal} | {score.count} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} | {score.threshold:.2f} "
            f"| {top.f1:.3f} | {top.threshold:.2f} |\n"
        )
    yield "\nThe first threshold is the one in the rule's file, which leans to the side that the rule can afford.\n"
    yield from _curve(found, train)
    yield from _confusion(confusion(found, probabilities, used))
    yield from _size(found, book)
    for name, result in corpora:
        yield from _corpus(name, result)


def thresholds(book: Rulebook) -> dict[str, float]:
    """The threshold from which each signal counts by itself, by the rule files."""
    used = dict.fromkeys(SIGNALS, 0.5)
    for rule in book.rules.values():
        for entry in rule.entries:
            if entry.signal is not None and entry.phrases is None:
                used[entry.signal] = entry.threshold
    return used


def _comparison(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield "\n### Methods compared\n\nMean of the signals' best F1, two of five folds of the training sentences (`python -m training.compare`); the methods that do not ship were measured when there were fewer sentences.\n"
    yield "\n| method | sentences | mean F1 | size, MB | words/s |\n|---|---:|---:|---:|---:|\n"
    for row in rows:
        yield f"| {row['method']} | {row['sentences']:,} | {row['f1']:.3f} | {row['megabytes']:.2f} | {row['words_per_second']:,} |\n"


def _data(found: Sequence[Unit]) -> Iterator[str]:
    counts = Counter(label for unit in found for label in unit.labels)
    bare = sum(not unit.labels for unit in found)
    yield (
        f"\n## Training data\n\n{len(found):,} sentences, {bare:,} of them without a label: "
        + ", ".join(f"{signal} {counts[signal]:,}" for signal in SIGNALS)
        + ".\n"
    )


def _curve(found: Sequence[Unit], train: Any) -> Iterator[str]:
    yield "\n### Learning curve\n\nMean of the signals' best F1 on one fold, by the share of the other folds that was learned from.\n"
    yield "\n| share | sentences | mean F1 |\n|---:|---:|---:|\n"
    for share in (0.125, 0.25, 0.5, 1.0):
        result = scores(found, cross_validate(found, train, folds=[0], share=share))
        yield f"| {share:.0%} | {int(len(found) * share * 0.8):,} | {np.mean([score.f1 for score in result]):.3f} |\n"


def _confusion(table: Any) -> Iterator[str]:
    yield "\n### Confusion\n\nHow many sentences with each label (rows) were given each signal (columns). Many sentences truly carry several.\n"
    yield "\n| | " + " | ".join(SIGNALS) + " |\n|---|" + "---:|" * len(SIGNALS) + "\n"
    for name, row in zip((*SIGNALS, "none"), table.tolist(), strict=True):
        yield f"| **{name}** | " + " | ".join(map(str, row)) + " |\n"


def _size(found: Sequence[Unit], book: Rulebook) -> Iterator[str]:
    start = time.perf_counter()
    classifier = Classifier(book.words)
    loaded = time.perf_counter() - start
    sentences = [unit.words for unit in found]
    classifier(sentences[:2000])
    start = time.perf_counter()
    for first in range(0, len(sentences), 40):
        classifier(sentences[first : first + 40])
    speed = sum(map(len, sentences)) / (time.perf_counter() - start)
    yield (
        f"\n### Size and speed\n\n{WEIGHTS.stat().st_size / 1e6:.2f} MB; loads in {loaded * 1000:.0f} ms; scores {speed:,.0f} words a second, "
        "40 sentences at a time, on one core of the machine that wrote this page.\n"
    )


def _corpus(name: str, result: dict[str, Any]) -> Iterator[str]:
    yield f"\n## {name}\n\n{result['texts']} labelled drafts.\n\n| rule | found | false | missed | precision | recall | F1 |\n|---|---:|---:|---:|---:|---:|---:|\n"
    families = ((f"**{family}/**", score) for family, score in result["families"].items())
    for rule, s in (*result["rules"].items(), *families):
        yield f"| {rule} | {s['tp']} | {s['fp']} | {s['fn']} | {s['precision']:.3f} | {s['recall']:.3f} | {s['f1']:.3f} |\n"
    yield "\n| statement | accuracy | F1 |\n|---|---:|---:|\n"
    for statement, s in result["statements"].items():
        yield f"| {statement} | {s['accuracy']:.3f} | {s['f1']:.3f} |\n"
    alarms = result["false_alarms"]
    yield f"\nFalse alarms: {alarms['errors']} errors in {alarms['clean_texts']} drafts without anything to report.\n"


def _scored(script: Path, corpora: Sequence[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    for corpus in corpora:
        call = [sys.executable, str(script), "--json", "--lint", f"{sys.executable} -m linter", str(corpus)]
        yield (
            f"Corpus `{corpus.name}`",
            json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout),
        )


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--score", type=Path, help="a script that scores the command on a labelled corpus")
    parser.add_argument("corpus", type=Path, nargs="*")
    args = parser.parse_args()
    book = load_rulebook()
    found = list(units(Pipeline(book.words, signals=False)))
    corpora = list(_scored(args.score, args.corpus)) if args.score else []
    PAGE.write_text("".join(page(found, book, corpora)), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
