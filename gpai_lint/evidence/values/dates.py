"""Dates as people write them, to the precision that is stated: ``2023``, ``2023-12`` or ``2023-12-31``."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from gpai_lint.evidence.patterns import Pattern

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar janvier enero gennaio januari janeiro stycznia styczeń jan janv ene gen",
            "february februar février fevrier febrero febbraio februari fevereiro lutego luty feb févr",
            "march märz mars marzo maart março marca marzec marts mar mrz",
            "april avril abril aprile kwietnia kwiecień apr avr abr",
            "may mai mayo maggio mei maio maja maj mag",
            "june juni juin junio giugno junho czerwca czerwiec jun giu",
            "july juli juillet julio luglio julho lipca lipiec jul juil lug",
            "august août aout agosto augustus augusti sierpnia sierpień aug ago",
            "september septembre septiembre settembre setembro września wrzesień sep sept set",
            "october oktober octobre octubre ottobre outubro października październik oct okt ott",
            "november novembre noviembre novembro listopada listopad nov",
            "december dezember décembre decembre diciembre dicembre dezembro desember grudnia grudzień dec dez déc dic",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20[0-3]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
#: Which part of a year a word counts.
_ORDINALS = {
    word: number
    for number, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th last"), start=1)
    for word in words.split()
}
_SEASON = r"(?:the\s)?(?:beginning|start|middle)\sof|early|mid|spring|summer|autumn|fall|winter"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
_DATE = Pattern(
    rf"""
    (?a:(?<![\w.]))   # a letter of another script may stand before it: Chinese and Japanese part no words
    (?: (?P<iso>{_YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.]{_DAY})(?!\d)
      | (?P<dmy>{_WEEKDAY}{_DAY}(?:st|nd|rd|th|er)?\.?[\s.\-]{{0,2}}(?:of\s|de\s)?(?:{_MONTH})\.?,?
          [\s.\-]{{0,2}}(?:de\s)?{_YEAR})(?!\d)
      | (?P<mdy>{_WEEKDAY}(?:{_MONTH})(?:[.,]?\s|-){_DAY}(?:st|nd|rd|th)?(?:,\s{{0,2}}|\s{{1,2}}|-){_YEAR})(?!\d)
      | (?<=[\[(])(?P<mdy_short>(?:{_MONTH})-{_DAY}-(?:1[7-9]|2\d|3[0-5]))(?=[\])])
      | (?P<ymd>{_YEAR}[.,]?[\s\-](?:{_MONTH})\.?[\s\-]{_DAY}(?:st|nd|rd|th)?)(?!\d)
      | (?P<numeric>{_DAY}[./]{_DAY}[./]{_YEAR})(?!\d)
      | (?P<han>{_YEAR}\s?年\s?(?:1[0-2]|0?[1-9])\s?月(?:\s?{_DAY}\s?日)?)
      | (?P<short>(?:3[01]|[12]\d|0[1-9])/(?:1[0-2]|0[1-9])/\d\d)(?![\d/])
      | (?P<my>(?:{_MONTH})\.?,?[\s\-]{{0,2}}(?:of\s|de\s)?{_YEAR})(?!\d)
      | (?P<ym>{_YEAR}(?:[-/](?:1[0-2]|0[1-9])(?![\d/-])|(?<=[\[(【]....)\.(?:1[0-2]|0[1-9])(?=[\])】])
          |(?<=\A....)\.(?:1[0-2]|0[1-9])(?=\Z|:)
          |(?<=\A....)/[1-9](?=\Z|:|\s-)|(?<=[\[(【]....)/[1-9](?=[\])】])))
      | (?P<slash>(?:1[0-2]|0?[1-9])/{_YEAR})(?!\d)
      | (?P<quarter>(?:Q[1-4]\s?[,/]?\s?{_YEAR}|{_YEAR}[\s-]?Q[1-4]))(?!\d)
      | (?P<quarter_word>(?:the\s)?(?:{"|".join(_ORDINALS)})\s(?:quarter|half)(?:\sof)?\s{_YEAR})(?!\d)
      | (?P<half>H[12]\s?[,/]?\s?{_YEAR}|{_YEAR}[\s-]?H[12])(?!\d)
      | (?P<end>(?:(?:the\s)?end\sof\s(?:the\syear\s)?|(?:late|end)[\s-]){_YEAR})(?!\d)
      | (?P<season>(?:{_SEASON})[\s-](?:of\s)?{_YEAR})(?!\d)
      | (?P<year>{_YEAR})(?![\d.,%]\d|\d|\s?[x×%]|[A-Za-z])
    )
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)


