"""The vocabulary of Legation: plain frozen dataclasses, standard library only."""
