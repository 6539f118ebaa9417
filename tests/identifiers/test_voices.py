"""Addresses and numbers as people of many places write them."""

from __future__ import annotations

import pytest
from spans import identifiers
from voices import ADDRESS, EMAIL, NO_ADDRESS, NO_EMAIL, NO_PHONE, PHONE

GIVEN = (
    [("email", text) for text in EMAIL] + [("phone", text) for text in PHONE] + [("address", text) for text in ADDRESS]
)
HARMLESS = [("email", text) for text in NO_EMAIL] + [("phone", text) for text in NO_PHONE] + [("address", text) for text in NO_ADDRESS]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), GIVEN)
def test_given(kind: str, text: str) -> None:
    assert kind in {found.kind for found in identifiers(kind, text)}


@pytest.mark.parametrize(("kind", "text"), HARMLESS)
def test_harmless(kind: str, text: str) -> None:
    assert kind not in {found.kind for found in identifiers(kind, text)}
