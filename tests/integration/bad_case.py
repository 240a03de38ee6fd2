"""One bad bundle: its name in the list, how it is made, what verification must say of it."""

from collections.abc import Callable
from dataclasses import dataclass

from provenance_desk.audit.verify_index import SeenHead
from tests.integration.bundle_maker import Files

Build = Callable[[], Files | bytes]


@dataclass(frozen=True)
class Case:
    """`expected` is code and exit; the leading finding must name `where`."""

    name: str
    expected: str
    build: Build
    where: str = ""
    known: tuple[SeenHead, ...] = ()

    @property
    def code(self) -> str:
        return self.expected.partition("/")[0]

    @property
    def exit(self) -> int:
        return int(self.expected.partition("/")[2])


class Cases(list[Case]):
    """A list that cases add themselves to."""

    def case(
        self, name: str, expected: str, where: str = "", known: tuple[SeenHead, ...] = ()
    ) -> Callable[[Build], Build]:
        """Register the builder below as the case of that name."""

        def add(build: Build) -> Build:
            self.append(Case(name, expected, build, where, known))
            return build

        return add
