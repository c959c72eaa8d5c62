"""Write the generated metadata file of the built-in pack: ``python -m gpai_lint.policy.packs.generate``."""

from __future__ import annotations

from gpai_lint.policy.packs.builtin import GENERATED, build_builtin, builtin_folder, generated_metadata


def main() -> None:
    """Write ``gpai/metadata/data.json`` from the METADATA of the rules."""
    folder = builtin_folder()
    target = folder / GENERATED
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(generated_metadata(build_builtin(folder)), "utf-8")


if __name__ == "__main__":
    main()
