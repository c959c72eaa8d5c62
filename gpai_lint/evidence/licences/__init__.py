"""Licences: recognised by their wording, with the clauses that limit a freedom, and by the names people give them."""
