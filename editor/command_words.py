"""The words of the command line, in English and Chinese: all of a language in one table."""

from __future__ import annotations

import os
import sys

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
    "check": (
        "list wrong marks, doubled words, impossible dates and the like",
        "列出错用的标点、重字重词、不存在的日期等",
    ),
    "check-more": (
        "Prints a line for each place: PAGE:LINE: rule: why [before → after]. Nothing is changed. "
        "The exit code is 1 where something is found, or a page could not be checked.",
        "每处一行：文件:行: 检查项: 原因 [原文 → 改法]。不改动任何内容；有发现或有文件无法检查时，"
        "退出码为 1。",
    ),
    "check-json": (
        "one JSON object a line and page (see docs/checks.md)",
        "每版一行 JSON（见 docs/checks.md）",
    ),
    "check-sarif": (
        "all pages as one SARIF 2.1.0 log, for programs that show such",
        "全部结果写成一份 SARIF 2.1.0，供其他程序显示",
    ),
    "check-style": (
        "the house whose rules hold: one of your own by its name, or the path of a house file",
        "按哪家报社的规矩检查：自己的样式名，或样式文件的路径",
    ),
    "severity": (
        "what counts and is printed: note (all, default), warning or error and worse",
        "只列出并计入此级以上：note（提示，默认）、warning（警告）、error（错误）",
    ),
    "suspect": (
        "{page}:{line}: {rule}: {why} [{before} → {after}]",
        "{page}:{line}: {rule}：{why} [{before} → {after}]",
    ),
    "suspect-only": (
        "{page}:{line}: {rule}: {why} [{before}]",
        "{page}:{line}: {rule}：{why} [{before}]",
    ),
    "json": (
        "one JSON object a line and page (see docs/json.md)",
        "每版一行 JSON（见 docs/json.md）",
    ),
    "export": (
        "write the articles as Word files, text, Markdown or HTML",
        "把稿件导出为 Word、文本、Markdown 或 HTML",
    ),
    "export-more": (
        "Writes PAGE-01-HEADLINE.docx and so on, and prints a line for each: path, what became "
        "of it, characters, open doubts. All files are written or none. A file that is the same "
        "is not touched; one that was changed since it was exported stays as it is.",
        "写出“版面-01-标题.docx”等文件，逐个列出路径、结果、字数和存疑数。要么全部写出，要么一个不写；"
        "内容相同的文件不动，导出后被人改过的文件保持原样。",
    ),
    "project": (
        "export this project; PAGES are then names of its pages, * and ? allowed",
        "导出此项目；此时“文件”为其中版面的名称，可用 * 和 ?",
    ),
    "to": (
        "docx (default), proof (Word with corrections tracked, doubts and suspects as comments), "
        "txt, md or html",
        "docx（默认）、proof（校样：修改为修订，存疑和疑误为批注）、txt、md 或 html",
    ),
    "style": (
        "house style: newspaper (default), official, plain, one of your own by its name, or the "
        "path of a house file or Word template",
        "稿件样式：newspaper（报社稿件，默认）、official（公文）、plain（素稿）、自己的样式名，"
        "或样式文件、Word 模板的路径",
    ),
    "together": ("all articles in one file", "所有稿件写入一个文件"),
    "names": (
        "pattern of the files' names, such as {{page}}-{{n:02}}-{{headline}}; also {{paper}}, "
        "{{date}}, {{section}}, {{number}}, {{byline}}",
        "文件名规则，如 {{page}}-{{n:02}}-{{headline}}；"
        "还可用 {{paper}}、{{date}}、{{section}}、{{number}}、{{byline}}",
    ),
    "captions": ("captions too", "也导出图片说明"),
    "overwrite": (
        "replace files also where they were changed since they were exported",
        "导出后被改过的文件也替换",
    ),
    "remove-older": (
        "remove files that hold earlier states of these articles under other names, where nobody "
        "changed them",
        "删除这些稿件以前以别的名称导出、且无人改过的文件",
    ),
    "jobs": ("so many pages at once, each in a process of its own", "同时处理的进程数"),
    "each": (
        "{count} pages written to {folder}",
        "已写出 {count} 版，位于 {folder}",
    ),
    "each-before": (", {count} written by an earlier run", "，另有 {count} 版先前已写出"),
    "each-failed": (", {count} failed", "，{count} 版失败"),
    "page-written": ("written", "已写出"),
    "page-before": ("written before", "先前已写出"),
    "page-failed": ("failed", "失败"),
    "files": ("{count} files", "{count} 个文件"),
    "each-page": (
        "write each page when it is ready, not all or none; run again, go on where it was; a line "
        "is of a page then",
        "每版处理完即写出，不求全有或全无；再次运行时接着做；逐版报告",
    ),
    "cluster": (
        "have the workers of this dask scheduler do it; “local” starts one here with --jobs "
        "workers",
        "由此 dask 调度器的工作节点处理；local 表示在本机启动 --jobs 个节点",
    ),
    "ADDRESS": ("ADDRESS", "地址"),
    "export-json": ("one JSON object a line and file", "每个文件一行 JSON"),
    "FILE": ("FILE", "文件"),
    "KIND": ("KIND", "类型"),
    "STYLE": ("STYLE", "样式"),
    "PATTERN": ("PATTERN", "规则"),
    "N": ("N", "数"),
    "is-new": ("new", "新建"),
    "is-replaced": ("replaced", "替换"),
    "is-same": ("unchanged", "未变"),
    "is-kept": ("NOT WRITTEN", "未写"),
    "characters": ("{count} chars", "{count} 字"),
    "doubts": ("{count} doubts", "{count} 处存疑"),
    "folder": ("where to write (default: here); made if missing", "输出文件夹（默认当前文件夹）"),
    "version": ("print the version and stop", "显示版本"),
    "help": ("print this help and stop", "显示帮助"),
    "commands": ("commands", "命令"),
    "usage": ("usage: ", "用法："),
    "colon": (": error: ", "："),
    "PAGE": ("PAGE", "文件"),
    "COMMAND": ("COMMAND", "命令"),
    "DIR": ("DIR", "文件夹"),
    "options": ("options", "选项"),
    "pages": ("pages", "版面"),
    "examples": (
        """examples:
  galley page.txt                     open a page in the window
  galley reflow page.txt              print its articles as clean text
  galley reflow --json page.txt       the same for programs, with the doubts
  galley check page.txt               list what may be wrong, with its line
  galley export page.txt -o articles  one Word file an article, into articles/
  pdftotext page.pdf - | galley reflow -""",
        """示例：
  galley 第2版.txt                  在窗口中打开
  galley reflow 第2版.txt           输出整理好的稿件
  galley reflow --json 第2版.txt    供程序使用，含存疑之处
  galley check 第2版.txt            列出可能有错之处及其行号
  galley export 第2版.txt -o 稿件   每篇一个 Word 文件，写入“稿件”文件夹
  pdftotext 第2版.pdf - | galley reflow -""",
    ),
    "checked-as-text": (
        "{page}: no article found, so it is checked as plain text",
        "{page}：没有找到稿件，按普通文字检查",
    ),
    "no-articles": ("{page}: no article found", "{page}：没有找到稿件"),
    "written": ("{count} files written to {folder}", "已写出 {count} 个文件，位于 {folder}"),
    "unfit": (
        "{path}: {count} characters that such a file cannot hold (control characters) stand as "
        "\ufffd in it",
        "{path}：有 {count} 个字符（控制字符）无法写入此类文件，文件中以 \ufffd 代替",
    ),
    "replaced": (" ({count} replaced)", "（替换 {count} 个）"),
    "same": (" ({count} unchanged)", "（{count} 个未变）"),
    "kept": (
        "{count} files there were changed since or are not Galley's, and stay as they are "
        "(--overwrite replaces them)",
        "{count} 个文件导出后被改过或不是校样所写，保持原样（加 --overwrite 才替换）",
    ),
    "older": (
        "{count} files there hold earlier states of these articles under other names "
        "(--remove-older takes them away)",
        "另有 {count} 个文件是这些稿件以前以别的名称导出的（加 --remove-older 才删除）",
    ),
    "older-changed": (
        "{count} files there hold earlier states of these articles and were changed since: "
        "they stay",
        "另有 {count} 个文件是这些稿件以前导出的，后来被人改过，保持原样",
    ),
    "removed": (
        "{count} files with earlier states of these articles removed",
        "已删除 {count} 个这些稿件以前导出的文件",
    ),
    "left-out": (", {count} left out as the project says", "，另有 {count} 篇按项目设定不导出"),
    "no-file": ("{path}: no such file or command", "{path}：没有这个文件或命令"),
    "try-help": (" (galley --help lists the commands)", "（galley --help 列出所有命令）"),
    "sign": ("galley: ", "galley："),
    "output": ("standard output: {why}", "标准输出：{why}"),
    "no-display": (
        "no display here, so the articles go to Word files in {folder}",
        "没有显示环境，各篇稿件将导出为 Word 文件，位于 {folder}",
    ),
    "window": ("galley: start the window with: galley PAGE", "galley：打开窗口请用：galley 文件"),
}

