"""The claims of a project: the list, their links by document, adding and changing them."""
