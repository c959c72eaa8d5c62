"""Artifacts: one module per format, each saying how it is recognised, parsed, and where each value stands."""
