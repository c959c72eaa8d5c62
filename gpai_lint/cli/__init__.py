"""The command: one module per subcommand, each imported only when it is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from gpai_lint import __version__
from gpai_lint.errors import ExitCode, GpaiLintError
from gpai_lint.terminal import harmless

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: Subcommands in the order of the help text; each is the attribute ``command`` of the module of its name.
COMMANDS = {
    "check": "Check a model repository and report findings (the default command).",
    "status": "Show, model by model, where each obligation is met.",
    "evidence": "Show the facts that were read, with their places.",
    "explain": "Explain a rule or a requirement.",
    "rules": "List the rules.",
    "init": "Write a first gpai-lint.yaml.",
    "fix": "Insert what can be inserted without inventing facts.",
    "baseline": "Create, update or show a baseline of known findings.",
    "export": "Write the documentation that was read as a form.",
    "input": "Print the input document that policies see, or its schema.",
    "eval": "Evaluate a reference into the policies on a repository.",
    "new": "Start a policy pack, or a rule in one.",
    "test": "Run the unit tests of a policy pack.",
    "docs": "Generate the pages of a policy pack.",
    "packs": "Add, pin, verify and build policy packs.",
    "completion": "Print the completion script for a shell.",
}


class LazyGroup(click.Group):
    """A group that imports a command's module when it is used, and runs ``check`` where no command is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"gpai_lint.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``check`` in front of arguments that name no command, but not while a shell asks for commands."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)
        if not args or (args[0] not in COMMANDS and args[0] not in {"--help", "-h", "--version"}):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so, and the options of ``check``, which needs no name."""
        items = super().shell_complete(ctx, incomplete)
        check = self.get_command(ctx, "check") if incomplete.startswith("-") else None
        if check is not None:
            items += check.shell_complete(click.Context(check, parent=ctx, info_name="check"), incomplete)
        return items

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="gpai-lint")
def cli() -> None:
    """Lint a model repository against the EU General-Purpose AI Code of Practice.

    Without a command, `gpai-lint [PATH…]` checks a repository. A linter finds signals in files; it is not legal advice.
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and end the process with the exit code of the contract."""
    code = run(arguments)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = ExitCode.FAILURE
    # Whatever was opened was closed by the command that opened it. To free every object beside that would take a tenth
    # of a run, and the system takes the memory back all the same.
    os._exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code; every failure becomes one message on standard error."""
    try:
        outcome: Any = cli.main(args=arguments, prog_name="gpai-lint", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except click.Abort:
        click.echo("gpai-lint: interrupted", err=True)
        return ExitCode.FAILURE
    except GpaiLintError as error:
        click.echo(harmless(f"gpai-lint: {error}"), err=True)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone (`gpai-lint . | head`): nothing is wrong, and nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FAILURE
    except OSError as error:
        # A full disk, a device that is gone: nothing is wrong here, and the system says best what is.
        click.echo(harmless(f"gpai-lint: {error}"), err=True)
        return ExitCode.FAILURE
    except Exception as error:
        # The last line of defence: a defect of ours is exit 4 and a message, never a traceback.
        if os.environ.get("GPAI_LINT_TRACEBACK"):
            raise
        click.echo(harmless(f"gpai-lint: internal error: {type(error).__name__}: {error}"), err=True)
        click.echo("  Set GPAI_LINT_TRACEBACK=1 to see where, and please report it.", err=True)
        return ExitCode.FAILURE
    return outcome if isinstance(outcome, int) else ExitCode.CLEAN
