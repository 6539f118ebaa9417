"""The command-line process: `proposal-lint`, and `python -m linter`."""

import sys


def main() -> int:
    """Run the command of this process's arguments, or repeat its stored answer, and end the process."""
    from linter import replay  # noqa: PLC0415  (nothing else is imported where an answer is stored)

    try:
        code = replay.answer(sys.argv[1:])
    except KeyboardInterrupt:
        return replay.INTERRUPTED
    if code is not None:
        return code
    from linter import startup  # noqa: PLC0415  (nothing is imported before the process has been prepared)

    startup.prepare()
    from linter.cli import main as run  # noqa: PLC0415

    code = run()
    startup.leave(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
