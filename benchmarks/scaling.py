"""How reading grows with the bytes of a document, shape by shape, and a check with the number of models.

python benchmarks/scaling.py [--kilobytes N] [--models N ...]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from gpai_lint import pipeline
from gpai_lint.artifacts.recognise import parse_tree
from gpai_lint.configuration.interface import Configuration
from gpai_lint.configuration.target import Target, configure
from gpai_lint.evidence.read import read_evidence
from gpai_lint.policy.engines import create
from gpai_lint.policy.packs import load_packs
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = "2026-11-23"
_TITLE = "# Model card for Example 7B\n\n"
#: Every sentence of these words makes rules look: real prose is read several times as fast.
_TEXT = (
    "model was trained on 8 billion parameters with 15 trillion tokens of public web data from January 2024 using GPU "
    "hours license Apache 2.0 for research and commercial use energy 120 MWh carbon"
)
_WORDS = _TEXT.split()


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count))


#: Pieces that a document of each shape consists of.
SHAPES: dict[str, Callable[[random.Random], str]] = {
    "paragraphs": lambda chance: f"{_words(chance, 40)}. {_words(chance, 20)}.\n\n",
    "one paragraph": lambda chance: f"{_words(chance, 20)}. ",
    "headings": lambda chance: f"## {_words(chance, 4)}\n\n{_words(chance, 12)}.\n\n",
    "list": lambda chance: f"- **Parameters:** {chance.randint(1, 99)}B {_words(chance, 5)}\n",
    "cell": lambda chance: f"{chance.randint(1, 9)}.5 {chance.randint(1, 99)}B parameters ",
    "table": lambda chance: f"| M-{chance.randint(1, 99)}B | {chance.randint(1, 99)}B | {chance.randint(1, 9)}T |\n",
    "html": lambda chance: f"<details><summary>{_words(chance, 3)}</summary>\n\n{_words(chance, 20)}\n\n</details>\n",
    "links": lambda chance: f"[{_words(chance, 3)}](https://example.org/{chance.randint(1, 9999)})\n\n",
    "code": lambda chance: f"```\n{_words(chance, 30)}\n```\n\n",
    "placeholders": lambda chance: f"### {_words(chance, 2)}\n\n[More Information Needed]\n\n",
}
_HEADS = {
    "cell": "| Model | Tokens |\n|---|---|\n| Example 7B | ",
    "table": "| Model | Parameters | Tokens |\n|---|---|---|\n",
}


def document(shape: str, size: int) -> str:
    """Return a model card of about ``size`` characters in one shape."""
    chance = random.Random(1)  # noqa: S311 - the same document in every run
    pieces, length = [_TITLE, _HEADS.get(shape, "")], 0
    while length < size:
        pieces.append(SHAPES[shape](chance))
        length += len(pieces[-1])
    return "".join(pieces)


def reading(text: str) -> float:
    """Return the processor seconds that parsing a card and finding its facts take."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "README.md").write_text(text, encoding="utf-8")
        start = time.process_time()
        artifacts, unread = parse_tree(WorkingTree(Path(folder)))
        read_evidence(artifacts, unread, Configuration())
        return time.process_time() - start


def checking(models: int, statements: int = 1) -> tuple[float, float]:
    """Return the processor seconds that reading and evaluating so many models with so many equal statements take."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(models):
            home = Path(folder, f"example-{number}")
            home.mkdir()
            said = "It has 7 billion parameters and saw 2 trillion tokens.\n\n" * statements
            card = f"# Model card for Example {number}-7B\n\n{said}"
            (home / "README.md").write_text(card, encoding="utf-8")
            (home / "config.json").write_text('{"architectures": ["LlamaForCausalLM"], "vocab_size": 32000}')
        target = Target(Path(folder))
        configuration = configure(target)
        with create("embedded") as engine:
            engine.load(load_packs(configuration), {})
            start = time.process_time()
            found = pipeline.read(target, _DAY, configuration)
            read = time.process_time()
            pipeline.evaluate(found, engine)
            return read - start, time.process_time() - read


def main() -> None:
    """Print a row per shape, with a card and one four times as long, then rows per number of models and statements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, default=200)
    parser.add_argument("--models", type=int, nargs="*", default=[1, 10, 60])
    parser.add_argument("--statements", type=int, nargs="*", default=[1, 300, 1200])
    arguments = parser.parse_args()
    size = arguments.kilobytes * 1000
    reading(_TITLE)  # imports and tables are no part of it
    print(f"{'shape':14} {'seconds':>8} {'4 times':>8} {'ratio':>6} {'MB/s':>6}")
    for shape in SHAPES:
        reading(document(shape, 2000))
        small, large = reading(document(shape, size)), reading(document(shape, 4 * size))
        print(f"{shape:14} {small:8.2f} {large:8.2f} {large / small:6.1f} {4 * size / 1e6 / large:6.2f}")
    print(f"\n{'models':>10} {'reading':>8} {'evaluation':>10}")
    for models in arguments.models:
        read, evaluated = checking(models)
        print(f"{models:10} {read:8.2f} {evaluated:10.2f}")
    print(f"\n{'statements':>10} {'reading':>8} {'evaluation':>10}")
    for statements in arguments.statements:
        read, evaluated = checking(1, statements)
        print(f"{statements:10} {read:8.2f} {evaluated:10.2f}")


if __name__ == "__main__":
    main()
