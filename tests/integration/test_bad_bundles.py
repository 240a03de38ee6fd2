"""Every bad bundle of the list, made from a good one: its finding, its exit, the entry it names."""

from pathlib import Path

import pytest

from provenance_desk.audit.trust import TrustBook
from provenance_desk.exchange.verify import verify_bundle
from tests.integration import bad_bags, bad_feeds, bad_lines, bad_reexports, bad_zips
from tests.integration.bad_case import Case
from tests.integration.bundle_maker import ANNA, BEN, zipped

MODULES = (bad_bags, bad_reexports, bad_feeds, bad_lines, bad_zips)
CASES = [case for module in MODULES for case in module.CASES]


@pytest.fixture
def trust(home: Path) -> TrustBook:
    """Anna and Ben are known here, nobody else."""
    book = TrustBook(home)
    book.mark_seen([ANNA.public, BEN.public])
    return book


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_bundle_gets_its_finding_and_exit(case: Case, trust: TrustBook, tmp_path: Path) -> None:
    made = case.build()
    path = tmp_path / "bridge.audit.zip"
    path.write_bytes(made if isinstance(made, bytes) else zipped(made))
    result = verify_bundle(path, trust=trust, known=case.known)
    first = result.findings.first
    assert (first.code if first else "OK", result.exit) == (case.code, case.exit), [
        str(finding) for finding in result.findings
    ]
    assert case.where in result.first_line


def test_every_name_of_the_list_is_tried_once() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))
    assert set(names) >= set(LIST.split())


LIST = """
good-two-feeds good-one-feed good-unknown-author good-hash-only-source good-extension-event
edit-source-text edit-event-status edit-report-html delete-source-file delete-feed
add-unlisted-payload add-unexpected-file remove-export-note edit-bag-info
oxum-lie rebag-source-edit rebag-report-edit rebag-no-export-note
reexport-source-edit reexport-source-swap-renamed reexport-event-edit reexport-last-event-edit
truncate-last-event delete-middle-event swap-two-events duplicate-event insert-foreign-event
drop-first-event append-unsigned-event checkpoint-signed-by-mallory checkpoint-bitflip-sig
checkpoint-noncanonical-base64 checkpoint-crlf checkpoint-no-signature checkpoint-17-signatures
checkpoint-from-other-feed checkpoint-same-key-other-feed checkpoint-old-smaller-size
checkpoint-missing author-field-replaced steal-whole-feed-under-own-key small-order-author-key
fork-seen-by-other-team rollback-seen-by-other-team feed-withheld-but-seen fork-vs-own-records
rollback-vs-own-records checkpoint-root-lie checkpoint-size-leading-zero
checkpoint-size-arabic-digit checkpoint-extension-line event-after-key-retired seq-gap
seq-negative seq-is-true clock-goes-back other-project-event bundle-of-other-project
second-feed-open time-no-millis time-offset time-feb-30 time-leap-60 time-hour-24
time-arabic-digits time-empty time-is-number unknown-core-type newer-event-format bad-format-name
extra-field body-extra-field body-wrong-type confidence-101 confidence-true confidence-float
status-unknown quote-not-in-source quote-offset-utf16 quote-nfc-vs-nfd quote-offset-huge
link-to-missing-claim author-uppercase-hex json-duplicate-key json-whitespace json-key-order
json-escaped-ascii json-escaped-slash json-minus-zero json-nan json-exp-number json-inf-1e400
json-int-2-53 json-int-5000-digits json-null-value json-lone-surrogate json-noncharacter
json-nul-char json-ansi-escape json-c1-control json-invalid-utf8 json-overlong-utf8
json-cesu8-surrogates json-bom json-deep-nesting json-deep-nesting-20k json-huge-line
json-array-not-object json-trailing-garbage json-non-ascii-key json-empty-line json-not-json
json-truncated-json lines-crlf lines-no-final-newline events-empty
zip-name-dotdot zip-name-absolute zip-name-backslash zip-name-drive zip-name-nul-device
zip-name-dotfile zip-name-trailing-dot zip-name-unicode zip-name-bidi zip-name-space
zip-name-long zip-name-dir-entry zip-duplicate-name zip-case-clash zip-symlink zip-prefix-garbage
zip-suffix-garbage zip-two-concatenated zip-truncated zip-empty-file zip-is-text zip-no-entries
zip-comment zip-encrypted-flag zip-method-99 zip-central-local-diff zip-local-name-differs
zip-bomb-ratio zip-overlap zip-quoted-overlap-bomb zip-declared-size-lie zip-crc-lie
zip-too-many-entries zip-two-top-folders zip-nested-zip manifest-dup-entry manifest-traversal
manifest-weak-hash-md5 bag-fetch-txt bagit-txt-whitespace bagit-txt-version-2
newer-export-version no-feeds
revise-other-reviewers-link retract-other-reviewers-link undo-other-reviewers-event
settlement-changes-stance
attachment-altered attachment-left-out quote-attachment-differs-from-text clock-poisoned
foreign-id-before-heads-seen
"""
