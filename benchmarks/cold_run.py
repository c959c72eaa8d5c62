"""Time a cold ``gpai-lint`` on one repository, as whole processes and stage by stage.

python benchmarks/cold_run.py REPOSITORY [--runs N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time

STAGES = """
import sys, time
marks = [("interpreter", time.perf_counter())]
import gpai_lint.cli.check
from gpai_lint.cli.engine import EngineChoice
from gpai_lint.configuration.target import Target, configure
marks.append(("start-up", time.perf_counter()))
from pathlib import Path
target = Target(Path(sys.argv[1]))
configuration = configure(target)
choice = EngineChoice()
with choice.start(configuration) as (engine, packs_of_run):
    marks.append(("engine", time.perf_counter()))
    from gpai_lint import pipeline
    marks.append(("imports", time.perf_counter()))
    reading = pipeline.read(target, "2026-11-23", configuration)
    marks.append(("reading", time.perf_counter()))
    evaluated = pipeline.begin(reading, engine)
    from gpai_lint.conclusion import conclude
    from gpai_lint.reports.interface import Style
    from gpai_lint.reports.text import TextReport
    packs = packs_of_run()
    evaluation = evaluated(packs)
    marks.append(("evaluation", time.perf_counter()))
    result = conclude(reading, evaluation, packs, engine.name)
marks.append(("findings", time.perf_counter()))
TextReport().render(result, Style())
marks.append(("output", time.perf_counter()))
for (_, before), (name, after) in zip(marks, marks[1:]):
    print(name, after - before)
"""


def measured(command: list[str]) -> tuple[float, float, float]:
    """Run a command; return wall seconds, processor seconds and peak resident memory in MiB."""
    start = time.perf_counter()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print a row per command and a row per stage: minimum, median and maximum over the runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository")
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    python = sys.executable
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "gpai-lint --version": [python, "-m", "gpai_lint", "--version"],
        "gpai-lint input": [python, "-m", "gpai_lint", "input", arguments.repository],
        "gpai-lint check": [python, "-m", "gpai_lint", "check", arguments.repository],
        "gpai-lint check (sarif)": [python, "-m", "gpai_lint", "check", arguments.repository, "--format", "sarif"],
    }
    rows: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for command in commands.values():
        measured(command)
    for _ in range(arguments.runs):
        for name, command in commands.items():
            rows[name].append(measured(command))
    print(f"{'whole process':26} {'min':>8} {'median':>8} {'max':>8} {'processor':>10}   peak MiB")
    for name, runs in rows.items():
        seconds, busy, memory = (list(column) for column in zip(*runs, strict=True))
        print(
            f"{name:26} {min(seconds):8.3f} {statistics.median(seconds):8.3f} {max(seconds):8.3f} "
            f"{statistics.median(busy):10.3f}   {max(memory):8.1f}"
        )
    stages: dict[str, list[float]] = {}
    for _ in range(arguments.runs):
        run = subprocess.run([python, "-c", STAGES, arguments.repository], capture_output=True, text=True, check=True)
        for line in run.stdout.splitlines():
            name, seconds_text = line.rsplit(" ", 1)
            stages.setdefault(name, []).append(float(seconds_text))
    print(f"\n{'stage':26} {'min':>8} {'median':>8} {'max':>8}")
    for name, times in stages.items():
        print(f"{name:26} {min(times):8.3f} {statistics.median(times):8.3f} {max(times):8.3f}")


if __name__ == "__main__":
    main()
