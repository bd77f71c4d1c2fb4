# `make` sets everything up, generates, builds the site and says what was made; `make test` runs every test.

PYTHON ?= python3
BIN := .venv/bin
SET_UP := .venv/set-up
LOCK := .ci/requirements.txt
SET_UP_TOOLS := .venv/set-up-tools
LOCK_TOOLS := .ci/tools.txt
COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header
PYTHONS ?= python3.11 python3.12 python3.13

export NO_MKDOCS_2_WARNING := 1

.PHONY: all generate site test test-all fuzz coverage mutate lock audit check bench picture serve clean

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
	$(BIN)/error-catalog

site: generate
	$(BIN)/mkdocs build -f site/mkdocs.yml

test: $(SET_UP)
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# Every test with each of PYTHONS that is installed, in an environment of its own.
test-all:
	@for python in $(PYTHONS); do \
	    if $$python -c '' 2>/dev/null; then \
	        folder=.venv-$$(basename $$python); \
	        $(MAKE) test PYTHON=$$python BIN=$$folder/bin SET_UP=$$folder/set-up || exit 1; \
	    else echo "$$python is not installed: not tested"; fi; \
	done

# Ten minutes for each reader, guided by coverage; without atheris, twenty thousand damaged inputs for each.
fuzz: $(SET_UP_TOOLS)
	if $(BIN)/python -c "import atheris" 2>/dev/null; then $(BIN)/python tests/tools/fuzz.py; \
	else HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest tests/test_fuzz.py; fi

# The coverage of lines and branches, of the generator and the package, by the tests that run them.
coverage: $(SET_UP)
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest
	$(BIN)/python -m coverage combine
	$(BIN)/python -m coverage report

# Changes of the code, drawn at random, that the tests do not notice: hours.
mutate: $(SET_UP_TOOLS)
	PYTHONPATH=tests $(BIN)/python tests/tools/mutation.py

# After a change of dependencies in one of the two pyproject.toml, and now and then: the newest versions, with hashes.
lock: $(SET_UP_TOOLS)
	$(COMPILE) --group dev --extra site --extra language --output-file $(LOCK) \
	    codegen/pyproject.toml pyproject.toml
	$(COMPILE) --group tools --constraint $(LOCK) --output-file $(LOCK_TOOLS) pyproject.toml

# Known vulnerabilities of what is locked.
audit: $(SET_UP_TOOLS)
	$(BIN)/pip-audit --require-hashes --disable-pip --requirement $(LOCK) --requirement $(LOCK_TOOLS)

check: $(SET_UP)
	$(BIN)/error-catalog check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy codegen/error_catalog generated/marketo_soap_errors

bench: $(SET_UP)
	PYTHONPATH=tests $(BIN)/python tests/tools/benchmarks.py

# The picture of the site in the README.
picture: site
	PYTHONPATH=tests $(BIN)/python tests/tools/picture.py

serve: generate
	$(BIN)/mkdocs serve -f site/mkdocs.yml

clean:
	rm -rf .venv .venv-* site/_build dist build

$(SET_UP): pyproject.toml codegen/pyproject.toml $(LOCK)
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; name one: make PYTHON=python3.12')"
	$(PYTHON) -m venv $(patsubst %/set-up,%,$@)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $(LOCK)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable ./codegen --editable .
	touch $@

$(SET_UP_TOOLS): $(SET_UP) $(LOCK_TOOLS)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $(LOCK_TOOLS)
	touch $@
