"""Pages on which something is to be reported to the provider, as the words around the links to them say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.artifacts.interface import Link

#: The places where the provider is met.
PLACE = Pattern(
    r"discord\.(?:gg|com)|slack\.com|/(?:issues|discussions)\b|forms\.gle|docs\.google\.com/forms|t\.me/|forum|mailto:"
)
#: A page that answers by itself, that holds what was once answered, or that pays for what is found: nobody is
#: reached there who made the model.
UNMANNED = Pattern(
    r"/(?:[\w-]*-)?faqs?(?![\w])|#issuecomment-\d|\bwhitehat\b|\bbug-?bount(?:y|ies)\b|\b(?:hackerone|bugcrowd)\.com\b"
)
#: Where the link is itself the verb: "please [report](…) vulnerabilities".
_TO_REPORT = Pattern(
    r"(?:\A|\b(?:please|to|can|may|should|must) )report (?:[\w/-]+,? ){0,4}"
    r"(?:vulnerabilit\w+|concerns?|issues?|problems?|bugs?|violations?|risks?|abuse|misuse)\b"
)
#: What is to be reported where a link leads, "report vulnerabilities [here](…)", and the form for commercial users.
_REPORTED = Pattern(
    r"\breport\b[^.;]{0,120}\b(?:vulnerabilit\w+|concerns?|issues?|problems?|bugs?|violations?|risks?|abuse|misuse)\b"
    r"[^.;]{0,60}\s(?:here|this (?:link|form|page))\W*\Z"
    r"|\bcommercial(?:ly| (?:us\w+|purposes?|licen\w+))\b[^.;]{0,80}"
    r"\b(?:fill(?:ing)? (?:in|out)|complet(?:e|ing)|submit|apply|request)\b[^.;]{0,40}"
    r"\b(?:form|questionnaire|here|link)\W*\Z"
)
#: A sentence that says where it is told how to write to the provider: "how to give feedback is told in [this](…)".
_TOLD_THERE = Pattern(
    r"\bhow to (?:provide|send|give|submit|share) (?:us )?(?:your )?(?:feedback|comments|questions)\b.{0,100}"
    r"\b(?:found|described|explained|told|listed|see|refer)\b"
)


def reporting_pages(sentence: str, links: Sequence[Link]) -> list[str]:
    """Return the addresses outside that a sentence sends those to who have something to report or to apply for."""
    pages = [link.target for link in links if "://" in link.target]
    if pages and "://" in links[-1].target and (_REPORTED.search(sentence) or _TOLD_THERE.search(sentence)):
        return pages[-1:]
    if not pages or not _TO_REPORT.search(sentence):
        return []
    return [link.target for link in links if "://" in link.target and link.text.lower().startswith("report")]
