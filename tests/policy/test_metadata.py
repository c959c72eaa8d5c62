"""METADATA annotations: what they describe, and where they are wrong."""

from __future__ import annotations

import pytest

from gpai_lint.errors import PackError
from gpai_lint.policy.interface import Module
from gpai_lint.policy.metadata import module_rules, parse_annotations

RULE = """# METADATA
# title: Model cards name a reviewer
# description: A card that nobody reviewed is a draft.
# related_resources:
# - https://acme.example/handbook
# - ref: https://acme.example/reviews
#   description: How reviews work
# custom:
#   id: ACME-7
#   name: reviewer
#   level: error
#   requirements: [T-1]
#   effective_on: 2026-01-01
#   depends_on: [ACME-1]
#   examples:
#     bad:
#       README.md: "# Example"
package acme.rules.cards.reviewer

import data.gpai.lib.finding

# METADATA
# title: The findings
report contains 1
"""


def rules(source: str, data: dict[str, object] | None = None) -> list[object]:
    module = Module("acme/rule.rego", source, "acme.rules.cards.reviewer")
    return [rule for rule, _ in module_rules(module, "acme", data or {}, "cards")]


def test_package_annotation_describes_a_rule() -> None:
    (rule,) = rules(RULE)
    assert (rule.id, rule.name, rule.title) == ("ACME-7", "reviewer", "Model cards name a reviewer")
    assert (rule.category, rule.pack, rule.package) == ("cards", "acme", "acme.rules.cards.reviewer")
    assert (rule.level, rule.strength, rule.requirements) == ("error", "practice", ("T-1",))
    assert (rule.effective_on, rule.depends_on) == ("2026-01-01", ("ACME-1",))
    assert rule.examples == {"bad": {"README.md": "# Example"}}
    assert [resource["ref"] for resource in rule.related_resources] == [
        "https://acme.example/handbook",
        "https://acme.example/reviews",
    ]
    assert str(rule.location) == "acme/rule.rego:1:1"


def test_scopes_and_subjects() -> None:
    first, second = parse_annotations(RULE, "rule.rego")
    assert (first.scope, first.subject) == ("package", "acme.rules.cards.reviewer")
    assert (second.scope, second.subject) == ("rule", "report")
    assert str(second.location) == "rule.rego:22:1"


def test_scope_can_be_written() -> None:
    (annotation,) = parse_annotations("# METADATA\n# scope: subpackages\n# title: All\npackage acme\n", "a.rego")
    assert annotation.scope == "subpackages"


def test_a_comment_inside_a_raw_string_is_none() -> None:
    source = "package acme\n\ntext := `\n# METADATA\n# title: [\n`\n"
    assert parse_annotations(source, "a.rego") == []


def test_each_row_of_a_table_is_a_rule() -> None:
    source = RULE.replace("#   id: ACME-7\n#   name: reviewer\n", "#   rows: true\n")
    rows = [
        {"id": "ACME-8", "name": "title", "title": "Cards have a title"},
        {"id": "ACME-9", "name": "date", "title": "Cards have a date", "level": "note"},
    ]
    data = {"acme": {"rules": {"cards": {"reviewer": {"rows": rows}}}}}
    found = rules(source, data)
    assert [(rule.id, rule.title, rule.level) for rule in found] == [
        ("ACME-8", "Cards have a title", "error"),
        ("ACME-9", "Cards have a date", "note"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message", "place"),
    [
        ("#   name: reviewer\n", "", "The rule 'ACME-7' has no 'name'.", "8:3"),
        ("level: error", "level: grave", "'grave' is no level; it is one of error, note, warning.", "11:5"),
        ("requirements: [T-1]", "requirements: T-1", "'requirements' of a rule is a list of texts.", "12:5"),
        ("# custom:\n", "# custom: [\n", "In METADATA: ", "10:9"),
        ("#   id: ACME-7\n#   name: reviewer\n", "#   rows: true\n", "The rule has 'rows: true'", "9:5"),
    ],
)
def test_a_mistake_is_an_error_at_its_place(old: str, new: str, message: str, place: str) -> None:
    with pytest.raises(PackError) as caught:
        rules(RULE.replace(old, new))
    assert message in caught.value.message
    assert str(caught.value.location).startswith("acme/rule.rego:" + place)


def test_metadata_that_is_no_mapping() -> None:
    with pytest.raises(PackError, match=r"a\.rego:2:1: The METADATA is no YAML mapping"):
        parse_annotations("\n# METADATA\n# - one\npackage a\n", "a.rego")
