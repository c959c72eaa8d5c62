"""From words to values: what a text says when its label has told which field it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.artifacts.marks import marks_in
from gpai_lint.evidence.patterns import Pattern, pattern
from gpai_lint.evidence.prose.denials import denies
from gpai_lint.evidence.prose.language_lists import languages_told
from gpai_lint.evidence.values.dates import dates_in, first_date, short_date
from gpai_lint.evidence.values.modalities import modalities_in
from gpai_lint.evidence.values.numbers import Number, first_number, in_one_scale, numbers_in, size, spelled_out
from gpai_lint.evidence.values.units import amount_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gpai_lint.evidence.catalogue import Field
    from gpai_lint.evidence.interface import Value

_YES = Pattern(r"\W*(?:yes|true|☒ ?yes|☑ ?yes|✓|✔|✅|y)\b")
_NO = Pattern(r"\W*(?:no(?:ne|t applicable)?|false|☒ ?no|☑ ?no|✗|✘|❌|n|n/a|not used)\b")
#: What may follow a number and makes it count something else than the field does.
_OTHER_UNIT = re.compile(
    r"\s?(?:%|[KMGTP]i?B\b|bytes?\b|bits?\b|GPUs?\b|nodes?\b|layers?\b|heads?\b|experts?\b|epochs?\b|steps?\b|samples?\b|images?\b"
    r"|hours?\b(?!\s*used)|days?\b|min(?:ute)?s?\b|sec(?:ond)?s?\b|W\b|[-/]bit\b)"
)
#: What an input or an output is about or made from: "text in response to the input, such as a caption of an image".
_ABOUT = Pattern(r"\b(?:in response to|such as|describ(?:es|ing)|about|based on|conditioned on|corresponding to)\b")
#: A label that says what is counted.
_COUNTED = Pattern(r"param(?:eter)?s\b|参数|パラメータ|파라미터")
#: The stages of one run, each with a figure of its own.
_STAGED = Pattern(r"\b(?:stage|phase)\s?\d")
#: The active parameters behind the total, as names of mixtures of experts have them: ``235B-A22B``.
_ACTIVE_IN_NAME = Pattern(r"(?<=[\dBMT]-)A(?P<digits>\d+(?:\.\d+)?)(?P<scale>[BM])(?!\w)", flags=0)
#: Units of figures that are often rounded, with the exact number in parentheses behind.
EXACT = frozenset({"token", "parameter"})
#: The unit of time that a label gives for bare numbers: "Training time (days)".
_TIME_UNIT = Pattern(r"\((?:in )?(hours|hrs|days|weeks)\)")
#: A label that asks for a day, and for nothing else that has figures parted by points.
_DAY = Pattern(r"\b(?:date|day|time|released)\b")
_BARE = re.compile(r"\W{0,3}\d+(?:\.\d+)?\W{0,3}")
_SCALED_HEAD = Pattern(
    r"[(\[](?:in )?(?P<scale>thousands?|millions?|billions?|trillions?|(?-i:[KMBT]|Bn))[)\]]"
    r"|\A\W*(?P<prefix>(?-i:[MB]))[ -]?param(?:eter)?s?\W*\Z"
)
_ACTIVE = Pattern(r"\W{0,3}(?:parameters?\W{1,2})?activ")
#: A label for both, by which of them comes last.
_BOTH = Pattern(
    r"\btotal\b.{0,20}(?:/|\band\b|,|\||\().{0,4}(?P<last>activ)|\bactiv.{0,20}(?:/|\band\b|,|\||\().{0,4}(?P<first>total)"
)
_TOTAL = Pattern(r"\W{0,3}(?:parameters?\W{1,2})?total")
_JOIN = Pattern(
    r"(?:\s?[(（]\d[\d.]*\s?[BMKT][)）])?(?:-A\d+(?:\.\d+)?[BM])?(?: param(?:eter)?s?(?= (?:up )?to\b))?"
    r"-?\s?\+?\$?\s?(?:,|/|、|和|与|及|或|到|至|and|or|to|et|und|y|och|og|-|~|∼|～|->|→|&|,\s?and|;|\|)\s?"
    r"(?:(?:finally |then )?(?:up )?to )?(?:over |more than |an? |the )?\$?"
)
#: What stands between the digits for a figure, in parentheses, and the next.
_AGAIN = Pattern(r"\s?[)）]\s?(?:,|、|和|与|及|and\b|/|&)")
#: What grew or shrank; a family "scales from" one size to the other, and does neither.
_GROWN = Pattern(r"\b(?:grow|grew|expand|increas|enlarg|prun|shr[aiu]nk|reduc|compress)\w*\b[^.,;]{0,50}\bfrom\s?\Z")
_NAME_END = re.compile(r"\s+(?:at|with address)\s+(?=[A-Z0-9])|[;\n]|(?<!\b[A-Z])\.\s|\s*\(|\.?\Z")
#: What stands before the name: "the", or what this one did.
_LEAD = Pattern(
    r"\s*(?:(?:originally |currently )?(?:maintained|released|developed|created|trained) by:? )?(?:the\s+)?"
)
_PERSON = 60
_HOUSE = re.compile(r"\A[^()]{1,80},[^()]{1,80},[^()]{1,2000} \((?P<name>[A-Z][\w&.-]+(?: [\w&.-]+){0,6})\)\W*\Z")
_MODEL_NAME = Pattern(r"(?=.*[A-Za-z]{2})(?!.{81})[A-Za-z0-9][\w./-]*(?: [\w./-]+){0,7}", flags=0)
_URL = re.compile(r"https?://\S{1,200}")
#: What makes an answer a sentence about models instead of the name of one.
_TELLING = Pattern(
    r"\b(?:is|are|was|were|do|does|has|have) (?:not|no|n[o']t|an?|the|provided|[a-z]+ed)\b|\bthere (?:is|are)\b",
    flags=0,
)
_ARROW = re.compile(r"\s*(?:→|⇒|->|=>)\s*")
#: A label for what goes in and what comes out, whose text gives them in this order: "Input/output format".
_BOTH_WAYS = Pattern(r"\binput\w*\W.{0,20}\boutput")
_SLASH = re.compile(r"\s+/\s+")
_UNTIL = Pattern(r",?\s*(?:(?:up )?to|-|through|until|till)\s*(?:the )?")
_KEYED = re.compile(r"\W*[A-Z][\w -]{2,30}: [A-Z]")
_LIST_SPLIT = re.compile(r"\s*(?:[;,\n]|\band\b)\s*")


#: "Built upon Wren's autoregressive language model, leveraging …".
_BUILT_ON = Pattern(
    r"\W*(?:built|based|developed) (?:up)?on (?:top of )?(?:the )?"
    r"(?P<name>(?-i:[A-Z])[\w./-]*(?: [A-Z\d][\w./-]*){0,4}?)(?:'s)? (?:[\w-]+ ){0,4}"
    r"(?:models?|backbone|architecture)\b"
)
#: "See the Wren base model for more information".
_POINTING = Pattern(
    r"\W*(?:please )?(?:see|refer to) (?:the )?(?!(?:base|original|parent|underlying) model )"
    r"(?P<name>[^.;]{1,60}? model|[\w./-]*[-/\d][\w./-]*)(?: for (?:more|further) .*)?\W*"
)
_POINTS = Pattern(r"\W*(?:please )?(?:see|refer to) ")


class Reading(NamedTuple):
    """A value with the range of the text that states it; ``variant`` is set where a text lists values of several."""

    start: int
    end: int
    value: Value
    unit: str | None = None
    variant: str = ""


def readings(field: Field, text: str, label: str = "") -> list[Reading]:
    """Return the values of a field in a text that its label announces; empty when the text holds none.

    Numbers are converted to the field's unit; the label may name the unit of a bare number, as a table's head does.
    """
    convert = _CONVERTERS.get(field.id) or _BY_TYPE.get(field.type)
    if convert is None or (field.type != "bool" and denies(text, whole=field.type == "text")):
        return []
    if field.label_needs and not pattern(field.label_needs).search(f"{label} {text}"):
        return []
    if field.id == "training.period" and (unit := _TIME_UNIT.search(label)) and _BARE.fullmatch(text):
        return [Reading(0, len(text), f"{text.strip()} {unit[1].lower()}")]
    if field.value and not pattern(field.value).search(text):
        return []
    if field.value_not and pattern(field.value_not).search(text):
        return []
    return [reading for reading in convert(field, text, label) if reading.end > reading.start]


def chains(text: str, found: list[Number]) -> Iterator[list[Number]]:
    """Yield runs of numbers that belong together: ``7B, 13B and 70B``. A single number is a run of one."""
    run: list[Number] = []
    for number in found:
        # A bare number behind scaled ones counts something else: "7B, 13B and a 4-bit version".
        parted = run and run[-1].scaled and not number.scaled
        # The same again, in digits: "1.8 billion (1.8B), 7 billion (7B)".
        if run and run[-1].scaled and run[-1].value == number.value and _AGAIN.match(text, number.end):
            continue
        # The active parameters behind the total: "124B/5B active".
        active = text[: number.start].rstrip(" ").endswith("/") and _ACTIVE.match(text, number.end)
        if run and (parted or active or not _JOIN.fullmatch(text, run[-1].end, number.start)):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def grew(text: str, start: int) -> bool:
    """Tell whether something grew from the figure at ``start`` on: of a run, the last tells what it came to."""
    return _GROWN.search(text, 0, start) is not None


def plain_number(value: float) -> int | float:
    """Return a number as an integer where it is one; a fraction is rounded to the twelve digits that anybody states."""
    if value == int(value) and abs(value) < 1e15:
        return int(value)
    value = float(f"{value:.12g}")
    return int(value) if value == int(value) and abs(value) < 1e18 else value


def _numbers(field: Field, text: str, label: str) -> list[Reading]:
    named = _ACTIVE_IN_NAME.search(text) if field.id == "model.parameters_active" else None
    if named:
        value = first_number(named["digits"] + named["scale"])
        return [Reading(named.start(), named.end(), plain_number(value.value))] if value else []
    if field.unit == "hour" and _STAGED.search(text):
        return []
    found = [number for number in _amounts(field, text, label) if field.plausible(number.value)]
    own_unit = re.compile(rf"\s?{field.unit}s?\b") if field.unit else None
    found = [
        number
        for number in found
        if not _OTHER_UNIT.match(text, number.end) or (own_unit and own_unit.match(text, number.end))
    ]
    if field.unit == "parameter":
        # A bare number counts them where it is large, or the label says that it does.
        least = 1e5 if _COUNTED.search(label) else 1e6
        found = _qualified(field, text, [number for number in found if number.scaled or number.value >= least], label)
    if not found:
        return []
    run = next(chains(text, found))
    if field.unit != "parameter":
        run = run[:1]
    return [Reading(n.start, n.end, plain_number(n.value), None, size(n.value) if len(run) > 1 else "") for n in run]


def _amounts(field: Field, text: str, label: str) -> list[Number]:
    """Return the numbers of a text in the unit of the field."""
    found = numbers_in(text)
    if field.unit == "parameter":
        found = in_one_scale(text, found)
    scale = _SCALED_HEAD.search(label)
    factor = first_number(f"1 {scale['scale'] or scale['prefix']}") if scale else None
    if factor:
        # The head of a column gives the scale of its bare numbers: "Tokens (billion)", "MParams".
        return [n._replace(value=n.value * factor.value, scaled=True) for n in found if not n.scaled]
    exact = [spelled_out(text, number, found) for number in found] if field.unit in EXACT else found
    amounts = [(number, amount_in(field.unit, number, text, label)) for number in exact]
    return [number._replace(value=value) for number, value in amounts if value is not None]


def _qualified(field: Field, text: str, found: list[Number], label: str) -> list[Number]:
    """Return those of several parameter counts that are this field's.

    The words behind them tell, ``17B (Activated)``, or for two in a row the order in the label: ``Total / active``.
    """
    active = [number for number in found if _ACTIVE.match(text, number.end)]
    ordered = _BOTH.search(label)
    if ordered and len(found) == 2 and not active:
        active = [found[ordered.lastgroup == "last"]]
    if field.id == "model.parameters_active":
        return active or ([] if any(_TOTAL.match(text, number.end) for number in found) else found)
    return [number for number in found if number not in active]


def _converted(field: Field, text: str, label: str) -> list[Reading]:
    """Return the first number that stands in a unit which can be converted to the field's."""
    for number in numbers_in(text):
        value = amount_in(field.unit, number, text, label)
        if value is not None:
            return [Reading(number.start, number.end, plain_number(value))] if value else []
    return []


