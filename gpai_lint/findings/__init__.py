"""Findings: located, compared with a baseline, waived."""
