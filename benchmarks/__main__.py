"""`python -m benchmarks [NAME] [OPTIONS]` runs one measurement: `speed` where none is named."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

NAMES = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]) if module.name[0] != "_")


def main(arguments: list[str]) -> int:
    """Run the measurement that the first argument names with the other arguments; 2 for a name that there is not."""
    arguments = arguments or ["speed"]
    if arguments[0] not in NAMES:
        print(f"usage: python -m benchmarks {{{','.join(NAMES)}}} ...", file=sys.stderr)
        return 2
    result: int = import_module(f"benchmarks.{arguments[0]}").main(arguments[1:])
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
