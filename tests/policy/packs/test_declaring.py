"""The configuration's list of packs is changed, and nothing else."""

from __future__ import annotations

import pytest

from gpai_lint.errors import UsageError
from gpai_lint.policy.packs.declaring import with_pack, with_source

PACK = {"source": "../acme"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("version: 1\n", "version: 1\npacks:\n- ../acme\n"),
        ("version: 1", "version: 1\npacks:\n- ../acme\n"),
        ("", "packs:\n- ../acme\n"),
        ("# only a comment\n", "# only a comment\npacks:\n- ../acme\n"),
        ("version: 1\r\nexclude: [a]\r\n", "version: 1\r\nexclude: [a]\r\npacks:\r\n- ../acme\r\n"),
        (
            "packs:\n  - one # first\n  - source: two\n    key: k.pem  # of two\n\n# rules\nrules: {}\n",
            "packs:\n  - one # first\n  - source: two\n    key: k.pem  # of two\n  - ../acme\n\n# rules\nrules: {}\n",
        ),
        ("packs:\n- one\n- two", "packs:\n- one\n- two\n- ../acme\n"),
        ("packs:\n- one\nversion: 1\n", "packs:\n- one\n- ../acme\nversion: 1\n"),
        ("packs: []  # none\nversion: 1\n", 'packs: ["../acme"]  # none\nversion: 1\n'),
        ("packs: [one, two]\n", 'packs: [one, two, "../acme"]\n'),
        ("packs: [\n  one,\n  two,\n]\n", 'packs: [\n  one,\n  two, "../acme"\n]\n'),
        ("packs: [\n  one\n]\n", 'packs: [\n  one, "../acme"\n]\n'),
    ],
)
def test_a_pack_is_added_and_every_other_byte_stays(before: str, after: str) -> None:
    assert with_pack(before, PACK) == after


def test_settings_and_sources_that_need_quotes() -> None:
    entry = {"source": "../a: b", "key": "env:ACME"}
    assert with_pack("version: 1\n", entry) == 'version: 1\npacks:\n- source: "../a: b"\n  key: env:ACME\n'
    commit = f"git+https://host/a/b.git@{'0' * 40}#subdirectory=c"
    assert with_pack("version: 1\n", {"source": commit}) == f"version: 1\npacks:\n- {commit}\n"
    assert with_pack("packs: []\n", entry) == 'packs: [{"source": "../a: b", "key": "env:ACME"}]\n'


@pytest.mark.parametrize("text", ["{version: 1}\n", "version: 1\n...\n", "packs: [one # and two\n]\n"])
def test_what_cannot_be_changed_without_touching_the_rest_is_left_to_the_user(text: str) -> None:
    with pytest.raises(UsageError, match=r"by hand: - \.\./acme"):
        with_pack(text, PACK)


@pytest.mark.parametrize(
    "text",
    [
        "packs:\n- one\n- git+file:///a@main # follows main\nversion: 1\n",
        "packs:\n- one\n- key: k.pem # @main\n  source: 'git+file:///a@main'\n",
        'packs: [one, {source: "git+file:///a@main"}]\n',
    ],
)
def test_a_source_is_replaced_where_it_stands(text: str) -> None:
    new = f"git+file:///a@{'1' * 40}"
    assert with_source(text, 1, "git+file:///a@main", new) == text.replace("git+file:///a@main", new)


def test_a_source_that_does_not_stand_there_as_such_is_left_to_the_user() -> None:
    with pytest.raises(UsageError, match="by hand: source: new"):
        with_source('packs:\n- "\\u006fld"\n', 0, "old", "new")
    with pytest.raises(UsageError, match="by hand: source: new"):
        with_source("packs: [old, old]\n", 0, "old", "new")
