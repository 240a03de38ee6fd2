"""A second verifier of bundles, written from docs/audit-format.md; it uses nothing of the program.

It stops at the first thing that is wrong, and neither asks for trust nor makes derived files.
"""

import re
import struct
import unicodedata
import zlib
from collections.abc import Iterable
from typing import Any

from tests.integration.independent_log import (
    DOCS,
    FORBIDDEN,
    WORDS,
    Fields,
    Files,
    History,
    Ids,
    Log,
    check_log,
    hexadecimal,
    lines_of,
    parse,
    read_history,
)
from tests.integration.independent_notes import (
    Refused,
    check_ssh,
    check_title,
    need,
    open_note,
    read_note,
    sha,
)

Head = tuple[str, int, str]


def verdict(data: bytes, known: Iterable[Head] = ()) -> str:
    """`OK`, or the code of the first thing that is wrong with a bundle's zip."""
    try:
        files = unzipped(data)
        project, signed = check_bag(files)
        log = read_log(files, project)
        for feed, size, head in known:
            if log.main(feed):
                log.check_head(feed, size, head)
        check_log(log)
        check_documents(log, files)
        mains = [h for h in log.histories if not h.folder_of_fork]
        need(signed == [(h.feed, h.size, h.head) for h in mains], "B-MISMATCH")
    except Refused as problem:
        return str(problem)
    return "OK"


# Section 7: the zip and the bag

PART = re.compile(r"[A-Za-z0-9_-]([A-Za-z0-9_.-]{0,98}[A-Za-z0-9_-])?")
DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def unzipped(data: bytes) -> Files:
    """The files below the one top folder of a zip."""
    need(len(data) >= 22 and data[-22:-18] == b"PK\5\6" and data[-2:] == b"\0\0", "Z-NOTZIP")
    disk, first, here, count, size, start = struct.unpack("<4H2L", data[-18:-2])
    need((disk, first, here) == (0, 0, count) and count < 0xFFFF, "Z-FEATURE")
    need(count <= 20_000 and start + size == len(data) - 22, "Z-LAYOUT")
    files: Files = {}
    places, at = [(start, start)], start
    for _ in range(count):
        need(data[at : at + 4] == b"PK\1\2" and at + 46 <= len(data) - 22, "Z-LAYOUT")
        entry = struct.unpack("<2s10s3L5H2L", data[at + 4 : at + 46])
        name = plain_name(data[at + 46 : at + 46 + entry[5]])
        at += 46 + sum(entry[5:8])
        need(name.casefold() not in {known.casefold() for known in files}, "Z-DUPNAME")
        files[name], end = member(data, entry, name.encode())
        places.append((entry[-1], end))
    need(at == len(data) - 22, "Z-LAYOUT")
    places.sort()
    ends = [0, *(end for _, end in places)]
    need(all(place == end for (place, _), end in zip(places, ends, strict=False)), "Z-OVERLAP")
    tops = {name.partition("/")[0] for name in files}
    need(len(tops) == 1 and all("/" in name for name in files), "B-TOP")
    need(re.fullmatch("[A-Za-z0-9_-]{1,64}", tops.pop()), "B-TOP")
    return {name.partition("/")[2]: content for name, content in files.items()}


def plain_name(name: bytes) -> str:
    text = name.decode("latin-1")
    parts = text.split("/")
    need(len(name) <= 200 and all(PART.fullmatch(part) for part in parts), "Z-NAME")
    need(not any(DEVICE.fullmatch(part) for part in parts), "Z-NAME")
    return text


def member(data: bytes, entry: tuple[Any, ...], name: bytes) -> tuple[bytes, int]:
    """The bytes of a zip's member, and where its entry ends."""
    _, header, crc, packed, size, _, extra, comment, disk, _, attributes, offset = entry
    needed, flags, method = struct.unpack("<3H", header[:6])
    need(needed <= 20 and not flags & ~0x0806 and method in (0, 8), "Z-FEATURE")
    need(not (extra or comment or disk), "Z-FEATURE")
    need(attributes >> 28 in (0, 8) and not attributes & 16, "Z-NOTFILE")
    need(size <= 2**30 and (size <= 4096 or size <= 200 * packed), "Z-BOMB")
    local = b"PK\3\4" + header + struct.pack("<3L2H", crc, packed, size, len(name), 0) + name
    begin = offset + len(local)
    need(data[offset:begin] == local, "Z-HEADERDIFF")
    content = inflated(data[begin : begin + packed], size) if method else data[begin:][:packed]
    need(len(content) == size, "Z-SIZE")
    need(zlib.crc32(content) == crc, "B-CRC")
    return content, begin + packed


def inflated(packed: bytes, size: int) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, size + 1)
    except zlib.error:
        raise Refused("B-CRC") from None
    need(inflater.eof or len(content) > size, "B-CRC")
    need(not inflater.unused_data, "Z-SIZE")
    return content


