# make run, make test: each sets up everything it needs in .venv, once.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

.PHONY: run test check bench etl words lock clean help

help:    ## what can be made
	@grep -E '^[a-z]+: .*##|^[a-z]+:    *##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 10

run: .venv/run.stamp    ## build the database from data/ and open the dashboard on PORT (8501)
	@$(BIN)/python -m dashboard.serve --port $(PORT)

test: .venv/dev.stamp    ## the tests: unit, property, page, browser
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: .venv/dev.stamp    ## format, lint, types, and the tests without the browser
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -m "not browser"

bench: .venv/dev.stamp    ## how fast and how right, printed
	@for script in benchmarks/bench_*.py; do \
		echo "== $$script"; $(BIN)/python -m benchmarks.$$(basename $$script .py) || exit 1; done

etl: .venv/run.stamp    ## articles into a new database
	@$(BIN)/python -m etl build

words: .venv/dev.stamp    ## gather the words of the interface in data/interface/oxus.pot, and bring the catalogues up to date
	@$(BIN)/python -m babel.messages.frontend --quiet extract --mapping data/interface/babel.cfg --keyword count:2,3 --keyword nouns:1,2 \
		--keyword C_:1c,2 --no-location --sort-output --width 100 --omit-header --output-file data/interface/oxus.pot \
		dashboard pages
	@$(BIN)/python -m babel.messages.frontend --quiet update --input-file data/interface/oxus.pot --output-dir data/interface --domain oxus \
		--no-fuzzy-matching --ignore-pot-creation-date --width 100
	@$(BIN)/python -m babel.messages.frontend --quiet compile --directory data/interface --domain oxus

lock: .venv/dev.stamp    ## pin what requirements*.in ask for
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header requirements-dev.in -o requirements-dev.txt

clean:    ## remove what was built; the articles stay
	@rm -rf .venv .venv-peers data/store .mypy_cache .ruff_cache .pytest_cache .hypothesis screenshots

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Oxus needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make run PYTHON=python3.12")'
	@echo "Making a virtual environment in .venv" >&2
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	@echo "Installing what the dashboard needs; this happens once" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt requirements.txt | .venv/bin/python
	@echo "Installing what the tests need; this happens once" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@ .venv/run.stamp
