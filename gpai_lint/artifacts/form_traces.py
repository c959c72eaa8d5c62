"""Traces of the two forms of the AI Act in a document: labels, titles and numbering that only they have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gpai_lint.artifacts.interface import Prose

#: Characters of a document that are looked at.
_REACH: Final = 400_000

_NO_LETTER: Final = re.compile(r"[\W_]+")
#: Parts of the questions of the training-content template; letters and digits only.
_SUMMARY: Final = (
    "publiclyavailabledatasetstotrain",
    "transactionalcommerciallicen",
    "privatedatasetsfromthirdparties",
    "crawlersusedbytheprovider",
    "userinteractionswiththe",
    "syntheticaigenerateddata",
    "datasourcesotherthanthosedescribed",
    "signatorytothecodeofpractice",
    "latestdateofdataacquisition",
    "versionedmodelname",
    "mostrelevantdomainnames",
    "reservationsofrightsfromthetdm",
)
#: Labels of the Model Documentation Form that cards do not use.
_FORM: Final = (
    "legalnameforthemodelprovider",
    "unionmarketrelease",
    "modeldependencies",
    "technicalmeansformodelintegration",
    "typeandnatureofaisystems",
    "datacurationmethodologies",
    "measurestodetect",
    "modeldocumentationform",
    "decisionrationale",
    "amountofcomputationused",
    "amountofenergyused",
)
#: The title of the template in languages of the Union.
_TITLE: Final = re.compile(
    r"(?:summary|sintesi|riepilogo|r[ée]sum[ée]|synth[èe]se|zusammenfassung|resumen|resumo|streszczenie|samenvatting)\b.{0,60}"
    r"(?:training (?:content|data)|content used for training|contenut\w+.{0,40}(?:addestramento|formazione)"
    r"|contenus?.{0,40}(?:entra[iî]nement|formation)|trainings?(?:inhalt|daten)|f[üu]r das training verwendet"
    r"|contenidos?.{0,40}entrenamiento|conte[úu]dos?.{0,40}(?:treino|treinamento)|tre[śs]ci.{0,40}szkole|trainingsinhoud)",
    re.IGNORECASE | re.DOTALL,
)
#: Sections of the template that hold its yes/no questions.
_SECTIONS: Final = frozenset({"2.1", "2.2.1", "2.2.2", "2.3", "2.4", "2.5", "2.6", "3.1"})


def holds_training_summary(prose: Prose, at_least: int = 4) -> bool:
    """Return whether a document holds the training-content template, in whatever language, by labels or by numbers."""
    if _count(prose, _SUMMARY) >= at_least:
        return True
    numbers = {match[1] for section in prose.sections if (match := re.match(r"(\d(?:\.\d){1,2})\.?\s", section.title))}
    opening = "\n".join(prose.lines[:12])
    return len(numbers & _SECTIONS) >= (4 if _TITLE.search(opening) else 7)


def holds_documentation_form(prose: Prose, at_least: int = 4) -> bool:
    """Return whether a document holds labels of the Model Documentation Form."""
    return _count(prose, _FORM) >= at_least


def _count(prose: Prose, traces: tuple[str, ...]) -> int:
    text = _NO_LETTER.sub("", "".join(prose.lines)[:_REACH].lower())
    return sum(trace in text for trace in traces)
