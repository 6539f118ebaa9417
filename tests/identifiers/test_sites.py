"""The model of own sites: what it is given, that it is the same every time, and texts it was not trained on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spans import found, marked

from linter.draft import Draft
from linter.identifiers import scorer, signature
from linter.identifiers.clues import Clues, surroundings

UNSEEN = (
    "Hi, I'm Noor.\n\nI letter shop fronts in Utrecht.\n\nMy wall of photographs: [[noorletters.nl]]\n\nMonday works.",
    "Regards,\nAlasdair Muir\n[[muirsurveys.scot]]",
    "Mi portafolio completo está en [[talleranil.mx]].",
    "Unsere Agentur finden Sie unter [[nordwand-texte.de]].",
    "Моё портфолио на [[svetlanafoto.ru]]",
    "Your shop larkandloaf.co.uk has two checkouts, and only one of them works.",
    "I built larkandloaf.co.uk and millstreetdental.ie last year.",
    "Recent client work:\n- larkandloaf.co.uk\n- millstreetdental.ie\n- pondlife.org",
    "From 2018 to 2021 I was a tester at trunkline.io.",
    "Live demo: https://barometer-demo.netlify.app",
    "Vuestra tienda panaderiasol.es tarda seis segundos.",
    "Für die Praxis zahnarzt-brandt.de habe ich das Formular gebaut.",
    "A rival of yours, breadbox.dk, ranks first.",
)


@pytest.mark.parametrize("text", UNSEEN)
def test_unseen(text: str) -> None:
    plain, spans = marked(text)
    assert found("link", plain, ("website",)) == spans


def test_a_feature_counts_once() -> None:
    model = scorer.Scorer(-1.0, {"own": 2.0, "other": -2.0})
    assert model(["own", "own"]) == model(["own"]) == pytest.approx(1 / (1 + 2.718281828 ** (1 - 2.0)))
    assert model(["other"]) < model([]) < model(["own", "unknown"]) < model(["own"])


def test_surroundings() -> None:
    text = "hello there. my site:\n- kiln.art\nbye"
    start = text.index("kiln")
    around = surroundings(text, start, start + len("kiln.art"))
    assert around.before == ["-"]
    assert around.heading == [":", "site", "my", ".", "there", "hello"]
    assert (around.alone, around.opens, around.closes, around.listed) == (True, True, True, True)


@given(st.text(), st.integers(0, 50), st.integers(0, 20))
def test_any_text(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    clues = Clues({"own": ["my"], "site": ["site"]})
    assert all(isinstance(name, str) for name in clues(text, start, min(len(text), start + size)))


def test_names() -> None:
    draft = Draft.from_text("Hello,\nI can do it.\n\nBest,\nJo Lindqvist\nlindqvist.se")
    assert signature.bears_name(draft.text, "lindqvist.se")
    assert not signature.bears_name(draft.text, "larkandloaf.co.uk")
    assert signature.is_signed(draft.text, draft.text.index("lindqvist.se"))
    assert signature.is_named(draft.text, draft.text.index("lindqvist.se"))
    assert not signature.is_signed(draft.text, draft.text.index("I can"))
