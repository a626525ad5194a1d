"""The frozen agency server starts here."""

import sys

from engage_server.cli import main

sys.exit(main())
