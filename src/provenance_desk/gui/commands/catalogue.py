"""Every command of the desk with its default keys (METHOD.md section 7); no Qt."""

from typing import Final

from provenance_desk.gui.commands.command import Command, Menu, Scope

_READ: Final = Scope.READING

_PROJECT: Final = (
    Command("project.new", "New project…", Menu.PROJECT, ("Ctrl+N",)),
    Command("project.open", "Open a project…", Menu.PROJECT, ("Ctrl+Shift+O",)),
    Command("demo.open", "Open the demo", Menu.PROJECT, ("D",), Scope.START),
    Command("demo.reset", "Reset the demo…", Menu.PROJECT),
    Command("documents.add", "Add documents…", Menu.PROJECT, ("Ctrl+O",), group=1),
    Command("documents.paste", "Add pasted text…", Menu.PROJECT, ("Ctrl+Shift+V",), group=1),
    Command("bundle.export", "Export…", Menu.PROJECT, ("Ctrl+E",), group=2),
    Command("report.save", "Save the report…", Menu.PROJECT, group=2),
    Command("bundle.check", "Check a bundle…", Menu.PROJECT, ("Ctrl+I",), group=2),
    Command("project.rules", "Rules of this project…", Menu.PROJECT, group=3),
    Command("key.unlock", "Unlock the key…", Menu.PROJECT, group=3),
    Command("key.show", "Reviewer and key…", Menu.PROJECT, group=3),
    Command("project.close", "Close the project", Menu.PROJECT, ("Ctrl+W",), group=4),
    Command("desk.quit", "Quit", Menu.PROJECT, ("Ctrl+Q",), group=4),
)
_EDIT: Final = (
    Command("edit.undo", "Undo", Menu.EDIT, ("Ctrl+Z",)),
    Command("edit.redo", "Redo", Menu.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("edit.copy", "Copy with its source", Menu.EDIT, ("Ctrl+C",), _READ, 1),
    Command("find.open", "Find in this document…", Menu.EDIT, ("Ctrl+F",), group=2),
    Command("find.next", "Find next", Menu.EDIT, ("F3",), group=2),
    Command("find.previous", "Find previous", Menu.EDIT, ("Shift+F3",), group=2),
)
_DOCUMENT: Final = (
    Command("document.card", "Document card…", Menu.DOCUMENT, ("Ctrl+D",)),
    Command("document.withdraw", "Withdraw the document…", Menu.DOCUMENT),
    Command("passage.nothing", "Reviewed, nothing to link", Menu.DOCUMENT, ("U",), _READ, 1),
    Command("passage.same_text", "Same text as…", Menu.DOCUMENT, ("=",), _READ, 1),
    Command("zone.body", "Zone: body", Menu.DOCUMENT, ("Z B",), _READ, 2),
    Command("zone.headline", "Zone: headline", Menu.DOCUMENT, ("Z H",), _READ, 2),
    Command("zone.caption", "Zone: caption", Menu.DOCUMENT, ("Z C",), _READ, 2),
    Command("zone.quote", "Zone: quote", Menu.DOCUMENT, ("Z Q",), _READ, 2),
    Command("zone.reference", "Zone: reference", Menu.DOCUMENT, ("Z R",), _READ, 2),
    Command("sentence.split", "Split the sentence here…", Menu.DOCUMENT, (), _READ, 3),
    Command("sentence.join", "Join with the next sentence", Menu.DOCUMENT, (), _READ, 3),
)
_LINK: Final = (
    Command("link.make", "Link to a claim…", Menu.LINK, ("Enter",), _READ),
    Command("link.same_claim", "Same claim as last time", Menu.LINK, (".",), _READ),
    Command("link.save", "Save and go on", Menu.LINK, ("Ctrl+Enter",)),
    Command("status.confirmed", "Confirmed", Menu.LINK, ("C",), _READ, 1),
    Command("status.alleged", "Alleged", Menu.LINK, ("A",), _READ, 1),
    Command("status.disputed", "Disputed", Menu.LINK, ("D",), _READ, 1),
    Command("confidence.high", "High: how sure of that status", Menu.LINK, ("H",), _READ, 2),
    Command("confidence.moderate", "Moderate", Menu.LINK, ("M",), _READ, 2),
    Command("confidence.low", "Low", Menu.LINK, ("L",), _READ, 2),
    Command("stance.supports", "Supports the claim", Menu.LINK, ("S",), _READ, 3),
    Command("stance.contradicts", "Contradicts the claim", Menu.LINK, ("X",), _READ, 3),
    Command("stance.context", "Context: neither", Menu.LINK, ("O",), _READ, 3),
    Command("link.speaker", "Who says so", Menu.LINK, ("W",), _READ, 4),
    Command("link.speakers", "Who says that who says so…", Menu.LINK, ("Shift+W",), _READ, 4),
    Command("link.origin", "Origin", Menu.LINK, ("Y",), _READ, 4),
    Command("link.access", "Access to the origin", Menu.LINK, ("E",), _READ, 4),
    Command("link.wording", "What the words do", Menu.LINK, ("I",), _READ, 4),
    Command("link.dates", "Dates the passage gives…", Menu.LINK, ("Shift+T",), _READ, 4),
    Command("link.rationale", "Because…", Menu.LINK, ("T",), _READ, 4),
    Command("link.revise", "Judge the link anew…", Menu.LINK, ("R",), _READ, 5),
    Command("link.retract", "Retract the link…", Menu.LINK, ("Del",), _READ, 5),
    Command("link.leave", "Back to the text, then leave the draft", Menu.LINK, ("Esc",), _READ, 5),
)
_CLAIM: Final = (
    Command("claim.add", "New claim…", Menu.CLAIM, ("Ctrl+Shift+N",)),
    Command("claim.reword", "Reword the claim…", Menu.CLAIM, ("F2",), Scope.REVIEW),
    Command("claim.join", "Join with another claim…", Menu.CLAIM),
    Command("claim.separate", "Separate joined claims…", Menu.CLAIM),
    Command("claim.retire", "Retire the claim…", Menu.CLAIM, group=1),
    Command("claim.restore", "Pursue the claim again…", Menu.CLAIM, group=1),
    Command("claim.filter", "Filter the claims", Menu.CLAIM, ("Ctrl+L",), group=2),
)
_GO: Final = (
    Command("palette.open", "Commands and search…", Menu.GO, ("Ctrl+K",)),
    Command("sentence.next", "Next sentence", Menu.GO, ("J", "Down"), _READ, 1),
    Command("sentence.previous", "Previous sentence", Menu.GO, ("K", "Up"), _READ, 1),
    Command("untouched.next", "Next untouched or with a cue", Menu.GO, ("N",), _READ, 1),
    Command("untouched.previous", "Previous untouched or with a cue", Menu.GO, ("P",), _READ, 1),
    Command("linked.next", "Next linked sentence", Menu.GO, ("Alt+Down",), _READ, 1),
    Command("linked.previous", "Previous linked sentence", Menu.GO, ("Alt+Up",), _READ, 1),
    Command("link.peek", "Peek at the links", Menu.GO, ("Space",), _READ, 1),
    Command("pane.next", "Next pane", Menu.GO, ("F6", "Alt+PgDn"), Scope.REVIEW, 2),
    Command("pane.previous", "Previous pane", Menu.GO, ("Shift+F6", "Alt+PgUp"), Scope.REVIEW, 2),
    Command("pane.left", "Move the pane left", Menu.GO, ("Alt+Shift+PgUp",), Scope.REVIEW, 2),
    Command("pane.right", "Move the pane right", Menu.GO, ("Alt+Shift+PgDn",), Scope.REVIEW, 2),
    Command("documents.go", "Go to the documents", Menu.GO, ("Ctrl+B",), group=2),
    Command("workspace.review", "Review", Menu.GO, ("Ctrl+1",), group=3),
    Command("workspace.matrix", "Matrix", Menu.GO, ("Ctrl+2",), group=3),
    Command("workspace.provenance", "Provenance", Menu.GO, ("Ctrl+4",), group=3),
    Command("workspace.audit", "Audit", Menu.GO, ("Ctrl+6",), group=3),
)
_VIEW: Final = (
    Command("zoom.in", "Larger text", Menu.VIEW, ("Ctrl++", "Ctrl+=")),
    Command("zoom.out", "Smaller text", Menu.VIEW, ("Ctrl+-",)),
    Command("zoom.reset", "Text as it was", Menu.VIEW, ("Ctrl+0",)),
    Command("panes.more", "One more pane", Menu.VIEW, ("Ctrl+Alt+Right",), group=1),
    Command("panes.fewer", "One pane fewer", Menu.VIEW, ("Ctrl+Alt+Left",), group=1),
    Command("pane.follow", "Panes follow the chosen claim", Menu.VIEW, ("F7",), group=1),
    Command("theme.light", "Light", Menu.VIEW, group=2, checkable=True),
    Command("theme.dark", "Dark", Menu.VIEW, group=2, checkable=True),
    Command("theme.system", "As the system", Menu.VIEW, group=2, checkable=True),
    Command("keys.letters", "Single-letter keys", Menu.VIEW, group=3, checkable=True),
    Command("keys.edit", "Change keys…", Menu.VIEW, group=3),
)
_PROVENANCE: Final = (
    Command("provenance.next", "Tree of the next claim", Menu.GO, ("J",), Scope.PROVENANCE, 5),
    Command(
        "provenance.previous", "Tree of the previous one", Menu.GO, ("K",), Scope.PROVENANCE, 5
    ),
    Command("provenance.all", "All claims or one", Menu.GO, ("A",), Scope.PROVENANCE, 5),
)
_AUDIT: Final = (
    Command("audit.verify", "Verify now", Menu.PROJECT, ("V",), Scope.AUDIT, 2),
    Command("audit.filter", "Filter the history", Menu.GO, ("F",), Scope.AUDIT, 4),
    Command("entry.next", "Next entry", Menu.GO, ("J", "Down"), Scope.AUDIT, 4),
    Command("entry.previous", "Previous entry", Menu.GO, ("K", "Up"), Scope.AUDIT, 4),
    Command("entry.open", "Open in Review", Menu.GO, ("Enter",), Scope.AUDIT, 4),
)
_HELP: Final = (
    Command("help.method", "Method and help", Menu.HELP, ("F1",)),
    Command("help.keys", "Keys", Menu.HELP, ("?",)),
    Command("help.about", "About Provenance Desk", Menu.HELP, group=1),
)

COMMANDS: Final = (
    *_PROJECT,
    *_EDIT,
    *_DOCUMENT,
    *_LINK,
    *_CLAIM,
    *_GO,
    *_VIEW,
    *_PROVENANCE,
    *_AUDIT,
    *_HELP,
)
"""Add a command here, and connect it where it is done."""
