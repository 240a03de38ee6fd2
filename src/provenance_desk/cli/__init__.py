"""The same actions as the desk, without a window."""
