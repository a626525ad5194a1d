#!/usr/bin/env bash
# Run pytest offscreen. PostgreSQL refuses to run as root, so its fixture becomes the user postgres itself.
set -euo pipefail
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
exec .venv/bin/pytest "$@"
