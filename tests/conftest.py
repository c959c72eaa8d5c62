"""Fixtures for all tests: the real OPA, and the corpus of published repositories."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from judge import Judge

from gpai_lint.policy.engines import create

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def opa_binary() -> str:
    """Return the path of a real ``opa``: ``GPAI_LINT_OPA``, or the one in PATH; skip without one."""
    found = os.environ.get("GPAI_LINT_OPA") or shutil.which("opa")
    if found is None:
        if os.environ.get("GPAI_LINT_REQUIRE_OPA") == "1":
            pytest.fail("GPAI_LINT_REQUIRE_OPA is set, and there is no opa in PATH")
        pytest.skip("there is no opa in PATH")
    return found


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of published model repositories, ``shared/corpus`` beside the checkout; skip without it."""
    folder = ROOT.parent / "shared" / "corpus"
    if not folder.is_dir():
        if os.environ.get("GPAI_LINT_REQUIRE_CORPUS") == "1":
            pytest.fail(f"GPAI_LINT_REQUIRE_CORPUS is set, and there is no {folder}")
        pytest.skip(f"there is no {folder}")
    return folder


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    """Return the built-in policies on the embedded engine."""
    with create("embedded") as engine:
        yield Judge(engine)


@pytest.fixture(scope="session")
def opa_judge(opa_binary: str) -> Iterator[Judge]:
    """Return the built-in policies on a private OPA; request it in tests marked ``opa``."""
    assert opa_binary
    with create("opa") as engine:
        yield Judge(engine)
