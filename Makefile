# Two commands: `make demo` shows Corrobot in a browser page, `make test` checks it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: demo test test-long run install check bench lock migration format pictures clean

# Many shells set a LANGUAGE of their own, so only one given to make counts: make demo LANGUAGE=nl
demo: $(INSTALLED)
	@$(BIN)/python -m bot demo $(if $(filter command line,$(origin LANGUAGE)),--language $(LANGUAGE))

run: $(INSTALLED)
	@$(BIN)/python -m bot run

test: $(INSTALLED) check
	$(BIN)/python -m pytest -n 2 --dist worksteal -q -m "not long" --cov --cov-report=
	$(BIN)/python -m coverage report --skip-covered --fail-under=85
	$(BIN)/python -m coverage report --fail-under=100 --include="bot/provenance.py,bot/verdicts.py,bot/reviews/*,bot/quoting.py,cogs/_outbound.py"

test-long: $(INSTALLED)
	$(BIN)/python -m pytest -n 2 -q -m long

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	@! grep -nE '://|^--(extra-)?index-url|^--find-links' requirements*.lock

bench: $(INSTALLED)
	$(BIN)/python benchmarks/bench.py

install: $(INSTALLED)

$(INSTALLED): requirements-dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "Corrobot needs Python 3.11 or newer"'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock:
	$(BIN)/python -m pip install -q "uv==0.13.9"
	$(BIN)/uv pip compile --universal --no-strip-extras --generate-hashes --no-header -q pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --universal --no-strip-extras --generate-hashes --no-header -q --group dev --group build pyproject.toml -o requirements-dev.lock

migration: $(INSTALLED)
	$(BIN)/python -m storage.migrations "$(MESSAGE)"
	$(BIN)/ruff format -q storage/migrations/versions

format: $(INSTALLED)
	$(BIN)/ruff check --fix-only -q .
	$(BIN)/ruff format -q .

pictures: $(INSTALLED)
	$(BIN)/python docs/pictures/take.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .coverage data
