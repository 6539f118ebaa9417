"""The pictures of the HTML report in the pages: `python docs/_pictures.py`, with Chromium installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent
EXAMPLE = "examples/proposal-bad.txt"


def main() -> None:
    """Write a light and a dark picture of the report on the bad example."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "report.html"
        call = [sys.executable, "-m", "linter", EXAMPLE, "--quiet", "--output-format=html", f"--output-file={page}"]
        subprocess.run(call, cwd=DOCS.parent, check=False)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            shown = browser.new_page(viewport={"width": 1200, "height": 820}, color_scheme=scheme)
            shown.goto(page.as_uri())
            shown.screenshot(path=DOCS / "images" / f"report-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
