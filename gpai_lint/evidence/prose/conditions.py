"""The conditions under which a rule for running text counts: the zone and the labels it stands under, other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.variants import phase_of

if TYPE_CHECKING:
    from gpai_lint.evidence.catalogue import Field, Rule
    from gpai_lint.evidence.prose.context import Context
    from gpai_lint.evidence.prose.passages import Passage

#: How far before a figure or a date its rule looks, in characters.
BEFORE = 90
#: What was done to the model itself, also under a heading on something else. A sentence that many cards copy from one
#: another has "ou model".
_OWN_TRAINING = Pattern(
    r"\b(?:this|the|our|these) (?:final |\w+ed )?models? (?:was|were) (?:\w+ly )?(?:pre-?)?trained "
    r"(?:\([^()]{0,40}\) )?(?:on|with|using|from)\b"
    r"|\b(?:undergoes|underwent|has undergone|went through) (?:[\w-]+ ){0,2}(?:fine-?)?(?:pre-?)?(?:training|tuning)\b"
    r"|\btraining (?:was )?(?:took|completed|finished|lasted|ran)\b"
    r"|(?P<some>\btraining (?:was )?(?:performed|conducted|carried out|done)\b"
    r"|^we trained (?:the|our?|this) model on\b)"
)
#: The same of a model that is called by its name.
_NAMED_TRAINING = r"^(?:{own}) (?:was|is) (?:pre-?)?trained (?:\w+ly )?(?:on|with|using|from)\b"
#: Words before a list that say of what kind its entries are.
_KIND = Pattern(r"\bmodels\W*\Z")


def applies(context: Context, passage: Passage, field: Field, rule: Rule, sentence: str) -> bool:
    """Tell whether a rule of a field counts in a sentence of a passage: all but what it looks for itself."""
    if _zone(context, passage, sentence) in rule.outside or context.speaks_of_parts(passage.zone, field):
        return False
    # What ends in "models:" names the kind of those in the list below it, and no part of one.
    labels = [label for label in passage.labels if label.role == "heading" or not _KIND.search(label.text)]
    if context.stands_under(rule.not_under, (label.text for label in labels)):
        return False
    announcing = [*passage.labels[:2], *(label for label in passage.labels[2:] if label.role == "intro")]
    if rule.label and not any(pattern(rule.label).search(label.text) for label in announcing):
        return False
    intros = [label.text for label in passage.labels if label.role == "intro" and passage.kind == "item"]
    if rule.not_listed and any(pattern(rule.not_listed).search(text) for text in intros):
        return False
    # What any sentence of an entry on a phase says is said of the phase.
    phase = [phase_of(passage)] if passage.kind == "item" else []
    if rule.needs:
        # What the sentence is about may stand in the heading or the bold line above it.
        texts = (sentence, *(label.text for label in passage.labels[:2]), *phase)
        if not any(pattern(rule.needs, context.own).search(text) for text in texts):
            return False
    around = [label.text for label in passage.labels[:2]] if passage.kind == "row" else []
    around += [label.text for label in labels if label.role == "intro"]
    return not (rule.excludes and any(context.excludes(rule.excludes, text) for text in (sentence, *around, *phase)))


def _zone(context: Context, passage: Passage, sentence: str) -> str:
    """Return the zone of a sentence: what the model was trained on is so whatever the heading above it says."""
    if passage.zone in {"evaluation", "usage"} and pattern(_NAMED_TRAINING, context.own).search(sentence):
        return ""
    own = _OWN_TRAINING.search(sentence) if passage.zone in {"evaluation", "usage"} else None
    # Under a heading on results "training was done" may be said of what was compared.
    return "" if own and (passage.zone == "usage" or own.lastgroup != "some") else passage.zone
