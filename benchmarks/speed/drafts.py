"""Drafts to measure on: put together from parts by a seeded generator, so that they are the same everywhere."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

SEED = 20261123
WORDS = 300  # of a draft, about

_OPENINGS = ("Hi {name},", "Hello {name}!", "Dear {name},", "Good morning,", "Hi there,")
_NAMES = ("Dana", "Marek", "Ines", "Priya", "Tom", "Olena", "Chidi", "Yuki", "Lars", "Mina")
_SUBJECTS = (
    "I",
    "My team and I",
    "Last year I",
    "For a client in retail I",
    "In my last project I",
    "With two colleagues I",
)
_VERBS = ("built", "redesigned", "audited", "migrated", "documented", "tested", "maintained", "automated", "sped up")
_OBJECTS = (
    "a booking system", "an online shop with {number} products", "the billing of a SaaS product", "a Telegram bot for orders",
    "a data pipeline", "{number} landing pages", "the onboarding e-mails", "an internal dashboard", "a React Native app",
    "the search of a property portal", "a WordPress theme", "an API for {number} partners", "Slack and Zoom integrations",
)  # fmt: skip
_MEANS = (
    "with Python and Django",
    "in TypeScript",
    "on AWS",
    "with Next.js",
    "in Figma",
    "with dbt and BigQuery",
    "in Go",
    "by hand",
)
_ENDS = (
    "in {number} weeks",
    "within budget",
    "without downtime",
    "for a team of {number}",
    "before the season started",
    "from scratch",
)
_PROMISES = (
    "I work Mon-Fri 9:00-17:00 CET and answer within one business day.",
    "Which tools does your team use, and how often would you like an update?",
    "Until the contract starts I am here in Upwork Messages; after that I'm happy to join your Slack.",
    "I don't work on weekends, but I'll tell you early if something slips.",
    "The first milestone would be a working prototype after {number} days.",
    "I'd start with a short call inside Upwork to settle the details.",
    "My estimate is {number} hours at $45 per hour.",
    "You'd get a weekly summary, and a demo every other Friday.",
)
# A few that have findings, with fictitious identifiers.
_FINDINGS = (
    "You can text me on WhatsApp: +1 415 555 0{number:03}.",
    "Write to {low}.helps [at] tallpine [dot] studio.",
    "Telegram: @{low}_codes{number}",
    "My site is https://{low}-works.example.com/contact.",
    "Let's save the Upwork fee and pay by PayPal.",
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The drafts in a folder: their texts, in the order of their files, and how many words they have together."""

    folder: Path
    texts: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words the drafts have together."""
        return sum(len(text.split()) for text in self.texts)


def draft(random_: random.Random, words: int = WORDS) -> str:
    """A proposal of about so many words, in paragraphs of a few sentences."""
    name = random_.choice(_NAMES)
    paragraphs = [random_.choice(_OPENINGS).format(name=name)]
    count = 0
    while count < words:
        sentences = [_sentence(random_, name) for _ in range(random_.randint(2, 5))]
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n\nBest regards\n"


def _sentence(random_: random.Random, name: str) -> str:
    kind = random_.random()
    if kind < 0.03:
        text = random_.choice(_FINDINGS)
    elif kind < 0.3:
        text = random_.choice(_PROMISES)
    else:
        parts = (_SUBJECTS, _VERBS, _OBJECTS, _MEANS, _ENDS)
        text = " ".join(random_.choice(part) for part in parts) + _word(random_) + "."
    return text.format(name=name, low=name.lower(), number=random_.randint(2, 99))


def _word(random_: random.Random) -> str:
    """Now and then a word that no other draft has, as real drafts do."""
    if random_.random() > 0.5:
        return ""
    return " for " + "".join(
        random_.choice("bdfgklmnprst") + random_.choice("aeiou") for _ in range(random_.randint(2, 4))
    )


def write(folder: Path, count: int) -> Corpus:
    """The corpus, in a folder of its own."""
    random_ = random.Random(SEED)
    folder.mkdir()
    texts = tuple(draft(random_) for _ in range(count))
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return Corpus(folder, texts)
