"""Run the command for the action: its inputs come in the environment, and become arguments without a shell."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def main(environment: Mapping[str, str]) -> int:
    """Check, and write the outputs; 0 whatever was found, for what was found is still to be sent."""
    sarif = environment.get("SARIF", "").strip()
    if not sarif and environment.get("UPLOAD") == "true":
        sarif = str(Path(environment["RUNNER_TEMP"]) / "proposal-lint.sarif")
    before = _written(sarif)
    try:
        command = [sys.executable, "-I", "-m", "linter", *arguments(environment, sarif)]
    except ValueError as error:
        print(f"::error title=proposal-lint::args cannot be read: {str(error).lower()}.", flush=True)
        code = 2
    else:  # isolated (-I): what lies in the repository is to be checked, not imported
        code = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    fresh = Path(sarif).resolve() if _written(sarif) != before else ""
    with Path(environment["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
        outputs.write(f"exit-code={code}\nsarif={fresh}\n")
    return 0


def arguments(environment: Mapping[str, str], sarif: str) -> list[str]:
    """The arguments of the command. Raises `ValueError` where a quote in ARGS is not closed."""
    paths = [path for line in environment.get("PATHS", "").splitlines() if (path := line.strip())]
    return [
        "check",
        f"--output-format={environment.get('FORMAT', '').strip() or 'github'}",
        *([f"--report=sarif={sarif}"] if sarif else []),
        *shlex.split(environment.get("ARGS", "")),
        "--",
        *paths,
    ]


def _written(path: str) -> int | None:
    """When a file was written; None where there is none. A name with a line break could forge an output."""
    try:
        return Path(path).stat().st_mtime_ns if path and "\n" not in path else None
    except (OSError, ValueError):
        return None


if __name__ == "__main__":
    sys.exit(main(os.environ))
