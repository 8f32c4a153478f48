# The commands of this project. `make demo` and `make test` do all the set-up on a fresh machine.
# Needs: make, Python 3.11+ with venv. Node comes from PyPI when there is none (or one that is too old).

PYTHON ?= python3
PORT ?= 8000
DATA ?= $(firstword $(wildcard $(NIGEMICHI_DATA)) ../shared/data)
BIN := .venv/bin
TOWN := build/town
REGION := build/regions/shiranami
DEMO := build/demo
export PATH := $(CURDIR)/$(BIN):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help setup demo test check bench format lock clean

help:  ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/.ready pwa/node_modules/.ready  ## Install everything into this folder

.venv/.ready: requirements/dev.txt requirements/node.txt pyproject.toml
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Nigemichi needs Python 3.11 or newer with venv: install it (Debian: apt-get install python3-venv), or name one: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || a == 22 && b >= 12 || a == 20 && b >= 19 ? 0 : 1)' 2>/dev/null && npm --version >/dev/null 2>&1 \
	  || $(BIN)/pip install --quiet --require-hashes -r requirements/node.txt
	@touch $@

pwa/node_modules/.ready: pwa/package-lock.json .venv/.ready
	cd pwa && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

pwa/dist/index.html: pwa/node_modules/.ready $(shell find pwa/src pwa/plugins pwa/public pwa/index.html pwa/staff.html pwa/vite.config.ts pwa/vite.staff.config.ts api/words -name __pycache__ -prune -o -type f -print 2>/dev/null)
	cd pwa && npm run --silent build

$(REGION)/manifest.json: .venv/.ready $(shell find router hazard api -name '*.py' -o -name '*.toml' 2>/dev/null)
	@rm -rf $(TOWN) $(REGION)
	nigemichi demo-region $(REGION)

demo: $(REGION)/manifest.json pwa/dist/index.html  ## Build the default region and the page, and serve them, with a sign-in for staff
	@nigemichi staff demo $(DEMO) --area shiranami
	nigemichi serve $(REGION) --port $(PORT) --state $(DEMO)

check: setup  ## Format, lint, types, layers, sizes (changes nothing)
	ruff format --check .
	ruff check .
	mypy
	pytest tests/house
	cd pwa && npm run --silent check

test: check pwa/dist/index.html  ## All tests: Python, TypeScript, browser
	@python -m tests.vectors.real $(DATA)
	cd pwa && npm run --silent test
	pytest -n auto --dist loadgroup

bench: setup  ## Print every number that the docs quote (DATA=… for the real data folder)
	@$(BIN)/pip install --quiet --require-hashes -r requirements/bench.txt || echo "not every peer installs here: those that are absent are named below"
	@cd benchmarks/page && npm ci --no-audit --no-fund --loglevel=error || echo "Lighthouse does not install here: it is named below as absent"
	NIGEMICHI_DATA=$(DATA) python -m benchmarks
	@python -m tests.vectors.real $(DATA)
	cd pwa && npm run --silent bench

format: setup  ## Format both languages
	ruff format . && ruff check --fix .
	cd pwa && npm run --silent format

lock: setup  ## Renew the locked dependencies
	python -m pip install --quiet uv
	uv lock --upgrade && uv export --quiet --format requirements-txt --group dev --no-emit-project -o requirements/dev.txt \
	  && uv export --quiet --format requirements-txt --only-group bench --no-emit-project -o requirements/bench.txt && rm uv.lock
	cd pwa && npm update

clean:  ## Remove everything that was made here
	rm -rf .venv build pwa/node_modules pwa/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
