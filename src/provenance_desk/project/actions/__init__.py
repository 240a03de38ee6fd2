"""The user's actions: each checks the method's rules and adds its events to a step."""
