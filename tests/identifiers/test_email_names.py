"""Addresses whose signs are named in other languages, boxed, pictured, dictated or set on lines of their own."""

from __future__ import annotations

import pytest
from spans import STRESS, found, in_range, marked

ADDRESSES = (
    "Yaz bana: [[deniz.kaya çengelli işaret fenerkoy nokta example]]",
    "reach me at [[hrefna [hjá] vitinn [punktur] example]]",
    "[[nora kringel-a lindenkiln punkt example]]",
    "[[nora dot lind, then the usual curl, then lindenkiln dot example]]",
    "[[hello [a-with-a-ring] lindenkiln [full stop] example]]",
    "[[lind[vlnka nahoře]majak-studio[tečka]example]]",
    "[[nora(ατ)farosfilms(τελεία)example]]",
    "[[nora (the round one) lindenkiln (dot) example]]",
    "Write to [[nora ☉ lindenkiln ● example]]",
    "[[nora 圈a dengta 点 example]]",
    "[[nora@dengta点example]]",
    "Write to mine, which is [[N, O, R, A, then a hyphen, then lind, at, lindenkiln, stop, example]].",
    "[[nora, at sign, lindenkiln, dot, example]]",
    "Mail: [[nora.lind\n @\nlindenkiln\n.\nexample]]",
    "[[gmail: noralindpaints]]\nLisbon",
)
OTHERS = (
    "This will not move to Slack, Teams, email or phone at any point in the project.",
    "The rest of my lamps: lamp-at-home.example",
    "Prints: lindenkiln (dot) co (dot) uk",
    "Look at what I did for myself at lindenkiln (dot) example",
    "Colours 🔵 type 🔴 grid",
    "gmail: filters and labels\nslack: bots",
    "First the header, then a dot, then the page number, at, say, twelve points.",
)


@pytest.mark.parametrize("text", ADDRESSES)
def test_address(text: str) -> None:
    plain, spans = marked(text)
    assert found("email", plain, ("email",)) == spans


@pytest.mark.parametrize("text", OTHERS)
def test_others(text: str) -> None:
    assert found("email", text, ("email",)) == []


@pytest.mark.parametrize(
    "text", [*STRESS, "a, at, b, dot, " * 600, "a [b] c [d] " * 800, "a ☉ b ● " * 1_200, "a\n@\nb\n.\n" * 1_200]
)
def test_stress(text: str) -> None:
    assert in_range("email", text)
