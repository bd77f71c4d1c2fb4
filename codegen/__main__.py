"""Start the command line: `python -m codegen`."""

import gc
import sys

from codegen.cli import main

if __name__ == "__main__":
    gc.disable()  # a run makes no cycles and ends soon: looking for them took a fifth of it
    sys.exit(main())
