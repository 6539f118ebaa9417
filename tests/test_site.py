"""The documentation as a site: built with warnings as errors, whole, and loading nothing from elsewhere."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from linter.rulebook import Rulebook

pytest.importorskip("mkdocs")
pytest.importorskip("mkdocstrings")
ROOT = Path(__file__).parent.parent
EXTERNAL = re.compile(
    r"""<(?:script|img|iframe|source)[^>]*\ssrc="(?:https?:)?//|<link[^>]*rel="?(?:stylesheet|preload|preconnect|icon)[^>]*href="?(?:https?:)?//|@import|url\(["']?(?:https?:)?//"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; that in the folder SITE, where one is given."""
    if "SITE" in os.environ:
        return Path(os.environ["SITE"])
    folder = tmp_path_factory.mktemp("site")
    call = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def text(site: Path, page: str) -> str:
    """What a page says, without its tags."""
    body = (site / page / "index.html").read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    return html.unescape(re.sub(r"<[^>]*>", "", body))


def test_every_rule_has_a_page_with_its_examples(site: Path, rulebook: Rulebook) -> None:
    for rule in rulebook.rules.values():
        said = text(site, f"rules/{rule.id}")
        assert rule.summary in said
        assert " ".join(rule.why.replace("`", "").split()) in " ".join(said.split())
        for example in (*rule.examples.bad, *rule.examples.good, *rule.file.gap):
            assert example.replace("[[", "").replace("]]", "").rstrip("\n") in said
        for mended in rule.examples.fixed:
            assert mended.after.rstrip("\n") in said
    assert "Directive that takes back nothing" in text(site, "rules/lint/unused-ignore")


def test_what_is_found_is_marked(site: Path) -> None:
    page = (site / "rules/contact/email/index.html").read_text(encoding="utf-8")
    assert "Send the brief to <mark>petra.lindqvist@mailnord.example</mark> and I will reply tonight." in page


def test_every_platform_has_a_page_with_every_rule(site: Path, rulebook: Rulebook) -> None:
    for platform in rulebook.platforms.values():
        said = text(site, f"platforms/{platform.id}")
        assert all(rule in said for rule in rulebook.rules)
    assert re.search(r"off-platform/payment\s+proposal\s+error\s+error\s+error", text(site, "platforms/upwork"))


def test_every_page_is_in_the_navigation(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("[!_]*.md"):
        assert page.stem == "index" or f'href="{page.stem}/"' in home, page
    assert {path.name for path in site.iterdir() if path.name.startswith("_")} == set()


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in (*site.rglob("*.html"), *site.rglob("*.css")):
        assert not EXTERNAL.search(page.read_text(encoding="utf-8")), page
    assert not any('data-md-component="source"' in page.read_text(encoding="utf-8") for page in site.rglob("*.html"))


def test_the_api_is_described(site: Path) -> None:
    said = text(site, "api")
    for name in ("The findings of the built-in rules in a draft", "text_or_draft", "PRIOR_RELATIONSHIP", "from_bytes"):
        assert name in said


def test_the_examples_in_python_run() -> None:
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(block, {})
