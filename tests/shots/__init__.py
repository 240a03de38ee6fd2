"""Screenshots of every workspace: `make shots` writes them into `shots/`."""
