"""Bundles out and in, reports, W3C exports and spreadsheets."""
