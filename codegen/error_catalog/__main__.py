"""Start the command line: `python -m error_catalog`."""

import sys

from error_catalog.cli import main

if __name__ == "__main__":
    sys.exit(main())
