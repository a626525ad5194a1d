#!/usr/bin/env bash
# Compile the hash-pinned, platform-independent requirements. No registry address is ever written.
set -euo pipefail
test -x .tools/bin/uv || { python3 -m venv .tools && .tools/bin/pip install --quiet uv; }
compile() { .tools/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate "$@"; }
compile pyproject.toml -o requirements/app.lock
compile pyproject.toml --extra server -c requirements/app.lock -o requirements/server.lock
compile pyproject.toml --extra server --extra dev -c requirements/server.lock -o requirements/dev.lock
printf 'hatchling==1.33.0\neditables\n' | compile - -c requirements/dev.lock -o requirements/build.lock
