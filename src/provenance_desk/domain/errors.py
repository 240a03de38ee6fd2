"""The root of every error whose message is a sentence for the reader."""


class DeskError(Exception):
    """What happened, to which file, and what to do: one or two plain sentences."""


class InvalidValue(DeskError, ValueError):
    """A value that the method or the format does not allow; nothing was written."""
