"""``sprintf`` as OPA has it: that of Go's package ``fmt``, for numbers and texts.

Regorus has fewer verbs, and takes ``%s`` of a number and ``%d`` of a text, of which Go tells instead that they do not
suit (``%!d(string=a)``). What Go says of flags, widths and verbs is at https://pkg.go.dev/fmt.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Value: TypeAlias = "int | float | str"

_VERB = re.compile(
    r"%(?P<flags>[-+# 0]*)"
    r"(?P<width_at>\[[^\]]*\])?(?P<width>\*|\d+)?"
    r"(?:\.(?P<precision_at>\[[^\]]*\])?(?P<precision>\*|\d*))?"
    r"(?P<at>\[[^\]]*\])?(?P<verb>.)?",
    re.DOTALL,
)
_BASES = {"b": "b", "d": "d", "v": "d", "o": "o", "O": "o", "x": "x", "X": "X"}
_MOST = 1_000_000
"""Go takes no wider width or precision than this."""


@dataclass(frozen=True, slots=True)
class _Form:
    """The flags of a verb, its width and precision; None where it has none."""

    flags: str
    width: int | None
    precision: int | None

    def padded(self, text: str, sign: str = "") -> str:
        """Return a text at its width, ``sign`` before zeros that fill it."""
        lacking = max(0, (self.width or 0) - len(text) - len(sign))
        if "-" in self.flags:
            return sign + text + " " * lacking
        return sign + "0" * lacking + text if "0" in self.flags else " " * lacking + sign + text

    def sign(self, negative: bool) -> str:
        """Return what stands before a number."""
        return "-" if negative else "+" if "+" in self.flags else " " if " " in self.flags else ""


def sprintf(form: str, arguments: Sequence[Sequence[str]]) -> str:
    """Return a text made by a format; each argument is the name of its Rego type, and it as text.

    Raises ``ValueError`` for the few verbs that are not done here.
    """
    values = [_value(*argument) for argument in arguments]
    reader = _Reader(values)
    text = _VERB.sub(reader.formatted, form)
    if not reader.reordered and reader.next < len(values):
        extra = ", ".join(f"{_type(value)}={_formatted(value, 'v', _PLAIN)}" for value in values[reader.next :])
        text += f"%!(EXTRA {extra})"
    return text


class _Reader:
    """Takes the arguments in order, or by the indexes that a format gives."""

    def __init__(self, values: Sequence[Value]) -> None:
        self._values = values
        self.next = 0
        self.reordered = False

    def formatted(self, match: re.Match[str]) -> str:
        """Return what stands in place of a verb."""
        good = True
        wrong = ""
        sizes: dict[str, int | None] = {}
        flags = match["flags"]
        for name, said in (("width", "%!(BADWIDTH)"), ("precision", "%!(BADPREC)")):
            good = self._moved(match[f"{name}_at"]) and good
            sizes[name] = int(match[name] or 0) if match[name] not in {None, "*"} else None
            if match[name] == "*":
                given = self._values[self.next] if self.next < len(self._values) else None
                self.next += given is not None
                if not isinstance(given, int) or abs(given) > _MOST or (name == "precision" and given < 0):
                    wrong, given = wrong + said, None
                elif given < 0:
                    flags, given = flags + "-", -given
                sizes[name] = given
        good = self._moved(match["at"]) and good
        verb = match["verb"]
        if verb is None:
            return f"{wrong}%!(NOVERB)"
        if verb == "%":
            return f"{wrong}%"
        if not good:
            return f"{wrong}%!{verb}(BADINDEX)"
        if self.next >= len(self._values):
            return f"{wrong}%!{verb}(MISSING)"
        self.next += 1
        return wrong + _formatted(self._values[self.next - 1], verb, _Form(flags, sizes["width"], sizes["precision"]))

    def _moved(self, index: str | None) -> bool:
        if index is None:
            return True
        self.reordered = True
        number = int(index[1:-1]) if index[1:-1].isdecimal() else 0
        if not 1 <= number <= len(self._values):
            return False
        self.next = number - 1
        return True


def _value(kind: str, text: str) -> Value:
    if kind == "number":
        return float(text) if set(text) & set(".eE") else int(text)
    # Regorus writes an empty set as an empty object.
    return "set()" if kind == "set" and text == "{}" else text


def _type(value: Value) -> str:
    if isinstance(value, str):
        return "string"
    if isinstance(value, float):
        return "float64"
    return "int64" if -(2**63) <= value < 2**63 else "*big.Int"


def _formatted(value: Value, verb: str, form: _Form) -> str:
    if verb == "T":
        return str(_text(_type(value), "s", form))
    if "#" in form.flags:
        raise ValueError(f"%#{verb} is not supported")
    if verb in {"v", "w"}:
        # With these the flag means something else.
        form = _Form(form.flags.replace("+", ""), form.width, form.precision)
    text = _text(value, verb, form) if isinstance(value, str) else _number(value, verb, form)
    if text is not None:
        return text
    if _type(value) == "*big.Int":
        return f"%!{verb}(big.Int={value})"
    shown = _text(value, "s", form) if isinstance(value, str) else _number(value, "v", form)
    return f"%!{verb}({_type(value)}={shown})"


def _text(value: str, verb: str, form: _Form) -> str | None:
    if verb in {"v", "s"}:
        return form.padded(value if form.precision is None else value[: form.precision])
    if verb == "q":
        shown = value if form.precision is None else value[: form.precision]
        return form.padded(json.dumps(shown, ensure_ascii="+" in form.flags))
    if verb in {"x", "X"}:
        content = value.encode()[: form.precision]
        written = content.hex(" ") if " " in form.flags else content.hex()
        return form.padded(written if verb == "x" else written.upper())
    return None


def _number(value: int | float, verb: str, form: _Form) -> str | None:
    if isinstance(value, float):
        return _float(value, verb, form)
    if verb in _BASES:
        return _integer(value, verb, form)
    if _type(value) != "int64":
        return _integer(value, "d", form) if verb == "s" else None
    if verb in {"U", "q"}:
        raise ValueError(f"%{verb} of a number is not supported")
    if verb == "c":
        return form.padded(chr(value) if 0 <= value < 0x110000 and not 0xD800 <= value < 0xE000 else "\ufffd")
    return None


def _integer(value: int, verb: str, form: _Form) -> str:
    digits = format(abs(value), _BASES[verb])
    if form.precision is not None:
        digits = "" if form.precision == 0 and value == 0 else digits.zfill(form.precision)
        form = _Form(form.flags.replace("0", ""), form.width, None)
    return form.padded(digits, form.sign(value < 0) + ("0o" if verb == "O" else ""))


def _float(value: float, verb: str, form: _Form) -> str | None:
    kind = {"v": "g", "F": "f"}.get(verb, verb)
    if kind in {"b", "x", "X"}:
        raise ValueError(f"%{verb} of a number with a fraction is not supported")
    if kind in {"e", "E", "f"}:
        written = format(abs(value), f".{6 if form.precision is None else form.precision}{kind}")
    elif kind in {"g", "G"} and form.precision is not None:
        written = format(abs(value), f".{form.precision or 1}{kind}")
    elif kind in {"g", "G"}:
        written = _shortest(abs(value))
        written = written.upper() if kind == "G" else written
    else:
        return None
    return form.padded(written, form.sign(value < 0))


def _shortest(value: float) -> str:
    """Return a number with as few digits as tell it from others, as Go writes it."""
    _, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    text = "".join(map(str, digits))
    power = len(text) - 1 + int(exponent)
    if -4 <= power < _LONGEST:
        return format(Decimal(repr(value)).normalize(), "f")
    mantissa = text[0] + (f".{text[1:]}" if len(text) > 1 else "")
    return f"{mantissa}e{'-' if power < 0 else '+'}{abs(power):02}"


_LONGEST = 6
"""A number with more digits before the point is written with an exponent."""

_PLAIN = _Form("", None, None)
