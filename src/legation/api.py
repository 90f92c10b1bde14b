"""The Python face of Legation: what the command line, and any program, works through."""
