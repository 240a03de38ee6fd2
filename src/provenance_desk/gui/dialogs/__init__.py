"""Windows that ask for something: each has a classmethod `ask`."""
