"""Reconstruct what happened, and when, from what documents say."""

__version__ = "0.1.0"
