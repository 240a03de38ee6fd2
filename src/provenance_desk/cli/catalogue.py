"""Which module holds which command; a module is imported only when its command is asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from provenance_desk.cli.command import Command, Group

MODULES: Mapping[str, str] = {
    "demo": "demo",
    "new": "projects",
    "add": "projects",
    "documents": "projects",
    "sentences": "sentences",
    "search": "history",
    "cues": "cue_words",
    "suggest": "suggesting",
    "reuse": "suggesting",
    "claim": "claims",
    "claims": "claims",
    "standing": "standing",
    "link": "links",
    "links": "links",
    "origin": "origins",
    "origins": "origins",
    "document": "document",
    "passage": "passages",
    "rules": "team",
    "name": "team",
    "note": "team",
    "person": "team",
    "answer": "team",
    "override": "team",
    "settle": "team",
    "apply": "bulk",
    "history": "history",
    "undo": "history",
    "redo": "history",
    "check": "checking",
    "stats": "checking",
    "seal": "exporting",
    "export": "exporting",
    "verify": "checking",
    "report": "exporting",
}


def command_named(name: str) -> Command | Group:
    """The command of that name, which must be one of `MODULES`."""
    module = import_module(f"provenance_desk.cli.{MODULES[name]}")
    found: tuple[Command | Group, ...] = module.COMMANDS
    return next(command for command in found if command.name == name)


def all_commands() -> Iterator[Command | Group]:
    """Every command in the order of the help."""
    return (command_named(name) for name in MODULES)
