"""The galley command without a window: pages in, text, JSON or Word files out.

Nothing heavy is imported before it is used: `galley --help` and `--version` load no analysis,
and nothing here ever loads Qt. Results go to standard output in UTF-8, everything else to
standard error; the exit code is 0, 1 where something failed, or 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from editor import __version__
from editor.files.errors import FileError

if TYPE_CHECKING:
    from editor.model.project import Page, Style
    from editor.model.reading import Reading

WORDS: dict[str, tuple[str, str]] = {
    "about": (
        "Turns the broken text of newspaper pages into clean articles.",
        "把报纸版面的断行文字整理成一篇篇干净的稿件。",
    ),
    "page": (
        "a text file (UTF-8, UTF-16, GB18030 or Big5), a .galley project, or - for standard input",
        "文本文件（UTF-8、UTF-16、GB18030 或 Big5）、.galley 项目，或 -（标准输入）",
    ),
    "open": ("open the window (the same as galley PAGE)", "打开窗口（等同于 galley 文件）"),
    "reflow": ("print the articles as clean text, or as JSON", "输出整理好的稿件（文本或 JSON）"),
    "reflow-more": (
        "Prints each article: headlines, byline, and one line a paragraph. Folios, dates and "
        "the like are left out; --json has everything, and what Galley is not sure of.",
        "逐篇输出：标题、署名，每段一行。版次、日期等不输出；--json 含全部内容及存疑之处。",
    ),
    "json": (
        "one JSON object a line and page (see docs/json.md)",
        "每版一行 JSON（见 docs/json.md）",
    ),
    "export": ("write one Word file an article", "每篇稿件导出为一个 Word 文件"),
    "export-more": (
        "Writes PAGE-01-HEADLINE.docx and so on, and prints their names. Files of the same "
        "name are replaced; of one page all files are written or none.",
        "写出“版面-01-标题.docx”等文件并列出文件名。同名文件会被替换；一版要么全部写出，要么一个不写。",
    ),
    "folder": ("where to write (default: here); made if missing", "输出文件夹（默认当前文件夹）"),
    "version": ("print the version and stop", "显示版本"),
    "help": ("print this help and stop", "显示帮助"),
    "commands": ("commands", "命令"),
    "options": ("options", "选项"),
    "pages": ("pages", "版面"),
    "examples": (
        """examples:
  galley page.txt                     open a page in the window
  galley reflow page.txt              print its articles as clean text
  galley reflow --json page.txt       the same for programs, with the doubts
  galley export page.txt -o articles  one Word file an article, into articles/
  pdftotext page.pdf - | galley reflow -""",
        """示例：
  galley 第2版.txt                  在窗口中打开
  galley reflow 第2版.txt           输出整理好的稿件
  galley reflow --json 第2版.txt    供程序使用，含存疑之处
  galley export 第2版.txt -o 稿件   每篇一个 Word 文件，写入“稿件”文件夹
  pdftotext 第2版.pdf - | galley reflow -""",
    ),
    "no-articles": ("{page}: no article found", "{page}：没有找到稿件"),
    "written": ("{count} articles written to {folder}", "已写出 {count} 篇稿件，位于 {folder}"),
    "replaced": (" ({count} replaced)", "（替换 {count} 个同名文件）"),
    "window": ("galley: start the window with: galley PAGE", "galley：打开窗口请用：galley 文件"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command of `argv` (without the program's name) and give its exit code."""
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    language = _language()
    parser = _parser(language)
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["help"]:  # galley help [COMMAND]
        words = [*words[1:2], "--help"]
    try:
        options = parser.parse_args(words)
    except SystemExit as stop:  # --help, --version, or usage
        return stop.code if isinstance(stop.code, int) else 2
    if options.command is None:
        parser.print_help(sys.stderr)
        return 2
    try:
        code: int = options.run(options, language)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # standard output itself
        print(f"galley: {error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _language() -> str:
    """`zh` where the locale is Chinese, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    if sys.platform in ("win32", "darwin"):
        import locale

        return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chin")) else "en"
    return "en"


def _say(word: str, language: str, **facts: object) -> str:
    return WORDS[word][language == "zh"].format(**facts)


def _parser(language: str) -> argparse.ArgumentParser:
    def text(word: str) -> str:
        return WORDS[word][language == "zh"]

    def finish(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("-h", "--help", action="help", help=text("help"))
        parser._optionals.title = text("options")
        parser._positionals.title = text("pages")

    parser = argparse.ArgumentParser(
        prog="galley",
        description=text("about"),
        epilog=text("examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    finish(parser)
    parser.add_argument(
        "--version", action="version", version=f"galley {__version__}", help=text("version")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=text("commands"))

    def command(name: str, more: str, run: Any) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name, help=text(name), description=text(more), add_help=False, allow_abbrev=False
        )
        finish(made)
        made.add_argument(
            "pages", nargs="*" if name == "open" else "+", metavar="PAGE", help=text("page")
        )
        made.set_defaults(run=run)
        return made

    command("open", "open", _window)
    command("reflow", "reflow-more", _reflow).add_argument(
        "--json", action="store_true", help=text("json")
    )
    command("export", "export-more", _export).add_argument(
        "-o", "--output", metavar="DIR", default=".", help=text("folder")
    )
    return parser


def _window(_: argparse.Namespace, language: str) -> int:
    print(_say("window", language), file=sys.stderr)
    return 2


def _pages(name: str) -> Iterator[tuple[Page, Style]]:
    """The pages of a file, with what was decided about them if it is a project."""
    from editor.model.project import Page, Style

    if name.lower().endswith(".galley"):
        from editor.files.project import load

        project = load(name)
        yield from ((page, project.style) for page in project.pages)
        return
    from editor.files.text import read_page

    yield Page("1", read_page(name)), Style()


def _read(page: Page, style: Style) -> Reading:
    from editor.analysis import read

    return read(page.source, page.decisions, style)


def _complain(error: FileError, name: str, language: str) -> None:
    if not error.facts.get("path"):
        error = error.at_path(name)
    sign = "galley：" if language == "zh" else "galley: "
    print(sign + error.message(language), file=sys.stderr)


def _reflow(options: argparse.Namespace, language: str) -> int:
    from editor.files.plain_text import reading_text

    code = 0
    several = len(options.pages) > 1
    for number, name in enumerate(options.pages):
        try:
            pages = list(_pages(name))
        except FileError as error:
            _complain(error, name, language)
            code = 1
            continue
        for page, style in pages:
            reading = _read(page, style)
            title = page.source.origin.name
            if options.json:
                print(_json_line(reading, title, language), flush=True)
                continue
            if several or len(pages) > 1:
                print(f"{chr(10) * 2 if number else ''}== {title} ==\n")
            if not reading.articles:
                print(_say("no-articles", language, page=title), file=sys.stderr)
            print(reading_text(reading), flush=True)
    return code


def _json_line(reading: Reading, title: str, language: str) -> str:
    from editor.analysis.reasons import sentence
    from editor.files.reading_json import reading_object

    return json.dumps(reading_object(reading, title, sentence, language), ensure_ascii=False)


def _export(options: argparse.Namespace, language: str) -> int:
    from editor.files.docx.export import export_articles

    code = count = replaced = 0
    taken: set[str] = set()
    for name in options.pages:
        try:
            for page, style in list(_pages(name)):
                made = export_articles(_read(page, style), page, options.output, taken=taken)
                if not made:
                    print(_say("no-articles", language, page=name), file=sys.stderr)
                for entry in made:
                    print(entry.path, flush=True)
                count += len(made)
                replaced += sum(entry.replaced for entry in made)
        except FileError as error:
            _complain(error, name, language)
            code = 1
    said = _say("written", language, count=count, folder=options.output)
    if replaced:
        said += _say("replaced", language, count=replaced)
    print(said, file=sys.stderr)
    return code
