"""What the header of a project file says, and the table that no class describes."""

APPLICATION_ID = 0x50644B31
"""`PdK1`, in the header of every project file."""

USER_VERSION = 1
"""The layout of the tables; a file with a larger one is from a newer program."""

SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "text, content='', tokenize='porter unicode61 remove_diacritics 2')"
)
