"""``gpai-lint completion``: completion of commands and options in a shell."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the completion script for a shell.

    \b
    bash: eval "$(gpai-lint completion bash)"   in ~/.bashrc
    zsh:  eval "$(gpai-lint completion zsh)"    in ~/.zshrc
    fish: gpai-lint completion fish > ~/.config/fish/completions/gpai-lint.fish
    """
    from click.shell_completion import get_completion_class

    from gpai_lint.cli import cli

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"There is no completion for '{shell}'.")
    click.echo(kind(cli, {}, "gpai-lint", "_GPAI_LINT_COMPLETE").source())
