"""Bad bundles whose files were changed: with no manifest made anew, or with all of them."""

from provenance_desk.audit import notes
from provenance_desk.audit.sshsig import sign_ssh
from tests.integration.bad_case import Cases
from tests.integration.bundle_maker import (
    ANNA,
    BEN,
    MALLORY,
    PASSAGE,
    Document,
    Feed,
    Files,
    Good,
    manifest_of,
    rebagged,
    sha,
    with_tag_manifest,
)

CASES = Cases()
A, B = "data/feeds/" + "a" * 32, "data/feeds/" + "b" * 32
EVENTS = f"{A}/events.jsonl"
TEXT_PATH = f"data/texts/{Document().id}.txt"


def without(files: Files, *gone: str) -> Files:
    return {path: data for path, data in files.items() if not path.startswith(gone)}


def edited(files: Files, path: str, old: bytes, new: bytes) -> Files:
    assert old in files[path], path
    return files | {path: files[path].replace(old, new, 1)}


# valid


@CASES.case("good-two-feeds", "OK/0")
def _() -> Files:
    return Good().files()


@CASES.case("good-one-feed", "OK/0")
def _() -> Files:
    return Good(with_ben=False).files()


@CASES.case("good-unknown-author", "K-UNKNOWN/3")
def _() -> Files:
    good = Good()
    good.ben = Feed(MALLORY, "b" * 32)
    good.write_ben()
    return good.files()


@CASES.case("good-hash-only-source", "OK/0")
def _() -> Files:
    good = Good()
    return good.signed(without(good.payload(), "data/originals", "data/texts", "data/tables"))


@CASES.case("good-extension-event", "OK/0")
def _() -> Files:
    good = Good()
    good.anna.add("x.acme.mood", {"mood": "calm", "list": [1, 2, {"deep": True}]})
    return good.files()


# naive: somebody edits the unpacked bundle


@CASES.case("edit-source-text", "B-HASH/1", TEXT_PATH)
def _() -> Files:
    return edited(Good().files(), TEXT_PATH, b"nobody", b"nobody at all")


@CASES.case("edit-event-status", "B-HASH/1", EVENTS)
def _() -> Files:
    return edited(Good().files(), EVENTS, b'"alleged"', b'"confirmed"')


@CASES.case("edit-report-html", "B-HASH/1", "data/report.html")
def _() -> Files:
    return edited(Good().files(), "data/report.html", b"report", b"REPORT")


@CASES.case("delete-source-file", "B-MISSING/1", TEXT_PATH)
def _() -> Files:
    return without(Good().files(), TEXT_PATH)


@CASES.case("delete-feed", "B-MISSING/1", B)
def _() -> Files:
    return without(Good().files(), B)


@CASES.case("add-unlisted-payload", "B-UNLISTED/1", "data/extra.txt")
def _() -> Files:
    return Good().files() | {"data/extra.txt": b"more"}


@CASES.case("add-unexpected-file", "B-UNEXPECTED/1", "setup.exe")
def _() -> Files:
    return Good().files() | {"setup.exe": b"MZ"}


@CASES.case("remove-export-note", "B-MISSING/1", "export.note")
def _() -> Files:
    return without(Good().files(), "export.note")


@CASES.case("edit-bag-info", "B-HASH/1", "bag-info.txt")
def _() -> Files:
    return edited(Good().files(), "bag-info.txt", b"test", b"best")


# rebag: every manifest made anew, no key


@CASES.case("oxum-lie", "B-OXUM/1", "bag-info.txt")
def _() -> Files:
    return with_tag_manifest(edited(Good().files(), "bag-info.txt", b"Oxum: ", b"Oxum: 1"))


@CASES.case("rebag-source-edit", "B-MISMATCH/1", "export.note")
def _() -> Files:
    return rebagged(edited(Good().files(), TEXT_PATH, b"nobody", b"somebody"))


@CASES.case("rebag-report-edit", "B-MISMATCH/1", "export.note")
def _() -> Files:
    return rebagged(edited(Good().files(), "data/report.html", b"report", b"REPORT"))


@CASES.case("rebag-no-export-note", "B-MISSING/1", "export.note")
def _() -> Files:
    return rebagged(without(Good().files(), "export.note"))


# attachments


@CASES.case("attachment-altered", "B-HASH/1", f"{A}/attachments.jsonl line 3")
def _() -> Files:
    payload = Good().payload()
    return Good().signed(edited(payload, f"{A}/attachments.jsonl", b"A role only", b"A role, only"))


