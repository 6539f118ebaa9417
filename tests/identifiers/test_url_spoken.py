"""Own sites in more words than an address has, and what only looks like them."""

from __future__ import annotations

import pytest
from spans import STRESS, found, in_range, marked

SITES = (
    "Mein Portfolio: [[lindenkiln punkt example]]",
    "Tüm işlerim: [[fenerkoy nokta example]]",
    "Mi web es [[tallerfaro punto example]], ahí están los precios.",
    "Mon site : [[phare-et-fil point example]]",
    "Ukázky najdete na [[majak-studio tečka example]].",
    "Moje portfolio: [[latarnia kropka example]]",
    "Η σελίδα μου: [[farosfilms τελεία example]]",
    "Моё портфолио: [[mayakfoto точка example]]",
    "我的网站：[[dengtadesign 点 example]]",
    "제 포트폴리오: [[deungdae 닷 example]]",
    "My work: [[lighthousefelt 🔴 example]]",
    "Portfolio: [[lighthousefelt、example]]",
    "See the whole shop at [[w w w . lighthousefelt . example]]",
    "Full gallery at [[lighthouse-felt (that's one hyphen) [dot] example]]",
    "My site: [[lighthousefelt, dot, example]]",
    "My site is [[lighthousefelt then a dot then example]]",
    "My own page is called [[lighthousefelt, ending in .example]]",
    "Le reste est sur mon site, [[phare tiret laine point example]].",
    "Type it into your browser backwards: [[elpmaxe.tlefesuohthgil]]",
    "Portfolio: [[lighthousefelt · example]]. Occasional notes as well.",
)
OTHERS = (
    "The point example in chapter two is wrong.",
    "The breaking point studio sets are lit from above.",
    "Ein wichtiger Punkt design ist der Kontrast.",
    "Mi segundo punto es el plan.",
    "Figma 🔵 design 🔵 art direction",
    "See the work examples\n🟢 Click the green button.",
    "Your headline, dot, leader and page number are off.",
)


@pytest.mark.parametrize("text", SITES)
def test_site(text: str) -> None:
    plain, spans = marked(text)
    assert found("link", plain, ("website",)) == spans


@pytest.mark.parametrize("text", OTHERS)
def test_others(text: str) -> None:
    assert found("link", text, ("website", "link")) == []


@pytest.mark.parametrize("text", [*STRESS, "a then a dot then " * 600, "x 🔴 y " * 1_500, "name ending in . " * 600])
def test_stress(text: str) -> None:
    assert in_range("link", text)