ONE = {
    "characters": "1 char",
    "doubts": "1 doubt",
    "written": "1 file written to {folder}",
    "unfit": (
        "{path}: 1 character that such a file cannot hold (a control character) stands as "
        "\ufffd in it"
    ),
    "kept": (
        "1 file there was changed since or is not Galley's, and stays as it is "
        "(--overwrite replaces it)"
    ),
    "older": (
        "1 file there holds an earlier state of one of these articles under another name "
        "(--remove-older takes it away)"
    ),
    "older-changed": (
        "1 file there holds an earlier state of one of these articles and was changed since: "
        "it stays"
    ),
    "each": "1 page written to {folder}",
    "files": "1 file",
    "removed": "1 file with an earlier state of one of these articles removed",
}
"""What English says otherwise of a `count` of one."""


def language() -> str:
    """`zh` where the locale is Chinese, else `en`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    if sys.platform in ("win32", "darwin"):
        import locale

        return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chin")) else "en"
    return "en"


def say(word: str, language: str, **facts: object) -> str:
    """The words of `WORDS` in a language, with the facts in their places.

    A `count` of one takes the English form of `ONE` where there is one.
    """
    if language != "zh" and facts.get("count") == 1 and word in ONE:
        return ONE[word].format(**facts)
    return WORDS[word][language == "zh"].format(**facts)
