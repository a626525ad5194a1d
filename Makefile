# The one door. Every target installs what it lacks into .venv; nothing else on the machine is touched,
# except that root on Debian lets tools/system_packages.sh add the few system libraries Qt links to.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONPATH :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup run test check bench package simulate faults nightly lock words clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/'

$(VENV)/.ready: requirements/dev.lock pyproject.toml tools/build_ui.py tools/system_packages.sh
	@bash tools/system_packages.sh
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements/dev.lock
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --require-hashes --only-binary :all: -r requirements/build.lock
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(VENV)/.ready ## install everything into .venv
	@$(BIN)/python tools/build_ui.py

run: setup ## start the product with a sample caseload (without a display: the scripted tour)
	@$(BIN)/python -m engage_desktop.app.main try

check: setup ## the fast part: format, lint, types, borders, unit tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest -q -n 2 tests/unit

test: setup ## everything that must hold before a change lands
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@bash tools/run_tests.sh -n 2 -m "not nightly and not faults and not bench"

simulate: setup ## seeded sync histories: make simulate SEEDS=5000
	@$(BIN)/python -m tests.sync.simulate --seeds $(or $(SEEDS),200)

faults: setup ## kills and disk faults at full size
	@bash tools/run_tests.sh -n 0 -s -m faults

nightly: setup ## long runs
	@bash tools/run_tests.sh -n 2 -m "nightly"

bench: setup ## measurements as ratios to peers and limits
	@$(BIN)/python -m bench

package: setup ## freeze the app and prove the frozen program
	@$(BIN)/python installer/build.py
	@$(BIN)/python installer/smoke.py

lock: setup ## refresh the hash-pinned requirements
	@bash tools/lock.sh

clean: ## forget what was built
	rm -rf build dist out .cache src/*/_resources src/engage_desktop/views/_forms
