"""Feeds may come into a file in any order and in any pieces: what it says is the same."""

from pathlib import Path
from random import Random

import pytest

from provenance_desk.store import database
from provenance_desk.store.blobs import BlobKind
from provenance_desk.store.log import FeedState, Line
from provenance_desk.store.reader import Reader
from provenance_desk.store.writer import Batch, Writer
from tests import reviewing
from tests.reviewing import ACTIONS, Dice, projections, replayed


@pytest.fixture(scope="module", params=range(3))
def reviewed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which three reviewers took turns."""
    folder = tmp_path_factory.mktemp("reviewed")
    dice, path = Dice(request.param), folder / "a.provdesk"
    reviewing.create(path, folder / "0").close()
    for turn in range(9):
        with reviewing.open_again(path, folder / str(turn % 3)) as project:
            for _ in range(12):
                reviewing.act(project, dice, dice.pick(sorted(ACTIONS)))
    return path


def pieces(reader: Reader, state: FeedState, random: Random) -> list[Batch]:
    """A feed in pieces of any size, its documents and attachments with the first."""
    lines = [Line(e, b) for e, b in zip(
        reader.feed_events(state.feed), reader.lines(state.feed), strict=True
    )]  # fmt: skip
    blobs = [
        (kind, name, data)
        for d in reader.documents()
        for kind, name, data in (
            (BlobKind.TEXT, d.id, reader.text_bytes(d.id)),
            (BlobKind.TABLE, d.table, reader.table(d.table)),
        )
        if data is not None
    ]
    cuts = sorted(random.sample(range(1, len(lines)), min(3, len(lines) - 1)))
    parts = [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
    kept = dict(reader.attachments(state.feed))
    return [
        Batch(state.feed, state.author, part, {} if n else kept, [] if n else blobs)
        for n, part in enumerate(parts)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_in_which_pieces_of_feeds_come_in_changes_nothing(
    seed: int, reviewed: Path, tmp_path: Path
) -> None:
    random = Random(seed)
    with Reader(reviewed) as reader:
        waiting = [pieces(reader, state, random) for state in reader.feeds()]
        project, said, undone = reader.project_id(), projections(reader), reader.undone()
        ids = reader.event_ids()
    path = tmp_path / "merged.provdesk"
    database.create_file(path, project)
    writer = Writer(path)
    while waiting:
        feed = random.choice(waiting)
        writer.append(feed.pop(0))
        waiting = [feed for feed in waiting if feed]
        assert projections(writer) == replayed(writer.events())
    assert projections(writer) == said
    assert (writer.undone(), writer.event_ids()) == (undone, ids)
    writer.close()
