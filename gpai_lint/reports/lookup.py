"""Find a rule or requirement by what a person types: ids in any spelling, names, the beginnings of ids, references."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from gpai_lint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gpai_lint.policy.interface import RuleMetadata
    from gpai_lint.reports.catalogue import Catalogue

_MOST_SUGGESTIONS = 8
_ARTICLE = re.compile(r"\s*art(?:icles?)?\b\.?\s*([0-9].*)", re.IGNORECASE)


def find(subject: str, catalogue: Catalogue) -> RuleMetadata | str | list[str]:
    """Return the rule, the requirement's id, or all requirements that a text means; raise ``UsageError`` for none.

    Several requirements are meant by the beginning of their ids (``S-9.3``) or by a reference (``Article 53(1)(d)``,
    ``Measure 1.3``). The error suggests what is spelled alike, or what speaks of the words.
    """
    rules = _by_name(catalogue.rules)
    if subject in rules:
        return rules[subject]
    if subject in catalogue.requirements:
        return subject
    key = _key(subject)
    names = {_key(name): name for name in (*rules, *catalogue.requirements)}
    if key in names:
        name = names[key]
        return rules.get(name, name)
    if f"gpai{key}" in names and key.isdigit():
        return rules[names[f"gpai{key}"]]
    group = requirements_named(subject, catalogue)
    if len(group) == 1:
        return group[0]
    if group:
        return group
    raise UsageError(f"There is no rule and no requirement '{subject}'.", hint=_hint(subject, names, catalogue))


def requirements_named(subject: str, catalogue: Catalogue) -> list[str]:
    """Return the requirement of this id in any spelling, or those whose ids begin so or that stand there."""
    key = _key(subject)
    exact = [name for name in catalogue.requirements if _key(name) == key]
    if exact or not key:
        return exact
    # "S-1" is no beginning of "S-10.1", nor "Article 5" one of "Article 53".
    begins = re.compile(rf"{_loose(subject)}(?![0-9])", re.IGNORECASE)
    found = [name for name in catalogue.requirements if begins.match(name)]
    if found:
        return found
    article = _ARTICLE.match(subject)
    wanted = rf"\bArticles?\b.*\b{_loose(article[1])}" if article else rf"\b{_loose(subject)}"
    reference = re.compile(rf"{wanted}(?!\w)", re.IGNORECASE)
    return [name for name, row in catalogue.requirements.items() if reference.search(row["official_ref"])]


def the_requirements(subject: str, catalogue: Catalogue) -> set[str]:
    """Return the requirements that a text means; raise ``UsageError`` where it means none."""
    found = set(requirements_named(subject, catalogue))
    if not found:
        alike = get_close_matches(_key(subject), [_key(name) for name in catalogue.requirements], n=1, cutoff=0.7)
        near = [name for name in catalogue.requirements if [_key(name)] == alike]
        raise UsageError(
            f"There is no requirement '{subject}'.",
            hint=f"Did you mean '{near[0]}'?" if near else "Requirements are named like T-1.1.a, C-1.3(4) or LAW-54.",
        )
    return found


def the_chapter(subject: str, catalogue: Catalogue) -> set[str]:
    """Return the requirements of a chapter, and its name as a category; raise ``UsageError`` for one that is none."""
    chapters = [str(row["chapter"]) for row in catalogue.requirements.values()]
    chosen = _one_of("chapter", subject, list(dict.fromkeys([*chapters, *(rule.category for rule in catalogue.rules)])))
    return {chosen, *(name for name, row in catalogue.requirements.items() if row["chapter"] == chosen)}


def the_category(subject: str, catalogue: Catalogue) -> str:
    """Return the category of rules that a text means; raise ``UsageError`` for one that is none."""
    return _one_of("category", subject, list(dict.fromkeys(rule.category for rule in catalogue.rules)))


def _one_of(what: str, subject: str, names: list[str]) -> str:
    key = _key(subject.replace("&", "")).replace("and", "").removesuffix("chapter")
    for name in names:
        if _key(name) == key:
            return name
    raise UsageError(f"There is no {what} '{subject}'.", hint=f"It is one of {', '.join(names)}.")


def _by_name(rules: Iterable[RuleMetadata]) -> dict[str, RuleMetadata]:
    return {name: rule for rule in rules for name in (rule.id, rule.name, *rule.aliases)}


def _key(text: str) -> str:
    """Return a text without case and separators: "C-1.3(4)" and "c1.3 (4)" are one."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _loose(text: str) -> str:
    return r"\W*".join(re.escape(character) for character in _key(text))


def _hint(subject: str, names: Mapping[str, str], catalogue: Catalogue) -> str:
    if re.fullmatch(r"(gpai)?[0-9]+", _key(subject)):
        return "'gpai-lint rules' lists the rules with their ids."
    alike = [names[match] for match in get_close_matches(_key(subject), list(names), n=3, cutoff=0.7)]
    if alike:
        return f"Did you mean '{_joined(alike)}'?"
    speaking = _speaking(subject, catalogue)
    if speaking:
        more = f" and {len(speaking) - _MOST_SUGGESTIONS} more" if len(speaking) > _MOST_SUGGESTIONS else ""
        return f"These speak of it: {', '.join(speaking[:_MOST_SUGGESTIONS])}{more}."
    return "'gpai-lint rules' lists the rules; requirements are named like T-1.1.a, C-1.3(4), S-9.3/2d or LAW-54."


def _speaking(subject: str, catalogue: Catalogue) -> list[str]:
    """Return the rules and requirements whose titles share the most words with a text, whatever their endings."""
    stems = {word[:6] for word in re.findall(r"[a-z]{4,}", subject.lower())}
    titles = {f"{rule.id} {rule.name}": f"{rule.name} {rule.title}".lower() for rule in catalogue.rules}
    titles.update({name: str(row["title"]).lower() for name, row in catalogue.requirements.items()})
    shared = {name: sum(stem in title for stem in stems) for name, title in titles.items()}
    most = max(shared.values(), default=0)
    return [name for name, count in shared.items() if count == most > 0]


def _joined(names: list[str]) -> str:
    return "', '".join(names[:-1]) + ("' or '" if len(names) > 1 else "") + names[-1]