HEX = "([0-9a-f]{64})"
DERIVED = re.findall(r"^\| `(data/[\w.]+)` \|", DOCS, re.MULTILINE)
TAGS = {
    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "export.note",
    "export.sshsig", "allowed_signers",
}  # fmt: skip
FEED = re.compile(
    r"(data/(?:feeds/([0-9a-f]{32})|forks/([0-9a-f]{32})-([0-9a-f]{64})))"
    r"/(?:events\.jsonl|attachments\.jsonl|checkpoint\.note)"
)
STORED = re.compile(
    rf"data/(?:originals/{HEX}\.[a-z0-9]{{1,8}}|texts/{HEX}\.txt|tables/{HEX}\.json)"
)


def check_bag(files: Files) -> tuple[str, list[Head]]:
    """Check everything but the log; the project and the heads that the exporter signed."""
    payload = manifest(files, "manifest-sha256.txt")
    tags = manifest(files, "tagmanifest-sha256.txt")
    need(TAGS | {*DERIVED} <= files.keys(), "B-MISSING")
    declaration = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    need(files["bagit.txt"] == declaration, "B-BAGIT")
    need(payload.keys() | tags.keys() <= files.keys(), "B-MISSING")
    need(files.keys() <= {*payload, *tags, "tagmanifest-sha256.txt"}, "B-UNLISTED")
    for path, digest in (payload | tags).items():
        known = path in TAGS or path in DERIVED or FEED.fullmatch(path) or STORED.fullmatch(path)
        need(known, "B-UNEXPECTED")
        need(sha(files[path]) == digest, "B-HASH")
    oxum = re.findall(rb"^Payload-Oxum: ([0-9]+)\.([0-9]+)$", files["bag-info.txt"], re.MULTILINE)
    octets = sum(len(files[path]) for path in payload)
    need([tuple(map(int, found)) for found in oxum] == [(octets, len(payload))], "B-OXUM")
    project, heads = check_note(files)
    for named in filter(None, map(STORED.fullmatch, files)):
        need(sha(files[named[0]]) in named.groups(), "Q-SOURCEHASH")
    return project, heads


def manifest(files: Files, name: str) -> dict[str, str]:
    need(name in files, "B-MISSING")
    listed: dict[str, str] = {}
    need(files[name].endswith(b"\n"), "B-MANIFEST")
    for line in files[name].decode("latin-1").split("\n")[:-1]:
        found = re.fullmatch(rf"{HEX}  ([^\r\n]+)", line)
        need(found and found[2] not in listed, "B-MANIFEST")
        assert found is not None
        need(found[2].startswith("data/") == (name == "manifest-sha256.txt"), "B-MANIFEST")
        listed[found[2]] = found[1]
    return listed


def check_note(files: Files) -> tuple[str, list[Head]]:
    lines = read_note(files["export.note"])[0].split("\n")
    check_title(lines[0], "bundle")
    need(len(lines) >= 6 and lines[-1] == "" and hexadecimal(lines[1], 32), "T-ORIGIN")
    need(lines[2] in ("whole", "quotes") and hexadecimal(lines[3], 64), "T-ORIGIN")
    open_note(files["export.note"], lines[3])
    listed = files["manifest-sha256.txt"]
    need(lines[4] == sha(listed), "B-MISMATCH")
    check_ssh(files["export.sshsig"], files["allowed_signers"], listed, lines[3])
    parts = [line.split(" ") for line in lines[5:-1]]
    for part in parts:
        need(len(part) == 3 and hexadecimal(part[0], 32) and hexadecimal(part[2], 64), "T-ORIGIN")
        need(re.fullmatch("[1-9][0-9]{0,15}", part[1]), "T-SIZE")
    feeds = [part[0] for part in parts]
    need(feeds == sorted(set(feeds)), "T-ORIGIN")
    return lines[1], [(feed, int(size), head) for feed, size, head in parts]


def read_log(files: Files, project: str) -> Log:
    """Every feed, then every fork, each with its chain and checkpoint."""
    found = sorted({match.groups() for match in map(FEED.fullmatch, files) if match}, key=str)
    histories: list[History] = []
    ids: Ids = {}
    for folder, feed, forked, head in sorted(found, key=lambda groups: groups[1] is None):
        main = next((h for h in histories if h.feed == forked), None)
        need(feed or main, "B-MISSING")
        history = History(feed or forked, folder, head or "")
        read = read_history(history, files, project, main)
        need(not read.keys() & ids.keys(), "C-SEQ")
        histories.append(history)
        ids |= read
    need(histories, "B-NOFEEDS")
    return Log(histories, ids)


# Sections 3 and 5: attachments and documents


