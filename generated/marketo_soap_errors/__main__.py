# Made by error-catalog. Do not edit.
"""Start the command: `python -m` and the name of this package."""

import sys

from ._command import main

if __name__ == "__main__":
    sys.exit(main())
