"""Why an action can't be done, as sentences."""

from provenance_desk.domain.errors import DeskError


class ActionRefused(DeskError):
    """The method's rules do not allow the action; nothing was written."""


class NothingToUndo(ActionRefused):
    """There is no step left that can be taken back."""


class NotFound(ActionRefused):
    """The project holds no such thing."""


class AlreadyHere(ActionRefused):
    """The document is in the project already."""

    def __init__(self, message: str, document: str) -> None:
        super().__init__(message)
        self.document = document
