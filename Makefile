# `make` lists the targets.
MAVEN ?= mvn
MAVEN_OPTIONS ?= -B -ntp

.DEFAULT_GOAL := help
.PHONY: help check test build golden fuzz bench format

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: ## all that CI runs: formatting, all tests, on real engines too
	$(MAVEN) $(MAVEN_OPTIONS) verify

test: ## the tests that need no database server
	$(MAVEN) $(MAVEN_OPTIONS) test

build: ## the jars, without tests
	$(MAVEN) $(MAVEN_OPTIONS) -DskipTests package

golden: ## write the expected files of golden and story tests anew; review the difference before you commit
	$(MAVEN) $(MAVEN_OPTIONS) verify -Dgolden.update=true

FUZZ ?= 1000
FUZZ_SEED ?= 1
FUZZ_ENGINE ?=

fuzz: ## made-up pairs of models on real engines: FUZZ=1000 of each, from FUZZ_SEED=1 on, all or FUZZ_ENGINE=H2
	$(MAVEN) $(MAVEN_OPTIONS) verify -pl cli -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dit.test=FuzzIT -Dfailsafe.failIfNoSpecifiedTests=false \
	  -Dfuzz.pairs=$(FUZZ) -Dfuzz.seed=$(FUZZ_SEED) -Dfuzz.engine=$(FUZZ_ENGINE)

bench: ## `check` beside Hibernate's own validation, and 1,000 migrations beside plain JDBC
	$(MAVEN) $(MAVEN_OPTIONS) -q -DskipTests package
	$(MAVEN) $(MAVEN_OPTIONS) -q -pl cli -am test -Dtest='*Bench' -Dsurefire.failIfNoSpecifiedTests=false

format: ## lay all sources out as `make check` wants them
	$(MAVEN) $(MAVEN_OPTIONS) -q spotless:apply