def _date(_field: Field, text: str, label: str) -> list[Reading]:
    date = first_date(text) or (short_date(text) if _DAY.search(label) else None)
    return [Reading(date.start, date.end, date.value)] if date else []


def _end_of_period(_field: Field, text: str, _label: str) -> list[Reading]:
    """Return the first date, of a period the day on which it ends: ``2013 to May 2025``."""
    found = dates_in(text)
    last = found[:1]
    for date in found[1:]:
        if not _UNTIL.fullmatch(text, last[0].end, date.start):
            break
        last = [date]
    return [Reading(date.start, date.end, date.value) for date in last]


def _text(_field: Field, text: str, _label: str) -> list[Reading]:
    return [Reading(0, len(text), " ".join(text.split()))] if text.strip() else []


def _bool(_field: Field, text: str, _label: str) -> list[Reading]:
    for answer, spelling in ((False, _NO), (True, _YES)):
        match = spelling.match(text)
        if match:
            return [Reading(0, match.end(), answer)]
    return []


def _languages(_field: Field, text: str, _label: str) -> list[Reading]:
    told = languages_told(text)
    return [Reading(*told)] if told else []


def _modalities(field: Field, text: str, label: str) -> list[Reading]:
    sides = (_SLASH if _BOTH_WAYS.search(label) and _SLASH.search(text) else _ARROW).split(text)
    if len(sides) == 2:
        text = sides[field.id == "model.output_modalities"]
    marks = list(marks_in(text))
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    # Of options with boxes the ticked ones count; the others are the form's own words.
    chosen = " ".join(text[mark.end : end] for mark, end in zip(marks, ends, strict=False) if mark.ticked)
    told = chosen if marks else re.split(r"[.;]\s", text, maxsplit=1)[0]
    about = _ABOUT.search(told)
    generated = field.id == "model.output_modalities"
    found = modalities_in(told[: about.start()] if about else told, generated=generated)
    found = found or modalities_in(told, generated=generated)
    return [Reading(0, len(text), list(found))] if found else []


