"""Where sentences begin and end: rules, and what each language knows of abbreviations."""
