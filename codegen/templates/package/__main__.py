# Copied as it stands from codegen/templates/package: edit it there.
"""Start the command: `python -m` and the name of this package."""

import sys

from ._command import main

if __name__ == "__main__":
    sys.exit(main())
