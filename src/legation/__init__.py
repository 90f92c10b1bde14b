"""Legation reads news articles and rebuilds the system of relations between states that they describe."""
