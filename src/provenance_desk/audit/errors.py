"""What can go wrong with canonical bytes, notes, keys and the files beside them."""

from provenance_desk.domain.errors import DeskError


class AuditError(DeskError):
    """Something about the audit trail or the keys, told in a sentence."""


class Refused(AuditError):
    """Bytes that verification refuses: the code of the finding and a sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class NotCanonical(Refused):
    """A line that is not in the one canonical form; an E- code says why."""


class BadNote(Refused):
    """A signed note, checkpoint or bundle note that does not hold; mostly a T- code."""


class BadSshSignature(Refused):
    """An SSH signature file that does not hold."""


class WrongWords(AuditError):
    """Typed words that are not the words of a key."""


class HomeError(AuditError):
    """The folder of keys and settings can't be written."""


class IdentityError(AuditError):
    """The reviewer's key file can't be used as it is."""


class NoIdentity(IdentityError):
    """There is no key in this home yet."""


class DamagedIdentity(IdentityError):
    """The key file is there but can't be read."""


class WrongPassphrase(IdentityError):
    """The passphrase does not open the key."""


class KeyLocked(IdentityError):
    """The key has a passphrase and was not unlocked in this run."""


class TrustError(AuditError):
    """The local trust file can't be read, or what was asked of it can't be done."""
