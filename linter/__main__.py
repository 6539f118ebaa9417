"""The command-line process: `proposal-lint`, and `python -m linter`."""

import sys


def main() -> int:
    """Run the command of this process's arguments, and end the process."""
    from linter import startup  # noqa: PLC0415  (nothing is imported before it has been prepared)

    startup.prepare()
    from linter.cli import main as run  # noqa: PLC0415

    code = run()
    startup.leave(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
