"""The Review workspace: documents, panes, claims and the link card side by side."""
