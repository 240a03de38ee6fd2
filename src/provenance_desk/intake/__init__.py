"""Files in: readers per format, text, sentences, zones, offsets and quotes."""
