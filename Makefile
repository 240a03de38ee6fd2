# Everything is in packaging/bootstrap.py, which works without make too.
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run test bench soak shots setup lock

help:
	@echo "make run    set everything up and open the demo project"
	@echo "make test   set everything up and run every check and test"
	@echo "make bench  measure speed and memory        make soak   the long tests"
	@echo "make shots  picture every workspace         make lock   after a change of dependencies"

run test bench soak shots setup lock:
	@$(PYTHON) packaging/bootstrap.py $@ $(ARGS)
