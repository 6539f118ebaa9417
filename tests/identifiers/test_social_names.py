"""Real names by which the writer says to be found on a network."""

from __future__ import annotations

import pytest
from spans import found, marked

FOUND = (
    "find me on facebook as [[Marites Dela Cruz]]",
    "You can add us on FB: [[Blue Oak Studio]]",
    "También me puedes buscar en Facebook: [[Tejidos Marisol CR]]",
    "Búscame en Facebook: [[Tejidos Marisol]]",
    "Me encuentras en Facebook como [[Marisol Vega]]",
    "Mein Facebook: [[Lutz Gartenbau]]",
    "look for me on Facebook as [[Olu Bakes]]",
    'Google "[[Olu Ferreira]]" on LinkedIn',
)
HARMLESS = (
    "It helped me find clients on Facebook: Blue Oak and others",
    "message me on Facebook, Monday morning",
    "I build audiences on Facebook: Lookalike Segments",
    "my Facebook Ads Manager is tidy",
    "Facebook: Paid Social",
    "we met on LinkedIn, Olu Ferreira hired me",
    "My clients find me on Facebook Marketplace",
)


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    plain, spans = marked(text)
    assert found("social", plain, ("social",)) == spans


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str) -> None:
    assert found("social", text, ("social",)) == []
