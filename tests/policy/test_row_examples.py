"""Examples of a family: each row puts its own text, file and heading into the files that all rows share."""

from __future__ import annotations

from gpai_lint.policy.interface import Module
from gpai_lint.policy.metadata import module_rules
from gpai_lint.policy.row_examples import fill

FAMILY = {
    "bad": {"README.md": "# Example\n", "{{file}}": "{{title}}\n{{example}}\n"},
    "good": {"README.md": "# Example\n", "form.yaml": "version: 1\nitems:\n  {{example}}\n"},
}


def test_texts_take_the_place_of_markers_with_their_indentation() -> None:
    row = {"file": "POLICY.md", "title": "# Policy", "bad": "Nothing.", "good": "energy: 3 MWh\nmethod: measured\n"}
    assert fill(FAMILY, row) == {
        "bad": {"README.md": "# Example\n", "POLICY.md": "# Policy\nNothing.\n"},
        "good": {"README.md": "# Example\n", "form.yaml": "version: 1\nitems:\n  energy: 3 MWh\n  method: measured\n"},
    }


def test_files_of_the_row_stand_beside_or_in_place_of_the_familys() -> None:
    row = {"bad": {"README.md": "# Other\n", "{{file}}": None, "": None}, "good": {"form.yaml": None, "a.md": "A\n"}}
    filled = fill({"bad": {"README.md": "# Example\n"}, "good": FAMILY["good"]}, row)
    assert filled == {"bad": {"README.md": "# Other\n"}, "good": {"README.md": "# Example\n", "a.md": "A\n"}}


def test_rows_with_examples_in_the_data_of_their_package() -> None:
    source = """# METADATA
# title: Items
# custom:
#   rows: true
#   examples:
#     bad:
#       README.md: |
#         {{example}}
#     good:
#       README.md: |
#         {{example}}
#   since: 0.1.0
package acme.rules.items
"""
    rows = [{"id": "A-1", "name": "one", "title": "One"}, {"id": "A-2", "name": "two", "title": "Two"}]
    data = {"acme": {"rules": {"items": {"rows": rows, "examples": {"A-1": {"bad": "TBD", "good": "3 MWh"}}}}}}
    one, two = (rule for rule, _ in module_rules(Module("a.rego", source, "acme.rules.items"), "acme", data, "c"))
    assert one.examples == {"bad": {"README.md": "TBD\n"}, "good": {"README.md": "3 MWh\n"}}
    assert two.examples["bad"] == {"README.md": "{{example}}\n"}
