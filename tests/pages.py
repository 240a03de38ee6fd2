"""Reads a made page the way a browser would, for tests of what is on it."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """Tags, attributes and texts of a page, and the texts of its quotes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.text = self.style = ""
        self.marks: list[str] = []
        self.quotes: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag == "mark":
            self.marks.append("")
        if tag == "blockquote":
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.style += data
            return
        self.text += data
        if "mark" in self._open:
            self.marks[-1] += data
        if "blockquote" in self._open:
            self.quotes[-1] += data
