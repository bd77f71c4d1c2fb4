# `make` sets everything up, generates, builds the site and says what was made; `make test` runs every test.

PYTHON ?= python3
BIN := .venv/bin
SET_UP := .venv/set-up

export NO_MKDOCS_2_WARNING := 1

.PHONY: all generate site test check bench serve clean

define SUMMARY
from marketo_soap_errors import LANGUAGES, ErrorCode
code = ErrorCode.AUTHENTICATION_FAILED
print()
print(f"{len(ErrorCode)} error codes in {len(LANGUAGES)} languages: {', '.join(LANGUAGES)}")
print("  package   generated/marketo_soap_errors (installed in .venv)")
print("  gettext   generated/gettext")
print("  site      site/_build/index.html: open it as it is, or run `make serve`")
print(f"  example   ErrorCode({code}).localized('ja').message is {code.localized('ja').message}")
endef
export SUMMARY

all: site
	@$(BIN)/python -c "$$SUMMARY"

generate: $(SET_UP)
	$(BIN)/python -m codegen

site: generate
	$(BIN)/mkdocs build -f site/mkdocs.yml

test: $(SET_UP)
	$(BIN)/python -m pytest

check: $(SET_UP)
	$(BIN)/python -m codegen check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy codegen generated/marketo_soap_errors

bench: $(SET_UP)
	$(BIN)/python tests/benchmarks.py

serve: generate
	$(BIN)/mkdocs serve -f site/mkdocs.yml

clean:
	rm -rf .venv site/_build dist build

$(SET_UP): pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; name one: make PYTHON=python3.12')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group dev --editable .
	touch $@
