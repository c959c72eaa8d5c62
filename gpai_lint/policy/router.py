"""Write the Rego modules that bring a pack's results into the common report.

Rules of the built-in pack are found by their place. Those of other packs lie under roots of their own, which Rego
cannot enumerate without recursion, so modules written for each pack name them: ``data.gpai.packs.<pack>`` for policies
over the input document, ``data.gpai.files.<pack>`` for conftest policies over one file at a time. They also decide what
a pack may say: findings of its own rules, each with a message, and nothing about the rules of others.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gpai_lint.policy.conftest import RULE, heads
from gpai_lint.policy.interface import Module
from gpai_lint.policy.packs.manifest import input_of
from gpai_lint.policy.rego_source import possible_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gpai_lint.policy.interface import Pack, RuleMetadata

_HEADER = """package gpai.{kind}.{slug}

"""

_CLOCK = """_clock := time.parse_rfc3339_ns(concat("", [input.as_of, "T00:00:00Z"]))

"""

_REPORT = """_reported_{number} := violations if {{
{clock}	violations := {reference}{modifiers}
}}

report contains violation if {{
	some violation in _reported_{number}
	violation.rule in {own}
}}

rejected contains {{"package": {package}, "why": {why}, "value": violation}} if {{
	some violation in _reported_{number}
	not violation.rule in {own}
}}

"""

_DENY = """_denied_{number}({file}) := {{_result(value) | some value in _values(denied)}} if {{
{clock}	denied := {reference}{modifiers}{exception}
}}

report contains object.union(result, {{"rule": {rule}, "level": {level}{place}}}) if {{
	{iteration}some result in _denied_{number}({argument})
	result.message != ""
}}

rejected contains {{"package": {package}, "why": "gives a result without a message", "value": result.value}} if {{
	{iteration}some result in _denied_{number}({argument})
	not result.message
}}

"""

_EXCEPTION = """
	excepted := {{name | some names in {package}.exception; some name in names}}{modifiers}
	not {suffix} in excepted"""

#: What the policies of a pack have as input.
_INPUTS = {"document": "", "files": " with input as file.content", "combined": " with input as input.combined"}

#: Bound before `with` replaces the input, from which the clock is read.
_BIND = "\tclock := _clock\n"

_RESULTS = """# A rule that is no set but simply true, a text or a result denies as well.
_values(value) := value if is_set(value)

_values(value) := value if is_array(value)

_values(value) := {"The policy denies this."} if value == true

_values(value) := set() if value == false

_values(value) := {value} if {
	not is_set(value)
	not is_array(value)
	not is_boolean(value)
}

_result(value) := {"message": value, "model": null, "at": ["models"]} if is_string(value)

_result(value) := {
	"message": value.msg,
	"model": null,
	"at": _at(value),
	"_loc": object.get(value, "_loc", null),
	"details": {key: member | some key, member in value; not key in {"msg", "at", "_loc"}},
} if {
	is_object(value)
	is_string(value.msg)
}

# What others call `at` may be anything.
_at(value) := value.at if _is_path(value)

_at(value) := ["models"] if not _is_path(value)

_is_path(value) if {
	is_array(value.at)
	count(value.at) > 0
	every step in value.at {
		type_name(step) in {"string", "number"}
	}
}

_result(value) := {"value": value} if {
	not is_string(value)
	not _has_message(value)
}

_has_message(value) if {
	is_object(value)
	is_string(value.msg)
}
"""


def sees_files(pack: Pack) -> bool:
    """Return whether the conftest policies of a pack see files, one at a time or all at once, and not our document."""
    return input_of(pack.manifest) != "document"


def route(pack: Pack, slug: str) -> list[Module]:
    """Return the modules that report for a pack; ``slug`` is a Rego name that no other pack has."""
    # `with` makes an engine evaluate anew what it already knows, so it stands only where the clock is looked at.
    clock = " with time.now_ns as clock" if any(map(_looks_at_clock, pack.modules)) else ""
    reporting = [_report(rules, number, clock) for number, rules in enumerate(_by_package(pack))]
    seen = input_of(pack.manifest)
    modifiers = _INPUTS[seen] + clock
    excepting = {module.package for module in pack.modules if "exception" in heads(module.source)}
    denying = [
        _deny(rule, number, modifiers, seen, excepting=rule.package in excepting)
        for number, rule in enumerate(rule for rule in pack.rules.values() if rule.entry != "report")
    ]
    if denying:
        denying.append(_RESULTS)
    parts = {"packs": reporting, "files": denying} if sees_files(pack) else {"packs": [*reporting, *denying]}
    return [
        Module(
            f"<gpai-lint>/{kind}/{slug}.rego",
            _HEADER.format(kind=kind, slug=slug) + (_CLOCK if clock else "") + "".join(texts),
            f"gpai.{kind}.{slug}",
        )
        for kind, texts in parts.items()
        if texts
    ]


def _looks_at_clock(module: Module) -> bool:
    return any(name.parts[:2] == ("time", "now_ns") for name in possible_names(module.source))


def _by_package(pack: Pack) -> list[list[RuleMetadata]]:
    packages: dict[str, list[RuleMetadata]] = {}
    for rule in pack.rules.values():
        if rule.entry == "report":
            packages.setdefault(rule.package, []).append(rule)
    return list(packages.values())


def _report(rules: Sequence[RuleMetadata], number: int, modifiers: str) -> str:
    package = rules[0].package
    return _REPORT.format(
        number=number,
        clock=_BIND if "clock" in modifiers else "",
        reference=f"{_reference(package)}.report",
        modifiers=modifiers,
        own=_set(rule.id for rule in rules),
        package=json.dumps(package),
        why=json.dumps("reports a finding of a rule that is not its own"),
    )


def _deny(rule: RuleMetadata, number: int, modifiers: str, seen: str, *, excepting: bool) -> str:
    files = seen == "files"
    exception = _EXCEPTION.format(
        package=_reference(rule.package), modifiers=modifiers, suffix=json.dumps(_suffix(rule.entry))
    )
    return _DENY.format(
        number=number,
        file="file" if files else "_",
        argument="file" if files else "null",
        clock=_BIND if "clock" in modifiers else "",
        reference=f"{_reference(rule.package)}.{rule.entry}",
        modifiers=modifiers,
        exception=exception if excepting else "",
        iteration="some index, file in input.files\n\t" if files else "",
        rule=json.dumps(rule.id, ensure_ascii=False),
        level=json.dumps(rule.level),
        place={"document": "", "files": ', "file": index', "combined": ', "file": null'}[seen],
        package=json.dumps(rule.package),
    )


def _suffix(name: str) -> str:
    match = RULE.fullmatch(name)
    return match[2].lstrip("_") if match else ""


def _reference(package: str) -> str:
    return "data" + "".join(f"[{json.dumps(step)}]" for step in package.split("."))


def _set(texts: Iterable[str]) -> str:
    return "{" + ", ".join(json.dumps(text, ensure_ascii=False) for text in sorted(texts)) + "}"
