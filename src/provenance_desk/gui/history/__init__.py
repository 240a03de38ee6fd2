"""The Audit workspace: the history in words, the entry and its chain, seal, verification, feeds."""
