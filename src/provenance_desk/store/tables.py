"""The tables of a project file. They do not validate: rows become domain objects, which do."""

from sqlalchemy import Index, Table, text
from sqlmodel import Field, SQLModel


class SettingRow(SQLModel, table=True):
    """A fact about the file itself."""

    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: str


class FeedRow(SQLModel, table=True):
    """A feed, whose it is, and its head."""

    __tablename__ = "feed"
    number: int | None = Field(default=None, primary_key=True)
    feed: str = Field(unique=True)
    author: str
    size: int
    head: str
    clock: int


class CheckpointRow(SQLModel, table=True):
    """A signed head of a feed."""

    __tablename__ = "checkpoint"
    feed: int = Field(primary_key=True, foreign_key="feed.number")
    size: int = Field(primary_key=True)
    note: bytes


class EventRow(SQLModel, table=True):
    """One line of a feed as it was hashed; `undone` is a projection."""

    __tablename__ = "event"
    __table_args__ = (
        Index("event_by_seq", "feed", "seq", unique=True),
        Index("event_by_clock", "clock"),
        Index("event_by_type", "type"),
        Index("event_undone", "event", sqlite_where=text("undone")),
    )
    number: int | None = Field(default=None, primary_key=True)
    event: str = Field(unique=True)
    feed: int = Field(foreign_key="feed.number")
    seq: int
    clock: int
    step: int
    type: str
    line: bytes
    undone: bool


class AboutRow(SQLModel, table=True):
    """Which thing an event changes, where that is not the event's own thing.

    Two kinds are no things: `undo` leads from an event to the undos that name it, `original` from
    the hash of original bytes to the documents that were added from them.
    """

    __tablename__ = "about"
    kind: str = Field(primary_key=True)
    thing: str = Field(primary_key=True)
    event: int = Field(primary_key=True, foreign_key="event.number")


class AttachmentRow(SQLModel, table=True):
    """A free text or quote beside the log, named by the SHA-256 of its line."""

    __tablename__ = "attachment"
    number: int | None = Field(default=None, primary_key=True)
    hash: str = Field(unique=True)
    feed: int = Field(index=True, foreign_key="feed.number")
    line: bytes


class BlobRow(SQLModel, table=True):
    """Original bytes, texts and base tables, named by their SHA-256."""

    __tablename__ = "blob"
    kind: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    data: bytes


class DocumentRow(SQLModel, table=True):
    """Projection: a document."""

    __tablename__ = "document"
    id: str = Field(primary_key=True)
    clock: int
    added: str
    record: bytes


class ClaimRow(SQLModel, table=True):
    """Projection: a claim."""

    __tablename__ = "claim"
    id: str = Field(primary_key=True)
    clock: int
    version: str
    actor: str | None
    record: bytes


class JoinRow(SQLModel, table=True):
    """Projection: the set that a joined claim belongs to, named by its lowest id."""

    __tablename__ = "claim_join"
    claim: str = Field(primary_key=True)
    joined: str


class LinkRow(SQLModel, table=True):
    """Projection: a link with its current judgement."""

    __tablename__ = "link"
    __table_args__ = (
        Index("link_by_claim", "claim", "document", "status", "retracted"),  # counts need no more
        Index("link_by_document", "document"),
        Index("link_by_origin", "origin"),
    )
    id: str = Field(primary_key=True)
    clock: int
    claim: str
    claim_version: str
    document: str
    start: int
    end: int
    author: str
    stance: str
    status: str
    confidence: str
    origin: str | None
    retracted: bool
    record: bytes


class OriginRow(SQLModel, table=True):
    """Projection: an origin; `name` is folded, as names are compared."""

    __tablename__ = "origin"
    id: str = Field(primary_key=True)
    clock: int
    kind: str
    name: str = Field(index=True)
    record: bytes


class PassageTextRow(SQLModel, table=True):
    """Where each row of the full-text index lies in its document."""

    __tablename__ = "passage_text"
    number: int | None = Field(default=None, primary_key=True)
    document: str = Field(index=True)
    start: int
    end: int


def _table(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]


SETTING, FEED, EVENT = _table(SettingRow), _table(FeedRow), _table(EventRow)
