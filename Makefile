# A bare `make` explains each target.
PORT ?= 8000
PYTHON ?= python3
SIZE ?= 100000
ENGINE ?= embedded
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# Each of many short processes would compile the whole house again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install demo test test-fast test-postgres test-elasticsearch test-elasticsearch-8 elasticsearch bench-pages bench-memory bench-search bench-admin-search bench-lift bench-publishing bench-rules bench-import lint format rights messages lock clean

help: ## explain the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: .venv/installed ## create .venv with the locked dependencies

.venv/installed: requirements/development.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked dependencies (once; about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

demo: install ## run the newsroom with demonstration content on 127.0.0.1:$(PORT)
	@$(MANAGE) compile_translations --settings newsroom.settings.demo
	@DJANGO_SETTINGS_MODULE=newsroom.settings.demo NEWSROOM_BASE_URL=http://127.0.0.1:$(PORT) exec $(MANAGE) demo --port $(PORT)

test: install ## run the tests
	@$(MANAGE) compile_translations --settings newsroom.settings.demo
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(TESTS)

test-fast: install ## run the tests to have beside one while one works: what needs no database, and the vital rest
	@$(MANAGE) compile_translations --settings newsroom.settings.demo
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal -m 'vital or not database' $(TESTS)

test-postgres: install ## run what PostgreSQL does in its own way (tests/on_postgres.txt) on one started for the tests
	@$(MANAGE) compile_translations --settings newsroom.settings.demo
	@.ci/with-postgres $(BIN)/python -m pytest --create-db --numprocesses auto --dist worksteal $(ON_POSTGRES)

test-elasticsearch: install ## run the search's tests on an Elasticsearch started for them, and what may happen to it
	@$(MANAGE) compile_translations --settings newsroom.settings.demo
	@NEWSROOM_TEST_ELASTICSEARCH=yes $(BIN)/python -m pytest tests/search

test-elasticsearch-8: install ## what another version could answer otherwise, on an Elasticsearch 8, with the client of that version
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target "$$folder" -r requirements/elasticsearch8.txt && \
		PYTHONPATH="$$folder" ES_VERSION=8.19.0 NEWSROOM_TEST_ELASTICSEARCH=yes $(BIN)/python -m pytest $(ON_ELASTICSEARCH_8)

elasticsearch: ## run an Elasticsearch on 127.0.0.1:9200 for development (a container if there is Docker, else with Maven and Java 21)
	@if docker info >/dev/null 2>&1; then \
		docker run --rm --publish 127.0.0.1:9200:9200 --env discovery.type=single-node --env xpack.security.enabled=false \
			--env "ES_JAVA_OPTS=-Xms512m -Xmx512m" elasticsearch:9.2.4; \
	else folder=$$(mktemp -d) && chmod 755 "$$folder" && trap 'rm -rf "$$folder"' EXIT && .ci/elasticsearch 9200 "$$folder/server"; fi

bench-pages: install ## measure queries and CPU time of each kind of page on the demonstration (after make demo), or on SIZE invented releases in a database of its own
ifeq ($(filter command line environment,$(origin SIZE)),)
	@DJANGO_SETTINGS_MODULE=newsroom.settings.demo $(MANAGE) measure_pages
else
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export DJANGO_SETTINGS_MODULE=newsroom.settings.demo NEWSROOM_DATA_DIR="$$folder" && \
		$(MANAGE) migrate --verbosity 0 && $(MANAGE) collectstatic --noinput --verbosity 0 && $(MANAGE) measure_pages --size $(SIZE)
endif

bench-memory: install ## measure how fast 10,000 remembered sentences are searched (on the demonstration; keeps nothing)
	@DJANGO_SETTINGS_MODULE=newsroom.settings.demo $(MANAGE) measure_memory

bench-search: install ## measure the search on SIZE invented releases in a database of its own, each ENGINE beside the other
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export DJANGO_SETTINGS_MODULE=newsroom.settings.demo NEWSROOM_DATA_DIR="$$folder" NEWSROOM_ELASTICSEARCH_PREFIX=bench && \
		$(MANAGE) migrate --verbosity 0 && $(MANAGE) collectstatic --noinput --verbosity 0 && $(MANAGE) bench_search --size $(SIZE) --engine $(ENGINE)

bench-admin-search: install ## measure the search of the CMS and a save on SIZE invented releases, beside modelsearch's own
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export DJANGO_SETTINGS_MODULE=newsroom.settings.demo NEWSROOM_DATA_DIR="$$folder" && \
		$(MANAGE) migrate --verbosity 0 && $(MANAGE) bench_admin_search --size $(SIZE)

bench-lift: install ## measure how late SIZE releases (50 by default) are public after their embargo, on SQLite and PostgreSQL
	@for beside in env .ci/with-postgres; do folder=$$(mktemp -d); \
		DJANGO_SETTINGS_MODULE=newsroom.settings.demo NEWSROOM_DATA_DIR="$$folder" $$beside sh -c \
			'$(MANAGE) migrate --verbosity 0 && $(MANAGE) bench_lift --size $(if $(filter command line,$(origin SIZE)),$(SIZE),50)'; rm -rf "$$folder"; done

bench-publishing: install ## measure what saving, publishing, the explorer and the editor cost an officer, beside a plain Wagtail page
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export DJANGO_SETTINGS_MODULE=newsroom.settings.demo NEWSROOM_DATA_DIR="$$folder" && \
		$(MANAGE) migrate --verbosity 0 && $(MANAGE) collectstatic --noinput --verbosity 0 && $(MANAGE) bench_publishing

bench-rules: install ## measure what all rules before publishing cost on 3,000 words with 3 and 30 quotes (on the demonstration; keeps nothing)
	@DJANGO_SETTINGS_MODULE=newsroom.settings.demo $(MANAGE) bench_rules

bench-import: install ## measure what reading an invented release costs in each format, beside starting the process that reads it
	@DJANGO_SETTINGS_MODULE=newsroom.settings.demo $(MANAGE) bench_import

lint: install ## everything that can be found without running: style, types, directions of imports, templates, migrations, system checks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy site/newsroom organisations news campaigns importing search
	$(BIN)/lint-imports --no-cache --no-logo .importlinter pyproject.toml
	$(BIN)/djlint templates --lint --quiet
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --fail-level WARNING

format: install ## put the code into shape
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

rights: install ## write docs/who-may-do-what.md from the table of rights
	$(BIN)/python tests/rights/table.py

messages: install ## collect the texts of the interface for translation (needs GNU gettext)
	$(MANAGE) makemessages --all --no-obsolete --no-wrap --no-location --ignore=.venv --ignore=var --ignore=tests --ignore=site/newsroom/demo/content

ON_POSTGRES = $(shell grep -o '^tests/[^ ]*' tests/on_postgres.txt)

# What a search server of another version could answer otherwise. Pages and files around its answers are asked of 9 alone.
ON_ELASTICSEARCH_8 := $(addprefix tests/search/,server test_contract.py test_narrowing.py test_words.py)

COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --quiet --python-version 3.11

lock: install ## resolve the dependencies again
	$(COMPILE) --all-extras --output-file requirements/development.txt
	$(COMPILE) --extra postgres --constraints requirements/development.txt --output-file requirements/production.txt
	printf 'elasticsearch>=8.19,<9\n' | $(subst pyproject.toml,-,$(COMPILE)) --output-file requirements/elasticsearch8.txt
	printf 'hatchling\neditables\n' | $(subst pyproject.toml,-,$(COMPILE)) --constraints requirements/development.txt --output-file requirements/build.txt

clean: ## forget the demonstration's database and files
	rm -rf var
