"""Start packs and rules: files that pass every check as they are written, and that are there to be changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.authoring import templates
from gpai_lint.errors import UsageError
from gpai_lint.policy.assembly import RESERVED
from gpai_lint.policy.document import SCHEMA_VERSION
from gpai_lint.policy.packs import load_builtin, load_pack
from gpai_lint.policy.packs.content import MANIFEST
from gpai_lint.policy.packs.manifest import parse_manifest, settings_of
from gpai_lint.reports.pages import pages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_PREFIX = re.compile(r"[A-Z][A-Z0-9]{1,15}")
_FIRST = 101
_LONGEST = 60

#: Words that are no names in Rego, and roots that other things have.
_KEYWORDS = frozenset(
    {"as", "contains", "data", "default", "else", "every", "false", "if", "import", "in", "input", "not", "null"}
    | {"package", "set", "some", "true", "with"}
)
_TAKEN = frozenset({*RESERVED, "system", "rules", "docs"})


def new_pack(name: str, folder: Path, prefix: str | None) -> tuple[Path, ...]:
    """Write a pack called ``name`` into ``folder``, with a first rule, and return the files.

    ``prefix`` begins the ids of its rules, by default the capitals of the name. Raises ``UsageError`` for a name that
    cannot be one and for a file that exists already; nothing is written then.
    """
    root = name.replace("-", "_")
    _check_name("pack", root)
    if root in _TAKEN:
        raise UsageError(f"'{name}' is no name for a pack: it is reserved.", hint="Take the organisation's name.")
    prefix = prefix or re.sub(r"[^A-Z0-9]", "", name.upper())[:16]
    _check_prefix(prefix)
    values = {"pack": name, "root": root, "prefix": prefix, "schema_version": SCHEMA_VERSION}
    files = {
        MANIFEST: templates.MANIFEST.substitute(values),
        ".regal/config.yaml": templates.REGAL.substitute(values),
        "README.md": templates.README.substitute(values),
        **_rule_files(root, "documentation", "model_owner", f"{prefix}-{_FIRST}", "0.1.0"),
    }
    _write(folder, files)
    written = tuple(folder / path for path in files)
    return (*written, *_write_pages(folder))


def new_rule(path: str, folder: Path) -> tuple[Path, ...]:
    """Write the rule ``category/name`` into the pack in ``folder`` and return the files.

    Its id is the next one of the prefix in the pack's manifest. Raises ``UsageError`` for a name that cannot be one, a
    folder that is no pack, and a file that exists already; nothing is written then.
    """
    category, slash, name = path.partition("/")
    if not slash or not name or "/" in name:
        raise UsageError(f"'{path}' is no name for a rule.", hint="Write CATEGORY/NAME, such as naming/internal_id.")
    _check_name("category", category)
    _check_name("rule", name)
    root, prefix, version = _pack_of(folder)
    pack = load_pack(folder)
    numbers = [
        int(match[1])
        for rule in (*pack.rules.values(), *load_builtin().rules.values())
        if (match := re.fullmatch(rf"{re.escape(prefix)}-(\d+)", rule.id))
    ]
    identifier = f"{prefix}-{max(numbers, default=_FIRST - 1) + 1}"
    files = _rule_files(root, category, name, identifier, version)
    title = _rule_name(root, name)
    taken = next((rule for rule in pack.rules.values() if title in {rule.name, *rule.aliases}), None)
    if taken is not None:
        raise UsageError(f"'{title}' already names the rule {taken.id}.", hint="Names of rules are unique in a pack.")
    _write(folder, files)
    return (*(folder / file for file in files), *_write_pages(folder, f"rules/{title}.md"))


def _rule_files(root: str, category: str, name: str, identifier: str, version: str) -> dict[str, str]:
    words = name.replace("_", " ")
    values = {
        "id": identifier,
        "name": _rule_name(root, name),
        "category": category,
        "words": words,
        "heading": words.capitalize(),
        "package": f"{root}.rules.{category}.{name}",
        "since": version,
    }
    place = f"{root}/rules/{category}/{name}/{name}"
    return {
        f"{place}.rego": templates.RULE.substitute(values),
        f"{place}_test.rego": templates.TEST.substitute(values),
    }


def _rule_name(root: str, name: str) -> str:
    # Names are unique over all packs of a run: the root keeps them apart.
    return f"{root}_{name}".replace("_", "-")


def _pack_of(folder: Path) -> tuple[str, str, str]:
    """Return root, prefix of ids and version of the pack in a folder."""
    file = folder / MANIFEST
    if not file.is_file():
        raise UsageError(
            f"There is no pack in '{folder}': it has no {MANIFEST}.",
            hint="'gpai-lint new pack NAME' makes one; go into its folder, or name it with --pack.",
        )
    manifest = parse_manifest(file.read_bytes(), str(file))
    settings = settings_of(manifest.values)
    prefix = settings.get("ids")
    if not prefix:
        raise UsageError(
            f"'{file}' gives no prefix for the ids of rules.",
            hint='Add it under "metadata": {"gpai_lint": {"ids": "ACME"}}.',
        )
    _check_prefix(prefix)
    root = next((root for root in manifest.roots if _NAME.fullmatch(root)), None)
    if root is None:
        raise UsageError(f"'{file}' claims no root for rules.", hint='Add it: "roots": ["acme"].')
    return root, prefix, str(settings.get("version") or "0.1.0")


def _check_name(kind: str, name: str) -> None:
    if _NAME.fullmatch(name) and name not in _KEYWORDS and len(name) <= _LONGEST and not name.endswith("_test"):
        return
    better = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_").removesuffix("_test")
    fits = _NAME.fullmatch(better) and better not in _KEYWORDS and len(better) <= _LONGEST
    raise UsageError(
        f"'{name}' is no name for a {kind}.",
        hint=f"Did you mean '{better}'?" if fits else "Names are small letters, digits and underscores: internal_id.",
    )


def _check_prefix(prefix: str) -> None:
    if not _PREFIX.fullmatch(prefix):
        raise UsageError(
            f"'{prefix}' is no prefix for ids.", hint="Give two to sixteen capitals or digits with --ids, such as ACME."
        )
    if prefix == "GPAI":
        raise UsageError("'GPAI' begins the ids of the built-in rules.", hint="Give another prefix with --ids.")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write new files; raise ``UsageError``, with nothing written, if one of them exists."""
    for path in files:
        if (folder / path).exists():
            raise UsageError(f"'{folder / path}' exists already.", hint="Nothing was written.")
    try:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            with (folder / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        raise UsageError(f"'{error.filename}' cannot be written: {error.strerror}.") from error


def _write_pages(folder: Path, *names: str) -> tuple[Path, ...]:
    """Write the pages of a pack that are not there yet: all, or those that are named."""
    wanted = {f"docs/{name}": text for name, text in pages(load_pack(folder)).items() if not names or name in names}
    new = {name: text for name, text in wanted.items() if not (folder / name).exists()}
    _write(folder, new)
    return tuple(folder / name for name in new)
