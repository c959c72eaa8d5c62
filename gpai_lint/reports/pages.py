"""All generated pages of a pack, by file name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.findings.tool_rules import TOOL_RULES
from gpai_lint.reports.catalogue import Catalogue
from gpai_lint.reports.chapters import CHAPTERS
from gpai_lint.reports.coverage_page import chapter_page, coverage_page, index_page
from gpai_lint.reports.rule_page import rule_page

if TYPE_CHECKING:
    from gpai_lint.policy.interface import Pack


def pages(pack: Pack) -> dict[str, str]:
    """Return the pages of a pack: rules and their index; for an edition of the Code, chapters and coverage as well."""
    # The rules on the use of the tool itself come with the built-in pack, whose pages are the tool's.
    rules = [*pack.rules.values(), *(TOOL_RULES.values() if pack.builtin else ())]
    catalogue = Catalogue.of(rules, pack.data.get("gpai", {}))
    found = {f"rules/{rule.page}": rule_page(rule, catalogue) for rule in rules}
    found["rules/README.md"] = index_page(rules)
    if catalogue.requirements:
        found["coverage.md"] = coverage_page(catalogue)
        held = {row["chapter"] for row in catalogue.requirements.values()}
        found.update({f"chapters/{name}.md": chapter_page(name, catalogue) for name in CHAPTERS if name in held})
    return dict(sorted(found.items()))