#: A year, a month and a day of two digits; the day is no year in which there were models of this kind.
_SHORT = Pattern(
    r"\W*(?P<year>1[7-9]|2\d|3[0-5])(?P<mark>[./-])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]|2[89]|1[0-6]|0?[1-9])\W*",
    flags=0,
)


class Date(NamedTuple):
    """A date in a text; ``value`` is its ISO form, as precise as it was written."""

    start: int
    end: int
    value: str


def dates_in(text: str, years: bool = True, day_first: bool = False) -> list[Date]:
    """Return the dates of a text in order; a bare year counts only with ``years``.

    ``day_first`` says that the text answers a form of the Union, which asks for DD/MM/YY: the day stands first, and
    years may have two digits, figures that may be anything elsewhere.

    The end of a year is its December; a quarter or a half is its last month; a season says no more than the year.
    Numbers parted by points, 01.09.2025, have the day first. Of 01/09/2025 only the year is sure: the month comes first
    in America. 21/09/2025 leaves no doubt.
    """
    found = []
    for match in _DATE.finditer(text):
        value = _value(match, day_first)
        if value and (years or match.lastgroup != "year") and (day_first or match.lastgroup != "short"):
            found.append(Date(match.start(), match.end(), value))
    return found


def first_date(text: str) -> Date | None:
    """Return the first date of a text, None when it has none."""
    found = dates_in(text)
    return found[0] if found else None


def short_date(text: str) -> Date | None:
    """Return the day that a text with years of two digits consists of, the year first: ``23.11.30``.

    A text whose last figure may be the year as well, 24.11.20, is none: some write the day first.
    """
    match = _SHORT.fullmatch(text)
    value = _full(2000 + int(match["year"]), int(match["month"]), int(match["day"])) if match else ""
    return Date(match.start("year"), match.end("day"), value) if match and value else None


def _value(match: re.Match[str], day_first: bool) -> str:
    kind, text = str(match.lastgroup), match.group()
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    if kind == "iso":
        return _full(numbers[0], numbers[1], numbers[2])
    if kind == "numeric":
        day, month, year = numbers
        if not day_first and "/" in text and day != month and max(day, month) <= 12:
            return str(year)
        return _full(year, month, day) if month <= 12 else _full(year, day, month)
    if kind == "short":
        return _full(2000 + numbers[2], numbers[1], numbers[0])
    if kind in {"dmy", "mdy", "mdy_short", "ymd", "my"}:
        month = next(_MONTHS[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in _MONTHS)
        if kind == "my":
            return f"{numbers[-1]}-{month:02}"
        if kind == "mdy_short":
            return _full(2000 + numbers[1], month, numbers[0])
        return _full(max(numbers), month, min(numbers))
    if kind == "han":
        return _full(*numbers) if len(numbers) == 3 else f"{numbers[0]}-{numbers[1]:02}"
    if kind == "ym":
        return f"{numbers[0]}-{numbers[1]:02}"
    if kind == "slash":
        return f"{numbers[1]}-{numbers[0]:02}"
    if kind == "quarter":
        year = max(numbers)
        return f"{year}-{min(numbers) * 3:02}"
    if kind == "half":
        return f"{max(numbers)}-{min(numbers) * 6:02}"
    if kind == "quarter_word":
        months = 6 if "half" in text.lower() else 3
        part = next(_ORDINALS[word] for word in re.findall(r"\w+", text.lower()) if word in _ORDINALS)
        part = 12 // months if part * months > 12 else part
        return f"{numbers[-1]}-{part * months:02}"
    if kind == "end":
        return f"{numbers[-1]}-12" if "end" in text.lower() else str(numbers[-1])
    return str(numbers[0])


def _full(year: int, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else ""
