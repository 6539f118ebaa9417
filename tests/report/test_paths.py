"""Paths as other tools know them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.report import Style
from linter.report._paths import repository_path, uri

IN_ROOT = Style(root=Path("/repo"), folder=Path("/repo"))
IN_FOLDER = Style(root=Path("/repo"), folder=Path("/repo/bids"))


@pytest.mark.parametrize(
    ("path", "style", "shown"),
    [
        ("a.txt", Style(), "a.txt"),
        ("./b/a.txt", Style(), "b/a.txt"),
        ("/elsewhere/a.txt", Style(), "/elsewhere/a.txt"),
        ("a.txt", IN_ROOT, "a.txt"),
        ("a.txt", IN_FOLDER, "bids/a.txt"),
        ("../a.txt", IN_FOLDER, "a.txt"),
        ("/repo/x/a.txt", IN_FOLDER, "x/a.txt"),
        ("/repository/a.txt", IN_FOLDER, "/repository/a.txt"),
        ("../../a.txt", IN_FOLDER, "../../a.txt"),
        ("-", IN_FOLDER, "-"),
        ("", IN_FOLDER, ""),
    ],
)
def test_a_path_is_told_from_the_root(path: str, style: Style, shown: str) -> None:
    assert repository_path(path, style) == shown


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("my dräft.txt", "my%20dr%C3%A4ft.txt"),
        ("a:b#c?d%e.txt", "a%3Ab%23c%3Fd%25e.txt"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("/elsewhere/a b.txt", "file:///elsewhere/a%20b.txt"),
        ("-", "-"),
    ],
)
def test_a_uri_is_percent_encoded(path: str, address: str) -> None:
    assert uri(path, IN_ROOT) == address


@given(st.text(st.characters(blacklist_characters="\0/", blacklist_categories=("Cs",)), min_size=1, max_size=20))
def test_a_uri_gives_the_path_back(name: str) -> None:
    address = urlsplit(uri(f"x/{name}", Style()))
    assert (address.scheme, address.netloc, address.query, address.fragment) == ("", "", "", "")
    assert unquote_to_bytes(address.path) == os.fsencode(repository_path(f"x/{name}", Style()))
