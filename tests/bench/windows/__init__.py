"""Programs that open one window and write when it was painted."""