def _provider(_field: Field, text: str, _label: str) -> list[Reading]:
    # Behind the persons stands whose they are: "A. Wren, B. Finch, C. Lark (Example Labs)".
    house = _HOUSE.search(text)
    if house:
        return [Reading(house.start("name"), house.end("name"), house["name"])]
    match = _NAME_END.search(text)
    end = match.start() if match else len(text)
    lead = _LEAD.match(text, 0, end)
    start = lead.end() if lead else 0
    # Wide gaps stand between links that follow one another.
    name = re.sub(r"\s{3,}", ", ", text[start:end].strip())
    # Many persons take more room than one name.
    short = len(name) <= 200 or max(map(len, name.split(","))) <= _PERSON
    return [Reading(start, end, name)] if len(name) > 1 and short and re.search(r"[^\W\d_]", name) else []


def _base_model(field: Field, text: str, label: str) -> list[Reading]:
    # What stands in parentheses behind the name describes it; blanked out, it moves nothing.
    bare = re.sub(r"\s\([^()]*\)", lambda aside: " " * len(aside.group()), text)
    if built := _BUILT_ON.match(bare):
        return [Reading(built.start("name"), built.end("name"), [built["name"]])]
    if pointing := _POINTING.fullmatch(bare):
        return [Reading(pointing.start("name"), pointing.end("name"), [pointing["name"].removesuffix(" model")])]
    if _TELLING.search(bare) or _POINTS.match(bare):
        return []
    found = _names(field, bare, label)
    if found and isinstance(found[0].value, list) and found[0].value:
        # An address behind "base model" or "pretrained model" is more often where to get that member of the family.
        addresses = () if label.lower().startswith(("base", "pre")) else filter(_URL.fullmatch, found[0].value)
        named = [*filter(_MODEL_NAME.fullmatch, found[0].value), *addresses]
        return [Reading(found[0].start, found[0].end, named)] if named else []
    return found


