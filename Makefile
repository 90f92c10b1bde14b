# Legation. `make demo` and `make test` do all set-up; nothing is needed but Python 3.11 or later and a C library.
PYTHON ?= $(firstword $(shell command -v python3 python3.13 python3.12 python3.11 2>/dev/null))
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
CASE   := demo/korea.case
JOBS   ?= 2
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: setup demo test check floors seeds bench lock clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "legation: no python3 found; install Python 3.11 or later" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "legation: Python 3.11 or later is needed, $(PYTHON) is older; run make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "legation: $(PYTHON) has no venv module; install it (Debian: apt install python3-venv)" >&2; exit 2; }
	@echo "setting up $(VENV) (about a minute, once)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-build-isolation --no-deps -e .
	@touch $(READY)

demo: setup
	@mkdir -p demo && rm -f $(CASE) $(CASE)-wal $(CASE)-shm
	@$(BIN)/legation read examples/russia-north-korea-2017 --case $(CASE)
	@$(BIN)/legation brief --case $(CASE)
	@$(BIN)/legation brief --case $(CASE) --out demo/brief.html
	@echo "Look at demo/brief.html, or at the case itself: $(BIN)/legation serve --case $(CASE)"

test: setup check
	$(BIN)/python -m pytest -n $(JOBS) -m "not gold"

check: setup
	@$(BIN)/ruff check src tests bench
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo | tail -n 3

floors: setup
	$(BIN)/python -m pytest -m gold -s

seeds: setup
	@$(BIN)/python bench/seeds.py

bench: setup
	@$(BIN)/python bench/speed.py
	@$(BIN)/python bench/model.py

# Needs uv; one lock serves every Python from 3.11 on.
lock:
	uv pip compile pyproject.toml --extra dev --extra model --extra sensitivity --universal --generate-hashes --no-emit-index-url --python-version 3.11 --upgrade -o requirements.lock

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