def check_documents(log: Log, files: Files) -> None:
    events = [event for history in log.histories for event in history.events]
    attached = read_attachments(log, files)
    texts: dict[str, str] = {}
    for added in (event["body"] for event in events if event["type"] == "document.added"):
        text = files.get(f"data/texts/{added['text']}.txt")
        if text is not None:
            texts[added["text"]] = clean_text(text, added["length"])
        original = stored(files, f"data/originals/{added['original']}.")
        need(original is None or len(original) == added["bytes"], "Q-SOURCEHASH")
        table = files.get(f"data/tables/{added['table']}.json")
        if table is not None:
            check_table(parse(table, 64 * 2**20), added)
    lengths = {e["body"]["text"]: e["body"]["length"] for e in events if "length" in e["body"]}
    for body in (event["body"] for event in events if event["type"] == "link.made"):
        need(1 <= body["end"] - body["start"] <= 8192, "Q-QUOTE")
        quote = attached.get(body["quote"])
        if quote is not None:
            check_quote(body, quote, texts.get(body["document"]), lengths[body["document"]])


def stored(files: Files, prefix: str) -> bytes | None:
    return next((data for path, data in files.items() if path.startswith(prefix)), None)


def clean_text(data: bytes, length: int) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("Q-TEXT") from None
    need(not FORBIDDEN.search(text) and len(text) == length, "Q-TEXT")
    return text


def read_attachments(log: Log, files: Files) -> dict[str, Fields]:
    """Each attachment by its hash; all are named by an entry, and of the form that it wants."""
    named = [item for history in log.histories for one in history.named for item in one]
    quotes = {value for name, kind, value in named if (name, kind) == ("quote", "attachment")}
    texts = {value for name, kind, value in named if kind == "attachment" and name != "quote"}
    odd = [e["body"] for h in log.histories for e in h.events if e["type"].startswith("x.")]
    others = {*re.findall("[0-9a-f]{64}", str(odd))}
    found: dict[str, Fields] = {}
    for history in log.histories:
        for line in lines_of(files.get(f"{history.folder}/attachments.jsonl", b"")):
            fields, name = parse(line), sha(line)
            is_text = fields.keys() == {"salt", "text"}
            need(is_text or fields.keys() == {"exact", "prefix", "salt", "suffix"}, "E-FIELDS")
            need(all(isinstance(value, str) for value in fields.values()), "E-FIELD")
            need(hexadecimal(fields["salt"], 32), "E-FIELD")
            need(unicodedata.is_normalized("NFC", fields.get("text", "")), "E-VALUE")
            need(len(fields.get("exact", "")) <= 8192, "E-VALUE")
            need(name in quotes | texts | others, "B-HASH")
            need(name not in (quotes if is_text else texts), "Q-QUOTE")
            found[name] = fields
    return found


def check_quote(body: Fields, quote: Fields, text: str | None, length: int) -> None:
    start, end = body["start"], body["end"]
    parts = [quote["prefix"], quote["exact"], quote["suffix"]]
    lengths = [min(40, start), end - start, min(40, length - end)]
    need([len(part) for part in parts] == lengths, "Q-QUOTE")
    if text is not None:
        around = [text[max(0, start - 40) : start], text[start:end], text[end : end + 40]]
        need(parts == around, "Q-QUOTE")


def check_table(table: Fields, added: Fields) -> None:
    need(table.keys() == {"marks", "same_as", "segmenter", "sentences"}, "Q-TABLE")
    need(table["segmenter"] == added["segmenter"], "Q-TABLE")
    spans, before = [], 0
    for start, end, zone in shaped(table["sentences"], 3):
        need(type(start) is type(end) is int and before <= start < end, "Q-TABLE")
        need(zone in WORDS["Zone"], "Q-TABLE")
        spans, before = [(start, end)], end
    for start, end, other_start, other_end in shaped(table["same_as"], 4):
        need(start != end and other_start != other_end, "Q-TABLE")
        need((start, end) != (other_start, other_end), "Q-TABLE")
        spans += [(start, end), (other_start, other_end)]
    for mark in table["marks"]:
        kind, own = ("label", str) if mark.get("kind") == "page" else ("level", int)
        need(mark.keys() == {"end", "kind", "start", kind}, "Q-TABLE")
        need(mark["kind"] in ("page", "heading") and type(mark[kind]) is own, "Q-TABLE")
        need(own is str or mark[kind] >= 1, "Q-TABLE")
        spans.append((mark["start"], mark["end"]))
    for start, end in spans:
        need(type(start) is type(end) is int and 0 <= start <= end <= added["length"], "Q-TABLE")


def shaped(rows: Any, count: int) -> list[list[Any]]:
    need(isinstance(rows, list), "Q-TABLE")
    need(all(isinstance(row, list) and len(row) == count for row in rows), "Q-TABLE")
    return list(rows)
