"""`python -m provenance_desk` is `provenance-desk`."""

import sys

from provenance_desk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
