"""The licence files of real repositories: each is identified rightly or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gpai_lint.artifacts.interface import Artifact
from gpai_lint.artifacts.plain_text import parse
from gpai_lint.evidence.interface import Licence
from gpai_lint.evidence.licences.reader import read

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.corpus

#: What a reader of the first page says; files that are not listed are Apache-2.0 or MIT, word for word.
OTHERS = {
    "LicenseRef-creativeml-openrail-m": 1,
    "LicenseRef-llama-2": 2,
    "LicenseRef-llama-3.1": 1,
    "LicenseRef-minimax-model": 1,
    "GPL-3.0": 1,
    "LicenseRef-stabilityai-non-commercial": 5,
    "LicenseRef-openrail++": 1,
    "LicenseRef-glm-130b": 1,
    "LicenseRef-tencent-hunyuan-community": 1,
    "LicenseRef-flux-1-dev-non-commercial": 1,
    "LicenseRef-databricks-open-model": 1,
    "CC-BY-NC-4.0": 3,
    "LicenseRef-opt-175b": 1,
    "LicenseRef-modified-mit": 1,
}


def test_the_licences_of_the_corpus(corpus: Path) -> None:
    counts: dict[str, int] = {}
    for path in sorted(path for path in corpus.rglob("*LICEN[CS]E*") if path.is_file()):
        name = path.relative_to(corpus).as_posix()
        for found in read(Artifact(name, "text", "license_file", parse(name, path.read_bytes())), 0):
            if isinstance(found, Licence):
                counts[found.id] = counts.get(found.id, 0) + 1
                assert found.location.span.line <= 3, name

    assert {identifier: n for identifier, n in counts.items() if identifier not in {"Apache-2.0", "MIT"}} == OTHERS
    assert (counts["Apache-2.0"], counts["MIT"]) == (9, 7)