def _names(field: Field, text: str, _label: str) -> list[Reading]:
    if re.match(r"\W*(?:none|no|n/a|not applicable|-)\b", text, re.IGNORECASE) or "from scratch" in text.lower():
        return [Reading(0, len(text), [])]
    # What an entry says behind a key of its own is one description: "Sums: problems and proofs".
    described = field.id == "data.provenance" and _KEYED.match(text) is not None
    parts = [text] if described else _LIST_SPLIT.split(text)
    items = [item for part in parts if (item := part.strip(" *`\"'.。"))]
    items = [item for item in items if len(item) <= 120][:50]
    return [Reading(0, len(text), items)] if items else []


def _version(_field: Field, text: str, _label: str) -> list[Reading]:
    match = re.match(r"\W*((?:version |v\.?\s?|release )?\w[\w.+-]{0,40})", text, re.IGNORECASE)
    if not match or len(text) > 80 or not re.search(r"\d", match[1]):
        return []
    return [Reading(match.start(1), match.end(1), match[1].rstrip("."))]


_BY_TYPE: dict[str, Callable[[Field, str, str], list[Reading]]] = {
    "number": _numbers,
    "date": _date,
    "text": _text,
    "enum": _text,
    "bool": _bool,
    "list": _names,
}
_CONVERTERS: dict[str, Callable[[Field, str, str], list[Reading]]] = {
    "training.carbon_tco2e": _converted,
    "training.energy_mwh": _converted,
    "data.cutoff": _end_of_period,
    "data.languages": _languages,
    "model.input_modalities": _modalities,
    "model.output_modalities": _modalities,
    "data.modalities": _modalities,
    "provider.name": _provider,
    "model.base_model": _base_model,
    "document.version": _version,
}
