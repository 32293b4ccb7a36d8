# Every target sets itself up in .venv, without root; only Python 3.11 or newer must be there.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
.DELETE_ON_ERROR:
.PHONY: demo test check format lint types layers docs gate bench lock model clean help

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh $(VENV) runtime

$(VENV)/.develop: requirements/develop.txt pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh $(VENV) develop

demo: $(VENV)/.runtime ## Install, read the shipped reports, write a situation report
	@$(BIN)/sayso demo

test: $(VENV)/.develop ## Install with the test extras and run the whole test suite
	$(BIN)/python -m pytest -q --cov --cov-report=term:skip-covered

check: format lint types layers test docs ## Everything that must hold before a commit

format: $(VENV)/.develop
	$(BIN)/ruff format --check .

lint: $(VENV)/.develop
	$(BIN)/ruff check .

types: $(VENV)/.develop
	$(BIN)/mypy

layers: $(VENV)/.develop
	$(BIN)/lint-imports

docs: $(VENV)/.develop
	$(BIN)/python scripts/build_reference.py --check
	$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build/html

gate: $(VENV)/.develop ## Measure quality against the floors in gates/floors.toml (DATA=folder with gold sets)
	$(BIN)/python -m gates --data "$(DATA)"

bench: $(VENV)/.develop ## Measure start, speed, memory and size against their ceilings
	$(BIN)/python -m gates.bench

model: $(VENV)/.model ## Train the language model (DATA=folder with treebanks and name corpora)
	$(BIN)/python -m training --data $(DATA)

$(VENV)/.model: training/requirements.txt $(VENV)/.develop
	@$(BIN)/python -m pip install -q --disable-pip-version-check -r training/requirements.txt
	@touch $@

lock: $(VENV)/.develop ## Renew the pinned requirements
	sh scripts/lock.sh $(BIN)

clean: ## Remove what the other targets made
	rm -rf $(VENV) docs/_build out .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*
