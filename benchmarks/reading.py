"""Bytes per second of every parser over the files below a directory, and each parser's share of the time.

python benchmarks/reading.py DIRECTORY
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from pathlib import Path

from gpai_lint.artifacts.recognise import parse_tree
from gpai_lint.configuration.interface import Configuration
from gpai_lint.evidence.read import read_evidence
from gpai_lint.repository.working_tree import WorkingTree


def main() -> None:
    """Print a row per format, then the reading of facts as a whole."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    tree = WorkingTree(parser.parse_args().directory)
    seconds: dict[str, float] = defaultdict(float)
    sizes: dict[str, int] = defaultdict(int)
    files: dict[str, int] = defaultdict(int)
    artifacts, unread = [], []
    parse_tree(tree)
    for entry in tree.files():
        start = time.perf_counter()
        parsed, refused = parse_tree(WorkingTree(tree.root, only=[entry.path]))
        took = time.perf_counter() - start
        unread += refused
        for artifact in parsed:
            artifacts.append(artifact)
            seconds[artifact.format] += took
            sizes[artifact.format] += entry.size
            files[artifact.format] += 1
    total = sum(seconds.values())
    print(f"{'format':14} {'files':>6} {'MB':>8} {'MB/s':>8} {'share':>7}")
    for name in sorted(seconds, key=lambda key: -seconds[key]):
        megabytes = sizes[name] / 1e6
        print(
            f"{name:14} {files[name]:6} {megabytes:8.2f} {megabytes / seconds[name]:8.1f} {seconds[name] / total:7.0%}"
        )
    # The first time imports readers and compiles patterns, which is no matter of bytes.
    read_evidence(artifacts, unread, Configuration())
    start = time.perf_counter()
    evidence = read_evidence(artifacts, unread, Configuration())
    took = time.perf_counter() - start
    megabytes = sum(sizes.values()) / 1e6
    print(f"{'facts':14} {len(evidence.facts):6} {megabytes:8.2f} {megabytes / took:8.1f}")


if __name__ == "__main__":
    main()
