"""The report on paper, and saving it in any of its three forms."""
