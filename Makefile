# Each line here is what the README says, and what runs elsewhere too.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site progress test lint golden fuzz bench words clean

site: .venv/site  ## Install, build the demonstration into site/, and say how to open it
	$(BIN)/continuum build
	@echo
	@echo "The demonstration is in site/. To open it in a browser:"
	@echo "    $(BIN)/continuum serve"
	@echo "and go to the address that it prints. To start a continuum of your own:"
	@echo "    $(BIN)/continuum new ../our-continuum"

# An invented school; its day is fixed, so that its pages are the same at any time.
SCHOOL := demonstration
WHO := --roster $(SCHOOL)/roster.csv
PAGES := --evidence $(SCHOOL)/evidence.parquet $(WHO) --words $(SCHOOL)/words --as-of 2026-11-20 \
	--site-url http://127.0.0.1:8000/

progress: .venv/progress  ## Invent a school, read its evidence, and make its private pages and letters
	$(BIN)/python -m tools.school $(SCHOOL)
	$(BIN)/continuum evidence read $(SCHOOL)/evidence/*.csv $(SCHOOL)/evidence/oneroster $(WHO) -o $(SCHOOL)/evidence.parquet
	$(BIN)/continuum keys new $(WHO) --keys $(SCHOOL)/keys.json
	$(BIN)/continuum progress $(PAGES) --keys $(SCHOOL)/keys.json -o $(SCHOOL)/private
	$(BIN)/continuum progress $(PAGES) --plain $(SCHOOL)/plain
	$(BIN)/continuum letters $(WHO) --keys $(SCHOOL)/keys.json --at http://127.0.0.1:8001 -o $(SCHOOL)/letters
	@echo
	@echo "Everybody in this school is invented. Readable pages: $(SCHOOL)/plain/index.html"
	@echo "Letters to print: $(SCHOOL)/letters/families.html"
	@echo "To open a sealed page with the code of its letter, run"
	@echo "    $(BIN)/python -m http.server 8001 --bind 127.0.0.1 --directory $(SCHOOL)/private"
	@echo "and go to http://127.0.0.1:8001/open/"

test: .venv/test browser lint  ## Install what the tests need, and run everything
	$(BIN)/python -X warn_default_encoding -m pytest $(ARGS)

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: .venv/test  ## Rewrite the expected pages of the tests; look at the difference before you keep it
	CONTINUUM_GOLDEN=1 $(BIN)/python -m pytest tests/site/test_golden.py

fuzz: .venv/test  ## Let the readers meet far more bad input than the tests do
	CONTINUUM_FUZZ=20000 $(BIN)/python -m pytest tests/fuzz

bench: .venv/bench browser  ## Measure speed, memory and weight beside Hugo and MkDocs
	$(BIN)/python -m bench --write bench/README.md

words: .venv/test  ## Collect what templates and pages say into the catalogue that translators start from
	$(BIN)/python -m tools.words

browser:
	@sh tools/browser.sh

.venv/pip:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

.venv/site: .venv/pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[site]"
	@touch $@

.venv/progress: .venv/pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[site,progress]"
	@touch $@

.venv/test: .venv/pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[site,zensical,progress,dask]" --group test
	@touch $@

.venv/bench: .venv/test
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@

clean:
	rm -rf site .site.spare .continuum $(SCHOOL)
