"""Facts that the structure of a document tells: rows without a rule, columns, keys under headings, lists in lists."""

from __future__ import annotations

from tests.cards import told


def test_rows_without_a_rule_are_keys_and_values() -> None:
    text = """\
        # Lark-30B

        | **Total Parameters** | 30B |
        | **Context Length** | Up to 1M tokens |
        | **Licence** | Apache License 2.0 |
        """
    assert told(text, "model.parameters_total") == [(30_000_000_000, 3)]
    assert told(text, "model.context_length") == [(1_000_000, 4)]
    assert told(text, "distribution.licence") == [("Apache-2.0", 5)]
    assert told(text, "data.tokens") == []
