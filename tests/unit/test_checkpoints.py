"""Checkpoints and bundle notes: their exact text, and the code of everything else."""

from dataclasses import replace

import pytest

from provenance_desk.audit.checkpoints import (
    BundleNote,
    Checkpoint,
    FeedHead,
    open_bundle,
    open_checkpoint,
    sign_bundle,
    sign_checkpoint,
)
from provenance_desk.audit.errors import BadNote
from provenance_desk.audit.keys import SigningKey
from provenance_desk.audit.notes import sign_note
from provenance_desk.domain.errors import InvalidValue

KEY = SigningKey.from_seed(bytes(range(32)))
PROJECT, FEED, HEAD = "1a" * 16, "2b" * 16, "3c" * 32
CHECKPOINT = Checkpoint(PROJECT, FEED, 6, HEAD)
BUNDLE = BundleNote(
    PROJECT,
    "whole",
    KEY.public,
    "4d" * 32,
    (FeedHead("2b" * 16, 6, HEAD), FeedHead("2c" * 16, 1, HEAD)),
)


def checkpoint_code(text: str) -> str:
    """The code with which a signed text is refused as a checkpoint of FEED."""
    with pytest.raises(BadNote) as caught:
        open_checkpoint(sign_note(text, KEY), KEY.public, project=PROJECT, feed=FEED)
    return caught.value.code


def bundle_code(text: str) -> str:
    """The code with which a signed text is refused as a bundle note."""
    with pytest.raises(BadNote) as caught:
        open_bundle(sign_note(text, KEY))
    return caught.value.code


def test_a_checkpoint_has_four_lines() -> None:
    assert CHECKPOINT.text == f"provdesk/1 checkpoint\n{PROJECT}/{FEED}\n6\n{HEAD}\n"


def test_a_signed_checkpoint_is_opened_by_its_author_alone() -> None:
    note = sign_checkpoint(CHECKPOINT, KEY)
    assert open_checkpoint(note, KEY.public, project=PROJECT, feed=FEED) == CHECKPOINT
    assert open_checkpoint(note, KEY.public) == CHECKPOINT
    with pytest.raises(BadNote) as caught:
        open_checkpoint(note, SigningKey.generate().public)
    assert caught.value.code == "T-NOKEY"


@pytest.mark.parametrize("other", [{"project": "00" * 16}, {"feed": "00" * 16}])
def test_a_checkpoint_of_another_feed_is_not_this_ones(other: dict[str, str]) -> None:
    with pytest.raises(BadNote) as caught:
        open_checkpoint(sign_checkpoint(CHECKPOINT, KEY), KEY.public, **other)
    assert caught.value.code == "T-ORIGIN"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CHECKPOINT.text + "extension\n", "T-ORIGIN"),
        (CHECKPOINT.text.replace("/1 ", "/1  "), "T-ORIGIN"),
        (CHECKPOINT.text.replace("checkpoint", "bundle"), "T-ORIGIN"),
        (CHECKPOINT.text.replace("/1 ", "/2 "), "V-NEWER"),
        (CHECKPOINT.text.replace("/1 ", "/01 "), "T-ORIGIN"),
        (CHECKPOINT.text.replace(f"/{FEED}", FEED), "T-ORIGIN"),
        (CHECKPOINT.text.replace(FEED, FEED.upper()), "T-ORIGIN"),
        (CHECKPOINT.text.replace("\n6\n", "\n"), "T-ORIGIN"),
        (CHECKPOINT.text.replace("\n6\n", "\n06\n"), "T-SIZE"),
        (CHECKPOINT.text.replace("\n6\n", "\n0\n"), "T-SIZE"),
        (CHECKPOINT.text.replace("\n6\n", "\n-6\n"), "T-SIZE"),
        (CHECKPOINT.text.replace("\n6\n", "\n+6\n"), "T-SIZE"),
        (CHECKPOINT.text.replace("\n6\n", "\n 6\n"), "T-SIZE"),
        (CHECKPOINT.text.replace("\n6\n", "\n6_0\n"), "T-SIZE"),
        (CHECKPOINT.text.replace("\n6\n", "\n\u0666\n"), "T-SIZE"),
        (CHECKPOINT.text.replace("\n6\n", "\n" + "9" * 17 + "\n"), "T-SIZE"),
        (CHECKPOINT.text.replace(HEAD, HEAD[:-1]), "T-HEAD"),
        (CHECKPOINT.text.replace(HEAD, HEAD.upper()), "T-HEAD"),
        ("\n", "T-ORIGIN"),
    ],
)
def test_a_signed_text_that_is_no_checkpoint_is_named(text: str, code: str) -> None:
    assert checkpoint_code(text) == code


@pytest.mark.parametrize("wrong", [{"size": 0}, {"feed": "x"}, {"head": ""}, {"project": "../x"}])
def test_a_wrong_checkpoint_is_not_signed(wrong: dict[str, int | str]) -> None:
    with pytest.raises(InvalidValue, match="can't be signed"):
        sign_checkpoint(replace(CHECKPOINT, **wrong), KEY)  # type: ignore[arg-type]


def test_a_bundle_note_is_opened_with_the_exporter_it_names() -> None:
    note = sign_bundle(BUNDLE, KEY)
    assert open_bundle(note) == BUNDLE
    assert note.decode().startswith(
        f"provdesk/1 bundle\n{PROJECT}\nwhole\n{KEY.public}\n{'4d' * 32}\n{FEED} 6 {HEAD}\n"
    )


def test_a_bundle_note_signed_by_somebody_else_is_not_the_exporters() -> None:
    with pytest.raises(BadNote) as caught:
        open_bundle(sign_note(BUNDLE.text, SigningKey.generate()))
    assert caught.value.code == "T-NOKEY"


def test_a_bundle_is_not_signed_for_somebody_else() -> None:
    with pytest.raises(InvalidValue, match="exporter"):
        sign_bundle(BUNDLE, SigningKey.generate())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BUNDLE.text.replace("/1 ", "/2 "), "V-NEWER"),
        (BUNDLE.text.replace("bundle", "checkpoint"), "T-ORIGIN"),
        (BUNDLE.text.replace("whole", "some"), "T-ORIGIN"),
        (BUNDLE.text.replace(PROJECT, "x"), "T-ORIGIN"),
        (BUNDLE.text.replace(KEY.public, "x"), "T-ORIGIN"),
        (BUNDLE.text.replace("4d" * 32, "x"), "T-ORIGIN"),
        (BUNDLE.text.replace(f"{FEED} 6", f"{FEED} 06"), "T-SIZE"),
        (BUNDLE.text.replace(f"{FEED} 6", f"{FEED}  6"), "T-SIZE"),
        (BUNDLE.text.replace(f"6 {HEAD}", f"6 {HEAD} "), "T-HEAD"),
        (BUNDLE.text.replace(f"{FEED} 6", "6"), "T-ORIGIN"),
        (BUNDLE.text.replace(FEED, "2d" * 16), "T-ORIGIN"),
        (BUNDLE.text.replace(FEED, "2c" * 16), "T-ORIGIN"),
        (BUNDLE.text + "\n", "T-ORIGIN"),
        ("provdesk/1 bundle\n", "T-ORIGIN"),
    ],
)
def test_a_signed_text_that_is_no_bundle_note_is_named(text: str, code: str) -> None:
    assert bundle_code(text) == code


def test_every_changed_bit_of_a_bundle_note_is_refused() -> None:
    note = sign_bundle(BUNDLE, KEY)
    for bit in range(len(note) * 8):
        changed = bytearray(note)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(BadNote):
            open_bundle(bytes(changed))
