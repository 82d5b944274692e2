# One line each. Needs Python 3.11 or newer and make; Node 18 or newer for the chat page.
UV := $(or $(shell command -v uv),.tools/bin/uv)
RUN := $(UV) run --frozen
PYTHON ?= python3

.PHONY: demo test check lint contracts bench package format ready
.DEFAULT_GOAL := demo

demo: ready ## the simulated company, the bot and a chat page
	$(RUN) syncdoctor demo

test: ready ## all tests but those that take minutes
	$(RUN) pytest -n auto -q -m "not whole"

check: lint ## format, lint, types, import contracts, and every test there is
	$(RUN) pytest -n auto -q

lint: ready ## everything but the tests
	$(RUN) ruff format --check && $(RUN) ruff check && $(RUN) pyright && $(RUN) lint-imports

contracts: ready ## what Microsoft publishes, its own SDK included (460 MB)
	$(RUN) --group contracts pytest tests/contracts -q

bench: ready ## how fast it is
	$(RUN) --group train --group pictures python -m tests.bench

package: ready ## dist/sync-doctor-teams.zip; app id and address come from the environment
	$(RUN) syncdoctor package

format: ready ## put the code in order
	$(RUN) ruff format && $(RUN) ruff check --fix

ready: .venv/.ready $(if $(shell command -v npm),node_modules/.ready,no-node)

.venv/.ready: pyproject.toml uv.lock $(filter .tools/bin/uv,$(UV))
	$(UV) sync --frozen --quiet && touch $@

.tools/bin/uv:
	$(PYTHON) -m venv .tools && .tools/bin/pip install --quiet --disable-pip-version-check uv==0.13.8

node_modules/.ready: package.json package-lock.json
	npm ci --silent && touch $@

.PHONY: no-node
no-node:
	@echo "Node is not installed: the chat page can't show cards, and its browser test is skipped. All else works."
