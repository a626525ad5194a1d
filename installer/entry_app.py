"""The frozen application starts here."""

import sys

from engage_desktop.app.main import main

sys.exit(main())
