"""Addresses in the forms of single countries."""

from __future__ import annotations

import pytest
from spans import STRESS, found, in_range, marked

ADDRESSES = (
    "Hard disks come to [[Na Hrázi čp. 14, zvonek Lind, 180 00 Praha]], please.",
    "Atelier: [[0010 Yerevan, Khorenatsi 47, courtyard]]",
    "Send it to [[Ermou 55, Athina 105 63]] by courier.",
    "Praktijk: [[Lindestraat 55 bus 3, 1000 Brussel]]",
    "Address: [[Slovenska cesta 55, 1000 Ljubljana]]",
    "My office is at [[Laugavegur 14, 101 Reykjavík]].",
    "Büro: [[Lindengasse 14/2/5, 1070 Wien]]",
    "The crate comes back to [[The Old Kiln, Mill Lane, Upper Hadley GL54 1AB]].",
    "Tanabe Glass\n[[3-12-5 Kitayama, Aoba-ku, Sendai 981-0931]]\n",
    "住所：[[東京都新宿区西新宿1-8-14]]",
    "地址：[[北京市朝阳区建国路14号]]",
    "주소: [[서울시 마포구 양화로 14길 5]]",
    "Parcels: [[Rural Route 2, Box 455, Hazleton, IA 50641]]",
)
OTHERS = (
    "In the studio: Neve 1073, LA-2A, Genelec 8351.",
    "My office plants, 14, 101 leaves in all.",
    "I shot the listing at The Old Kiln in Upper Hadley.",
    "Chapter 14, Section 2, 1000 words each.",
    "Figure 12, Table 3, 105 63 rows.",
    "The brochure for The Old Kiln, Mill Lane, Upper Hadley GL54 1AB is my layout.",
)


@pytest.mark.parametrize("text", ADDRESSES)
def test_address(text: str) -> None:
    plain, spans = marked(text)
    places = found("address", plain, ("address",))
    assert len(places) == 1
    assert places[0][0] < spans[0][1] and spans[0][0] < places[0][1]


@pytest.mark.parametrize("text", OTHERS)
def test_others(text: str) -> None:
    assert found("address", text, ("address",)) == []


@pytest.mark.parametrize(
    "text", [*STRESS, "Aa 1, Bb, " * 800, "Aa " * 3_000, "Aa, Bb GL5 1AB " * 500, "市区1号" * 2_000]
)
def test_stress(text: str) -> None:
    assert in_range("address", text)
