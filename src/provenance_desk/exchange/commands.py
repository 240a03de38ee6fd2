"""The shell commands that check a bundle without this program; tests run exactly these."""

from collections.abc import Sequence

from provenance_desk.audit.keys import key_name
from provenance_desk.audit.sshsig import NAMESPACE, allowed_signers_line
from provenance_desk.exchange.scope import BundleFacts

SIGNED = "manifest-sha256.txt"


def unpack_commands(bundle: BundleFacts) -> Sequence[str]:
    """Unpack the zip and go into its folder."""
    return (f"unzip -q {bundle.name}.audit.zip", f"cd {bundle.name}")


def hash_commands() -> Sequence[str]:
    """Compare every file with the lists of the bundle."""
    return ("sha256sum -c tagmanifest-sha256.txt", "sha256sum -c manifest-sha256.txt")


def signature_commands(bundle: BundleFacts) -> Sequence[str]:
    """Check the signature over the list of files: of some key, then of the exporter's."""
    purpose = f"-n {NAMESPACE} -s export.sshsig < {SIGNED}"
    return (
        f"ssh-keygen -Y check-novalidate {purpose}",
        f"ssh-keygen -Y verify -f allowed_signers -I {key_name(bundle.exporter)} {purpose}",
    )


def own_signer_commands(bundle: BundleFacts) -> Sequence[str]:
    """Check the signature against a key written down here, not against a file of the bundle."""
    principal = key_name(bundle.exporter)
    line = allowed_signers_line(bundle.exporter, principal).strip()
    who = f"-f ../signers -I {principal}"
    return (
        f"echo '{line}' > ../signers",
        f"ssh-keygen -Y verify {who} -n {NAMESPACE} -s export.sshsig < {SIGNED}",
    )


def program_command(bundle: BundleFacts) -> str:
    """Check everything with this program."""
    return f"provenance-desk verify {bundle.name}.audit.zip"
