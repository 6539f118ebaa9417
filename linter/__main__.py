"""`python -m linter` is `proposal-lint`."""

import sys

from linter.cli import main

if __name__ == "__main__":
    sys.exit(main())
