# Everything a person or a machine runs here. Each target first makes sure that what it needs is installed.

PYTHON ?= python3
BIN := .venv/bin
IN_ORDER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=line)

.PHONY: bench demo test test-e2e test-e2e-setups test-e2e-window test-unit test-ui test-below-ui test-pythons \
	torture torture-program torture-window lint pictures clean constraints python-is-new-enough ready-to-run ready-to-test \
	ready-to-package package test-packages test-systems test-deb test-windows pins wheelhouse

demo: ready-to-run
	@if $(BIN)/python packaging/display.py; then \
		$(BIN)/python -m mountsea_desktop --demo; \
	else \
		mkdir -p build && \
		QT_QPA_PLATFORM=offscreen $(BIN)/python -m mountsea_desktop --demo --autoplay --screenshot build/demo.png; \
	fi

# All at once: the real window mostly waits, as a person does; the rest gives way to it, and keeps two cores busy.
test:
	@$(MAKE) --no-print-directory --jobs=6 --keep-going $(IN_ORDER) lint test-e2e-setups test-e2e-window test-ui test-below-ui test-pythons

SETUPS := $(addprefix tests/e2e/test_, connection_check.py files.py shared_computer.py studio.py)

test-e2e: test-e2e-setups test-e2e-window

# The real window on computers, in networks and with storages that somebody set up.
test-e2e-setups: ready-to-test
	$(BIN)/python -m pytest $(SETUPS)

# The real window on a computer like most.
test-e2e-window: ready-to-test
	$(BIN)/python -m pytest tests/e2e $(addprefix --ignore=,$(SETUPS))

# Everything but the real window.
test-unit: test-ui test-below-ui

test-ui: ready-to-test
	nice $(BIN)/python -m pytest tests/ui

test-below-ui: ready-to-test
	nice $(BIN)/python -m pytest --ignore=tests/e2e --ignore=tests/ui

# What lies below the window, and the practice job, on the oldest and the newest Python of this machine.
test-pythons: ready-to-test
	nice $(BIN)/python packaging/other_pythons.py

# The same promises, under far more faults, kills and songs; each half ends with a table. On two cores some
# twenty minutes: the half with the window mostly waits.
torture: ready-to-test
	@$(MAKE) --no-print-directory --jobs=2 --keep-going $(IN_ORDER) torture-program torture-window

torture-program: ready-to-test
	TORTURE=long $(BIN)/python -m pytest --timeout=900 tests/torture --ignore=$(WINDOW_KILLS)

torture-window: ready-to-test
	TORTURE=long $(BIN)/python -m pytest --timeout=900 $(WINDOW_KILLS) tests/workflow/test_torture.py tests/workflow/test_any_order.py

WINDOW_KILLS := tests/torture/test_window_kills.py

# Everything in dist/ that people install; then each of it installed, used and removed without a network.
package: ready-to-package
	$(BIN)/python packaging/package.py

test-packages: ready-to-package
	$(BIN)/python packaging/test_packages.py

# The .deb on bare systems that this machine is not; needs root, and the archives of Debian and Ubuntu.
test-systems: ready-to-package
	@$(PYTHON) packaging/bootstrap.py --tests --list systems
	$(BIN)/python packaging/test_systems.py

# The tests that need no window, on what was built for Windows, under Wine; about ten minutes.
test-windows: ready-to-package
	PYTHONPATH=packaging $(BIN)/python packaging/windows/run_tests.py

# The one package that every change is tried with. Debian may have replaced a part of it since it was pinned.
test-deb: ready-to-test
	@$(PYTHON) packaging/bootstrap.py --tests --list package-linux
	$(BIN)/python packaging/package.py --accept-updates deb
	$(BIN)/python packaging/test_packages.py deb

# Wheels for a named system and Python, in one archive that installs without a network.
wheelhouse: ready-to-test
	PYTHONPATH=packaging $(BIN)/python packaging/wheelhouse/gather.py $(TARGET)

# Which files the packages are made of, after a change of constraints.txt.
pins: ready-to-package
	$(BIN)/python packaging/package.py pins

# How fast and light the program is, against references in the same run; some minutes, on a machine that does
# nothing else. For more runs: make bench LONG=--long
bench: ready-to-test
	$(BIN)/python -m tests.bench $(LONG)

lint: ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/vulture
	$(BIN)/lint-imports

# The newest versions pyproject.toml allows, tried out in an environment of their own. On Windows keyring
# wants one more, which pip leaves out here.
constraints: python-is-new-enough
	$(PYTHON) -m venv --clear build/newest
	$(PYTHON) packaging/bootstrap.py --print-requirements > build/requirements.txt
	build/newest/bin/pip install --quiet pywin32-ctypes colorama --requirement build/requirements.txt
	{ head -1 packaging/constraints.txt; build/newest/bin/pip freeze; } > build/constraints.txt
	mv build/constraints.txt packaging/constraints.txt

pictures: ready-to-run
	$(BIN)/python packaging/pictures.py

clean:
	rm -rf build dist mountsea_desktop/ui/compiled .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find mountsea_desktop tests packaging -name __pycache__ -prune -exec rm -rf {} +

ready-to-run: python-is-new-enough
	@$(PYTHON) packaging/bootstrap.py

ready-to-test: python-is-new-enough
	@$(PYTHON) packaging/bootstrap.py --tests

ready-to-package: python-is-new-enough
	@$(PYTHON) packaging/bootstrap.py --tests --list package-linux --list package

# On its own and in old syntax, because an old Python could not even read the bootstrap script.
python-is-new-enough:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed, and '$(PYTHON)' was not found."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; %s is %d.%d. Name a newer one: make PYTHON=/path/to/python3.11" % (sys.executable, sys.version_info[0], sys.version_info[1]) if sys.version_info < (3, 11) else 0)'
