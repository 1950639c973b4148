# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO_HOME ?= .demo
PORT ?= 8080
# Tests of one file stay together, because they share a collection; two files at once use two cores.
AT_ONCE ?= -n auto --maxprocesses 4 --dist loadfile

.PHONY: demo test lint types bench samples letters catalogues lock clean install

install: $(STAMP)

# Every package comes from the lock with its hash; the project itself is built by the locked hatchling.
$(STAMP): requirements.lock pyproject.toml
	@echo "Installing the packages of requirements.lock into $(VENV); this takes a minute or two, the rest of a first start as long …"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

# Index the sample corpus, search it once, then serve it until Ctrl-C.
demo: $(STAMP)
	$(BIN)/kb --home $(DEMO_HOME) index corpus/samples
	$(BIN)/kb --home $(DEMO_HOME) search burgosja
	$(BIN)/kb --home $(DEMO_HOME) serve --port $(PORT)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

# Quick to fail: style, types, then the tests that need neither a browser nor much time, then the rest.
test: lint types
	$(BIN)/pytest $(AT_ONCE) -m "not browser and not slow and not real"
	$(BIN)/pytest $(AT_ONCE) -m "browser or slow or real"

bench: $(STAMP)
	$(BIN)/python -m bench $(BENCH)

# The sample documents from their text in samples/sources, byte for byte the same; needs fonts-dejavu-core.
samples: $(STAMP)
	$(BIN)/python -m samples

# The tables of letters by which text is told from garbage, and one language from another; takes some minutes.
letters: $(STAMP)
	$(BIN)/python -m letters
	$(BIN)/python -m letters.profiles

# The catalogues of the interface, brought up to date with the code; says what lacks a translation, and where it stands.
catalogues: $(STAMP)
	$(BIN)/python -m catalogues

# uv is used to resolve only; what is installed is what the lock says.
lock:
	uv pip compile --universal --generate-hashes --upgrade --extra dev --no-header --no-annotate -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) $(DEMO_HOME) .mypy_cache .ruff_cache .pytest_cache .hypothesis
