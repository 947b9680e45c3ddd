"""The parser of the command line, in English and Chinese.

Its own English (usage, errors) is said in Chinese too where the locale is Chinese.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from editor import __version__
from editor.command_words import WORDS

Command = Callable[[argparse.Namespace, str], int]
"""Runs a command with its options in a language (`zh` or `en`); gives the exit code."""

# What argparse says, and how a Chinese reader is told.
_MISTAKES = (
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (
        r"argument (?:COMMAND|命令): invalid choice: (.*) \(choose from (.*)\)",
        r"没有命令 \1（可用：\2）",
    ),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 不能是 \2（可用：\3）"),
    (r"argument (.*): expected one argument", r"\1 后面缺少内容"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 不能与 \2 同用"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 不带内容：\2"),
    (r"argument (.*): invalid .* value: (.*)", r"\1 后面的内容不可用：\2"),
)


def parser(language: str, commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """The parser of the command line; `commands` has `open`, `reflow`, `check` and `export`."""
    chinese = language == "zh"

    def text(word: str) -> str:
        return WORDS[word][chinese]

    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(
            self, usage: str | None, actions: Iterable[argparse.Action],
            groups: Iterable[Any], prefix: str | None = None,
        ) -> None:  # fmt: skip
            prefix = text("usage") if prefix is None else prefix
            super().add_usage(usage, actions, groups, prefix)

    class Parser(argparse.ArgumentParser):
        def _print_message(self, message: str, file: Any = None) -> None:
            (file or sys.stderr).write(message)  # argparse keeps quiet where this fails

        def error(self, message: str) -> NoReturn:
            self.print_usage(sys.stderr)
            self.exit(2, f"{self.prog}{text('colon')}{_mistake(message, chinese)}\n")

    def finish(made: argparse.ArgumentParser) -> None:
        made.add_argument("-h", "--help", action="help", help=text("help"))
        made._optionals.title = text("options")
        made._positionals.title = text("pages")

    whole = Parser(
        prog="galley",
        description=text("about"),
        epilog=text("examples"),
        formatter_class=Formatter,
        add_help=False,
    )
    finish(whole)
    whole.add_argument(
        "--version", action="version", version=f"galley {__version__}", help=text("version")
    )
    kinds = whole.add_subparsers(
        dest="command", metavar=text("COMMAND"), title=text("commands"), prog="galley"
    )

    def command(name: str, more: str) -> argparse.ArgumentParser:
        made = kinds.add_parser(
            name,
            help=text(name),
            description=text(more),
            formatter_class=Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        finish(made)
        many = {"open": "*", "export": "*"}.get(name, "+")
        made.add_argument("pages", nargs=many, metavar=text("PAGE"), help=text("page"))
        made.set_defaults(run=commands[name], parser=made)
        return made

    command("open", "open")
    command("reflow", "reflow-more").add_argument("--json", action="store_true", help=text("json"))
    made = command("check", "check-more")
    kind = made.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help=text("check-json"))
    kind.add_argument("--sarif", action="store_true", help=text("check-sarif"))
    made.add_argument(
        "-s", "--style", metavar=text("STYLE"), default=None, type=folder, help=text("check-style")
    )
    made.add_argument("--severity", choices=SEVERITIES, default="note", help=text("severity"))
    _export_options(command("export", "export-more"), text)
    return whole


def _export_options(made: argparse.ArgumentParser, text: Callable[[str], str]) -> None:
    for letter, name, metavar, default, kind in (
        ("-o", "--output", "DIR", ".", folder),
        ("-p", "--project", "FILE", None, folder),
        ("-s", "--style", "STYLE", "newspaper", folder),
        ("-n", "--names", "PATTERN", "", str),
        ("-j", "--jobs", "N", 1, jobs),
        ("-c", "--cluster", "ADDRESS", None, folder),
    ):
        told = {"--output": "folder"}.get(name, name[2:])
        made.add_argument(
            letter, name, metavar=text(metavar), default=default, type=kind,
            help=text(told).replace("{{", "{").replace("}}", "}"),
        )  # fmt: skip
    made.add_argument("-t", "--to", choices=KINDS, default="docx", help=text("to"))
    for name in ("--together", "--each", "--captions", "--overwrite", "--remove-older", "--json"):
        told = {"--json": "export-json", "--each": "each-page"}.get(name, name[2:])
        made.add_argument(name, action="store_true", help=text(told))


def check_pages(options: argparse.Namespace, language: str) -> None:
    """An export is of pages or of a project; anything else is wrong usage (`SystemExit`)."""
    if options.command == "export" and not (options.pages or options.project):
        name = WORDS["PAGE"][language == "zh"]
        options.parser.error(f"the following arguments are required: {name}")
    if options.command == "export" and options.each and options.together:
        options.parser.error("argument --each: not allowed with argument --together")


KINDS = ("docx", "proof", "txt", "md", "html")
"""Kinds of file, as in `editor.files.export.targets`, which is not loaded for a --help."""

SEVERITIES = ("note", "warning", "error")
"""As in `editor.proofing.suspect.Severity`, from the least."""


def jobs(number: str) -> int:
    """A number of processes, 1 to 64."""
    found = int(number)
    if not 1 <= found <= 64:
        raise ValueError
    return found


def folder(name: str) -> str:
    """A folder's name: an empty one is a mistake of a script, and not the folder here."""
    if not name:
        raise ValueError
    return name


def _mistake(message: str, chinese: bool) -> str:
    if chinese:
        for english, told in _MISTAKES:
            if found := re.fullmatch(english, message, re.DOTALL):
                return found.expand(told)
    return message
