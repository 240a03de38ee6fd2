"""What can go wrong when a bundle leaves."""

from provenance_desk.domain.errors import DeskError


class ExportError(DeskError):
    """A bundle or report could not be written; nothing half-made is left behind."""