@CASES.case("attachment-left-out", "OK/0")
def _() -> Files:
    good = Good()
    good.anna.attachments = good.anna.attachments[:1]
    return good.files()


@CASES.case("quote-attachment-differs-from-text", "Q-QUOTE/1", f"{EVENTS} line 8")
def _() -> Files:
    good = Good()
    start = good.document.text.index(PASSAGE)
    other = good.document.text.replace("hit at dawn", "hit at noon")
    quote = good.anna.quote(start, start + len(PASSAGE), other)
    good.anna.add("link.made", good.link_body(good.anna, quote=quote))
    good.anna.attachments.pop(-2)
    return good.files()


# bags


@CASES.case("bagit-txt-whitespace", "B-BAGIT/1", "bagit.txt")
def _() -> Files:
    return with_tag_manifest(edited(Good().files(), "bagit.txt", b"1.0\n", b"1.0 \n"))


@CASES.case("bagit-txt-version-2", "B-BAGIT/1", "bagit.txt")
def _() -> Files:
    return with_tag_manifest(edited(Good().files(), "bagit.txt", b"1.0", b"2.0"))


def manifest_plus(line: bytes) -> Files:
    """A good bag whose exporter signed a manifest with one line more."""
    good = Good()
    files = good.files()
    manifest = files["manifest-sha256.txt"] + line
    note = notes.sign_note(good.note(manifest).text, ANNA)
    changed = {"manifest-sha256.txt": manifest, "export.note": note}
    return with_tag_manifest(files | changed | {"export.sshsig": sign_ssh(manifest, ANNA)})


@CASES.case("manifest-dup-entry", "B-MANIFEST/1", "manifest-sha256.txt line")
def _() -> Files:
    return manifest_plus(manifest_of(Good().files()).split(b"\n")[5] + b"\n")


@CASES.case("manifest-traversal", "B-MANIFEST/1", "manifest-sha256.txt line")
def _() -> Files:
    return manifest_plus(f"{sha(b'')}  data/../../secret.txt\n".encode())


@CASES.case("manifest-weak-hash-md5", "B-UNEXPECTED/1", "manifest-md5.txt")
def _() -> Files:
    return with_tag_manifest(Good().files() | {"manifest-md5.txt": b"0" * 32 + b"  data/x\n"})


@CASES.case("bag-fetch-txt", "B-UNEXPECTED/1", "fetch.txt")
def _() -> Files:
    return with_tag_manifest(Good().files() | {"fetch.txt": b"http://example.org/ 3 data/x\n"})


@CASES.case("newer-export-version", "V-NEWER/5", "export.note")
def _() -> Files:
    good = Good()
    files = good.files()
    text = good.note(files["manifest-sha256.txt"]).text.replace("provdesk/1", "provdesk/2")
    return with_tag_manifest(files | {"export.note": notes.sign_note(text, ANNA)})


@CASES.case("no-feeds", "B-NOFEEDS/1", "data/feeds")
def _() -> Files:
    good = Good()
    return good.signed(without(good.payload(), "data/feeds"))


@CASES.case("quotes-only-wrong-byte-count", "B-OXUM/1", "bag-info.txt")
def _() -> Files:
    good = Good(scope="quotes")
    payload = without(good.payload(), "data/originals", "data/texts", "data/tables")
    files = good.signed(payload)
    return with_tag_manifest(edited(files, "bag-info.txt", b"Oxum: ", b"Oxum: 1"))


@CASES.case("original-wrong-byte-count", "Q-SOURCEHASH/1", "data/originals/")
def _() -> Files:
    good = Good()
    good.anna.add("document.added", good.document.added(bytes=7))
    return good.files()


@CASES.case("other-allowed-signer", "B-SIGNERS/1", "allowed_signers")
def _() -> Files:
    other = Good(exporter=BEN).files()["allowed_signers"]
    return with_tag_manifest(Good().files() | {"allowed_signers": other})


@CASES.case("ssh-signature-of-another-key", "T-NOKEY/1", "export.sshsig")
def _() -> Files:
    other = Good(exporter=BEN).files()["export.sshsig"]
    return with_tag_manifest(Good().files() | {"export.sshsig": other})


@CASES.case("note-of-other-heads", "B-MISMATCH/1", "export.note")
def _() -> Files:
    good = Good()
    feeds = good.note(b"").feeds[:1]
    return good.signed(good.payload(), feeds=feeds)
