"""What can go wrong with a project file, as sentences."""

from provenance_desk.domain.errors import DeskError


class ProjectFileError(DeskError):
    """The project file can't be used as asked; it was left as it was."""


class ProjectMissing(ProjectFileError):
    """There is no such file."""


class ProjectNewer(ProjectFileError):
    """A newer program wrote the file."""


class ProjectDamaged(ProjectFileError):
    """The file is not whole, or is no project."""


class ProjectBusy(ProjectFileError):
    """Another program writes the file."""


class ProjectReadOnly(ProjectFileError):
    """The file or its folder can't be written."""


class DiskFull(ProjectFileError):
    """There was no room; the step was not saved."""
