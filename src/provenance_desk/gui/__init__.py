"""The desk; nothing here imports Qt before it is asked to open a window."""
