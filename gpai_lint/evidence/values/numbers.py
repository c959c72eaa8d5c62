"""Numbers as people write them: grouped digits, scale words and letters, powers of ten in every spelling.

Nothing here knows what a number counts: units are the caller's. Positions are indexes into the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")

#: Scales by the words for them in the languages of the Union and some others.
_SCALE_WORDS = {
    1e3: "thousand mila tausend tusind tusen tysięcy tisíc tisoč duizend",
    1e6: "million millions mn mio mln millionen millioner miljoner miljoonan miljoen millones milioni milionów milhões"
    " milhão млн миллион миллиона миллионов милион милиона milioane milioni millió miliony milionů milióny miliónov"
    " milijuna milijonov milijonų miljoni miljonu miljonit εκατομμύρια milyon triệu juta milionami milionach",
    1e9: "billion billions bn mrd mld milliard milliards milliarden milliarder miljard miljarden miljarder miljardin"
    " miljardilla miliardi miliard miliardy miliardů miliardów miliardach bilhões bilhão млрд миллиард миллиарда"
    " миллиардов милиард милиарда miliarde milliárd miliárd milijarda milijarde milijardi milijard milijardų milijardai"
    " miljardi miljardu miljardit δισεκατομμύρια milyar tỷ tỉ miliar miliardami",
    1e12: "trillion trillions trn billionen biljoen billones bilioni trilioni bilionów bilionů biliónov trilhões"
    " trilioane трилион трилиона billió bilijuna bilijonov trilijonų triljonu triljonit τρισεκατομμύρια trilyon"
    " triliun",
    1e15: "quadrillion",
}
#: Of these, the abbreviations that a point may follow.
_SHORT = "mio|mrd|mld|mln|млн|млрд"
_SCALES = {
    **{word: scale for scale, words in _SCALE_WORDS.items() for word in words.split()},
    **{"mil": 1e3, "mil millones": 1e9, "nghìn tỷ": 1e12, "nghìn tỉ": 1e12},
    **{"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "tn": 1e12, "ki": 1024, "mi": 1024**2},
    **{"万": 1e4, "亿": 1e8, "億": 1e8, "억": 1e8, "万亿": 1e12, "兆": 1e12, "조": 1e12},
}
#: Digits and tens in Chinese: "一千三百亿". A bare "千亿" says no more than of what order something is.
_HAN_DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九")} | {"两": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}

#: Counts written as words, before a scale: "two trillion tokens".
_COUNTS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
_DIGITS = r"""
    (?P<thousands>\d{1,3}\.\d00   # 40.000 millones: no decimal is written so
        (?=\s(?:mil(?:lones|hões|lionen|joner|joen|ioni|iardi|liarden)|miljard(?:en)?)\b))
  | \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?   # 1,234,567.8
  | \d{1,4}(?:,\d{4}){2,}(?!\d)          # 12,3456,7890, as in East Asia
  | \d{1,3}(?:\.\d{3})+,\d+             # 1.234,5
  | \d{1,3}(?:[\ \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?   # 6 706 958 336
  | \d{1,3}(?:\.\d{3}){2,}(?!\d)          # 1.234.567
  | \d{1,3}(?:['’]\d{3})+                 # 1'234'567
  | \d+(?:_\d{3})+                        # 24_700_000
  | \d+(?:[.,]\d+)?                       # 12, 3.8 and the decimal comma of 3,8
"""
_TIMES = r"\s?(?:[x×*·⋅]|\\times|\\cdot|times)\s?"
_TO_THE = r"\sto\sthe\s(?:power\s(?:of\s)?)?"
_POWER = rf"""
    (?: [eE][+-]?\d{{1,3}}(?![\w.])
      | {_TIMES}10\s?(?:\^|\*\*)?\s?\{{?\s?[-+−–]?\d{{1,3}}\}}?
      | {_TIMES}10{_TO_THE}[-+−–]?\d{{1,3}}(?:th)?
      | {_TIMES}10[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}
      | (?P<mixed>{_TIMES}10[eE][+-]?\d{{1,3}}) )    # ten times what is meant, or what is said?
"""
_SCALE = rf"""
    (?: \s?(?-i:(?P<letter>(?:[KM]i|[KMBT])(?!(?i:[a-z0-9²³]))|T(?=B\stokens)))   # "3TB tokens" are a count as well
      | (?P<small>k|m|b|bn|mn|tn|trn)(?![A-Za-z0-9²³])   # no t: that is a tonne
      | \+?\s?-?(?P<word>(?:{_SHORT})\.|mil\smillones|nghìn\st[ỷỉ]|mil(?!\s(?:mill|milh|bill|bilh))
          |{"|".join(words.replace(" ", "|") for words in _SCALE_WORDS.values())})(?![^\W\d_])
      | \s?(?P<han>万亿|[万亿億억]|(?:兆|조)(?=\s?(?:개|個|tokens?|トークン|토큰|パラメータ|파라미터))) )
"""
_NUMBER = re.compile(
    rf"""
    (?:(?a:(?<![\w.,^/]))|(?<=\d[BMKT][/,])|(?<=\d\s[BMKT]/)|(?<=active/)|(?<=total/)
      |(?-i:(?<=[^\x00-\x7f],)))   # Chinese parts no words
    (?:(?<![\w]-)|(?<=\d-)|(?<=-to-))
    (?: (?P<ten>10\s?(?:\^|\*\*)\s?\{{?\s?[-+−–]?\d{{1,3}}\}}?|10[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}
          |10(?:\sto\sthe\spower\s(?:of\s)?[-+−–]?\d{{1,3}}|\sto\sthe\s\d{{1,3}}th))
      | (?P<count>{"|".join(_COUNTS)})[ -](?P<times>[mbtr]{{1,2}}illion)(?![^\W\d_])
      | (?P<spelled>[一二两三四五六七八九][一二两三四五六七八九十百千零]{{0,6}})\s?(?P<hundreds>万亿|[亿億])
      | (?P<factors>(?:\d+(?:\.\d+)?{_TIMES}){{1,2}}(?=\d+(?:\.\d+)?{_TIMES}10\s?[\^*⁰¹²³⁴⁵⁶⁷⁸⁹]))?
        (?P<digits>{_DIGITS})(?P<power>{_POWER})?(?:\$?(?P<scale>{_SCALE}))?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The lower end of a range before its upper one, ``3-4T``: it begins no word, as the version of ``Name-2-7B`` does.
_LOWER_END = re.compile(r"(?<![\w.,-])\d+(?:\.\d+)?-\Z")
#: What stands between numbers that share a scale, and what makes the first of them a version.
_SHARING = re.compile(r"\s?(?:,|to|and|or|-)\s?|,\s(?:and|or)\s")
_VERSION = re.compile(r"(?:\A|[^\w])[A-Z][\w.+-]*[ -]\Z")
_MOST_IN_SCALE = 1000
_IN_PARENTHESES = re.compile(r"\s?(?:tokens?\s|param(?:eter)?s?\s)?\((?:i\.e\.,? |=\s?|exactly )?")
#: What stands between a rounded number and the exact one that ends the text.
_BESIDE = re.compile(r",\s(?:i\.e\.,? )?|\s?[/=]\s?")
_ENDED = re.compile(r"(?:\stokens?)?[\s.]*\Z")
_CLOSED = re.compile(r"\s?(?:tokens?|param(?:eter)?s?)?\)")
_EXPONENT = re.compile(r"[-+]?\d+\}?\Z")


class Number(NamedTuple):
    """A number in a text: where it stands, its value, and whether a scale (``M``, ``billion``) was written with it."""

    start: int
    end: int
    value: float
    scaled: bool = False

    @property
    def plain(self) -> int | float:
        """Return the value, as an integer where it is one."""
        return int(self.value) if self.value == int(self.value) and abs(self.value) < 1e15 else self.value


def numbers_in(text: str) -> list[Number]:
    """Return the numbers of a text in order; digits inside words and versions (``v1.5``, ``Model-7B``) are none."""
    return list(_numbers(text))


def first_number(text: str) -> Number | None:
    """Return the first number of a text, None when it has none."""
    return next(_numbers(text), None)


def _numbers(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        number = _number(match)
        if number is None:
            continue
        ranged = match.start() > 0 and text[match.start() - 1] == "-" and text[: match.start() - 1][-1:].isdigit()
        if not ranged or (number.scaled and _LOWER_END.search(text, max(0, match.start() - 12), match.start())):
            yield number


def in_one_scale(text: str, found: Sequence[Number]) -> list[Number]:
    """Return the numbers with the scale that is written once behind the last: ``8 and 70B``, ``3 to 7 billion``.

    The smaller number comes first in such an enumeration; one behind a capitalised word is the version of a name.
    """
    result = list(found)
    for place in range(len(result) - 2, -1, -1):
        number, following = result[place], result[place + 1]
        scale = _scale_of(text, following)
        if (
            scale
            and not number.scaled
            and number.value < _MOST_IN_SCALE
            and number.value * scale < following.value
            and _SHARING.fullmatch(text, number.end, following.start)
            and not _VERSION.search(text, 0, number.start)
        ):
            result[place] = number._replace(value=number.value * scale, scaled=True)
    return result


def _scale_of(text: str, number: Number) -> float:
    """Return the scale that is written with a number or that it shares, 0 for a number without one."""
    digits = first_number(re.sub(r"[^\d.,].*", "", text[number.start : number.end], flags=re.DOTALL))
    return number.value / digits.value if number.scaled and digits and digits.value else 0.0


def size(value: float) -> str:
    """Return a count of parameters as models are named by it: ``7B``, ``1.5B``, ``300M``."""
    for scale, letter in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")):
        if value >= scale:
            return f"{value / scale:.4g}{letter}"
    return f"{value:.4g}"


def _number(match: re.Match[str]) -> Number | None:
    if match["count"]:
        value = _COUNTS[match["count"].lower()] * _SCALES.get(match["times"].lower(), 0.0)
        return Number(match.start(), match.end(), value, True) if value else None
    if match["spelled"]:
        return Number(match.start(), match.end(), _spelled(match["spelled"]) * _SCALES[match["hundreds"]], True)
    if match["mixed"]:
        return None
    if match["ten"]:
        exponent = _exponent(match["ten"][2:])
        return None if exponent is None else Number(match.start(), match.end(), _ten(exponent), True)
    digits = _normal(match["digits"])
    if match["thousands"]:
        digits = digits.replace(".", "")
    value = float(digits)
    scaled = False
    if match["power"]:
        power = match["power"]
        exponent = _exponent(power[1:] if power[0] in "eE" else power[power.index("10") + 2 :])
        if exponent is None:
            return None
        value = float(f"{digits}e{exponent}") if abs(exponent) < 100 else 0.0
        scaled = True
    scale = match["letter"] or match["small"] or match["word"] or match["han"]
    if scale:
        value = _scaled(digits, value, _SCALES[" ".join(scale.lower().split()).rstrip(".")])
        scaled = True
    for factor in re.findall(r"\d+(?:\.\d+)?", match["factors"] or ""):
        value *= float(factor)  # 1.5 * 2 * 10^12
    # Digits without end are no amount of anything.
    return Number(match.start(), match.end(), value, scaled) if value < float("inf") else None


def _spelled(text: str) -> int:
    """Return a number below ten thousand that is written in Chinese: "一千三百"."""
    total = digit = 0
    for letter in text:
        if letter in _HAN_TENS:
            total, digit = total + (digit or 1) * _HAN_TENS[letter], 0
        else:
            digit = _HAN_DIGITS[letter]
    return total + digit


def _scaled(digits: str, value: float, scale: float) -> float:
    """Return value times scale, without the error that 1.1 times 10⁹ has in binary."""
    exponent = len(str(int(scale))) - 1
    return (
        float(f"{digits}e{exponent}")
        if value == float(digits) and str(int(scale)) == "1" + "0" * exponent
        else value * scale
    )


def _normal(digits: str) -> str:
    """Return the digits in Python's notation: no separators of groups, a point before decimals."""
    if "," in digits and not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,4}(?:,\d{4}){2,}", digits):
        # 3,8 with a decimal comma; in 1.234,5 the points part the groups.
        digits = re.sub(r"[ \u00a0\u202f.]", "", digits).replace(",", ".")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    return re.sub(r"[ \u00a0\u202f,_'’]", "", digits)


def _exponent(text: str) -> int | None:
    plain = text.translate(_SUPERSCRIPTS).lower().removesuffix("th")
    match = _EXPONENT.search(re.sub(r"[\^*{\s]", "", plain))
    return int(match.group().rstrip("}")) if match else None


def _ten(exponent: int) -> float:
    return float(f"1e{exponent}") if abs(exponent) < 100 else 0.0


def _start(number: Number) -> int:
    return number.start


def spelled_out(text: str, number: Number, found: Sequence[Number]) -> Number:
    """Return the exact number that parentheses or the end of the text give behind a rounded one, or the number itself.

    ``1K (1,024)`` leaves out the scale; ``9B (9.78B)`` has it again behind more digits, with at most its unit.
    """
    place = bisect_left(found, number.end, key=_start)
    behind = found[place] if place < len(found) else None
    if behind is None or not number.scaled:
        return number
    exact = not behind.scaled or (
        behind.end - behind.start > number.end - number.start and _CLOSED.match(text, behind.end)
    )
    near = abs(behind.value - number.value) <= (0.1 if behind.scaled else 0.05) * number.value
    beside = not behind.scaled and _BESIDE.fullmatch(text, number.end, behind.start) and _ENDED.match(text, behind.end)
    return (
        behind if exact and near and (beside or _IN_PARENTHESES.fullmatch(text, number.end, behind.start)) else number
    )
