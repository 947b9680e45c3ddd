"""What can be wrong with a file, as a value that can be told to people in their language.

Each error has a code and facts (`position`, `path`, …); the table holds one sentence a code in
English and Chinese. Code that catches asks for the code, people get `message(language)`.
"""

from __future__ import annotations

import errno
import os
import re
from typing import Literal

Language = Literal["zh", "en"]

SENTENCES: dict[str, tuple[str, str]] = {
    # the system's own refusals
    "not-found": ("there is no such file", "没有这个文件"),
    "no-folder": ("there is no such folder", "没有这个文件夹"),
    "no-permission": ("no permission for it", "没有权限"),
    "is-folder": ("it is a folder, not a file", "这是文件夹，不是文件"),
    "not-folder": ("it is not a folder", "这不是文件夹"),
    "not-regular": ("it is not an ordinary file", "这不是普通文件"),
    "disk-full": ("the disk is full", "磁盘已满"),
    "read-only": ("the file or its disk is read-only", "文件或磁盘是只读的"),
    "loop": ("its links lead round in a circle", "它的链接首尾相连"),
    "no-writer": ("nothing is written into this pipe", "没有程序向这个管道写入内容"),
    "name-too-long": ("its name is too long", "文件名太长"),
    "damaged-disk": ("the disk does not take it (input or output error)", "磁盘读写出错"),
    "share-gone": ("the disk or network folder is gone", "磁盘或网络文件夹已断开"),
    "system": ("the system refused: {reason}", "系统拒绝：{reason}"),
    # text
    "too-large": ("larger than {limit} MB", "超过 {limit} MB"),
    "too-many-lines": (
        "{at}: more than {limit:,} printed lines ({all:,} with blank ones): cut it into several",
        "{at}：超过 {limit:,} 行文字（连空行 {all:,} 行）：请拆成几份",
    ),
    "changed": (
        "the file has changed since it was opened: open it anew",
        "文件在打开之后已被改动：请重新打开",
    ),
    "empty": ("there is no text in it", "里面没有文字"),
    "other-format": (
        "this is {kind}, not plain text: copy its text or save it as .txt",
        "这是{kind_zh}，不是纯文本：请复制其中文字，或另存为 .txt",
    ),
    "binary": (
        "not text: byte {position} is a control byte (0x{byte:02X})",
        "不是文本：位置 {position} 处是控制字节（0x{byte:02X}）",
    ),
    "undecodable": (
        "cannot be read as {encoding}: wrong byte at {position} (0x{byte:02X})",
        "无法按 {encoding} 解读：位置 {position} 处的字节有误（0x{byte:02X}）",
    ),
    "other-encoding": (
        "this seems to be {encoding}, which is not read here: save it as UTF-8",
        "看来是 {encoding} 编码，无法读取：请另存为 UTF-8",
    ),
    "unknown-encoding": (
        "neither UTF-8, UTF-16, GB18030 nor Big5: wrong byte at {position} (0x{byte:02X})",
        "不是 UTF-8、UTF-16、GB18030 或 Big5：位置 {position} 处的字节有误（0x{byte:02X}）",
    ),
    # projects
    "bad-encoding": (
        "not UTF-8: wrong byte at {position}",
        "不是 UTF-8：位置 {position} 处的字节有误",
    ),
    "bad-json": (
        "the file is damaged: no JSON at line {line}, column {column}",
        "文件已损坏：第 {line} 行第 {column} 列不是 JSON",
    ),
    "not-project": ("this is no Galley project", "这不是校样项目文件"),
    "newer": (
        "written by a newer Galley (format {found}; this one knows {known}): please update",
        "由更新版本的校样保存（格式 {found}，本版只认识 {known}）：请先更新",
    ),
    "too-deep": ("{at}: nested too deeply", "{at}：嵌套太深"),
    "twice": ("{at}: “{name}” stands there twice", "{at}：“{name}”出现两次"),
    "bad-number": ("{at}: not a usable number", "{at}：数字不可用"),
    "bad-text": ("{at}: text with half a character (surrogate)", "{at}：含不完整的字符（代理项）"),
    "missing": ("{at}: “{name}” is missing", "{at}：缺少“{name}”"),
    "unknown-field": ("{at}: unknown field “{name}”", "{at}：不认识的字段“{name}”"),
    "wrong-type": ("{at}: should be {wanted}", "{at}：应为{wanted_zh}"),
    "unknown-value": ("{at}: unknown value “{value}”", "{at}：不认识的值“{value}”"),
    "out-of-range": ("{at}: {value} is out of range", "{at}：{value} 超出范围"),
    "bad-span": ("{at}: span {value} is not in order", "{at}：区间 {value} 首尾颠倒"),
    "not-printed": ("{at}: there is no printed character there", "{at}：该处没有字符"),
    "overlap": ("{at}: overlaps the entry before it", "{at}：与前一条重叠"),
    "order": ("{at}: not in order, or there twice", "{at}：顺序不对或重复"),
    "hash": (
        "{at}: the text does not match its hash: the file is damaged",
        "{at}：文本与校验值不符，文件已损坏",
    ),
    "no-pages": ("{at}: there is no page in it", "{at}：里面没有页面"),
    "no-page": ("{at}: there is no page “{value}”", "{at}：没有页面“{value}”"),
    "history": (
        "{at}: the history does not fit the decisions",
        "{at}：历史记录与现有决定不一致",
    ),
    "changed-outside": (
        "it was changed by somebody else since it was opened",
        "打开之后，它被别人改过了",
    ),
    "journal": ("this journal of unsaved work cannot be read", "这份未保存工作的日志无法读取"),
    "no-ground": (
        "what was not saved goes on from this file as it was, and it was changed or is gone since; "
        "put it back as it was, and start Galley again",
        "没有保存的改动是接着这个文件原来的内容做的，而它已经被改过或不在了；把原来的文件放回原处，"
        "再启动校样",
    ),
    "bad-line": ("{at}: a line end within a line", "{at}：一行之内含换行符"),
    # houses and templates
    "no-rules": (
        "a Word template says nothing of texts: name a house file",
        "Word 模板里没有文字的规矩：请指定样式文件",
    ),
    "bad-pattern": (
        "{at}: no regular expression: {reason}",
        "{at}：不是正则表达式：{reason}",
    ),
    "bad-toml": ("not TOML: {reason}", "不是 TOML：{reason}"),
    "no-dask": (
        "a cluster needs galley[dask], which is not installed",
        "使用集群须先安装 galley[dask]",
    ),
    "no-cluster": (
        "no dask scheduler answers at {address} ({reason})",
        "{address} 没有 dask 调度器应答（{reason}）",
    ),
    "worker-ended": (
        "a worker process ended before its pages were done; with --each, the same command goes "
        "on where it was",
        "一个工作进程中途结束；使用 --each 时，再次运行同一命令即可接着做",
    ),
    "not-worked": (
        "Galley failed on this page, and goes on with the others ({reason})",
        "处理本版时程序出错，其余版面照常处理（{reason}）",
    ),
    "no-house": (
        "there is no house style “{name}” (those that ship: {known})",
        "没有“{name}”这种稿件样式（自带的有：{known}）",
    ),
    "no-word": ("it is no whole Word document", "不是完整的 Word 文档"),
    "large-parts": ("it unpacks to more than {limit} MB", "解压后超过 {limit} MB"),
    "bad-part": (
        "it holds what a template may not: {name}",
        "含有模板中不允许的内容：{name}",
    ),
    "no-style": ("it has no paragraph style “{name}”", "其中没有段落样式“{name}”"),
    "bad-field": ("unknown field in braces: {field}", "花括号中的字段不认识：{field}"),
    "no-field": (
        "the pattern of names has no field in braces: {pattern}",
        "命名规则中没有花括号字段：{pattern}",
    ),
}


class FileError(Exception):
    """Something is wrong with a file. `code` names the sentence, `facts` fill its places."""

    def __init__(self, code: str, **facts: object) -> None:
        """`facts` may carry `path`, which is told before the sentence."""
        super().__init__(code)
        self.code = code
        self.facts = facts

    def message(self, language: str = "en") -> str:
        """The whole of it in one line for people; `language` is `zh` or `en`."""
        chinese = language == "zh"
        sentence = SENTENCES[self.code][chinese].format(**self.facts)
        if self.facts.get("at") == "":  # the whole of the file
            sentence = sentence.removeprefix(": ").removeprefix("：")
        path = self.facts.get("path")
        if not path:
            return sentence
        return f"{path}：{sentence}" if chinese else f"{path}: {sentence}"

    def __str__(self) -> str:
        """The English message."""
        return self.message("en")

    def at_path(self, path: str) -> FileError:
        """The same error, told with the file that it happened in."""
        return type(self)(self.code, **{**self.facts, "path": path})

    def in_file(self, path: str) -> FileError:
        """The same error; where it names no file of its own, told with this one."""
        return self if self.facts.get("path") else self.at_path(path)


class TextError(FileError):
    """A page cannot be read as text."""


class ProjectError(FileError):
    """A project file is not whole and is not loaded."""


_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")

_BY_ERRNO = {
    errno.ENOENT: "not-found",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EISDIR: "is-folder",
    errno.ENOTDIR: "not-folder",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "read-only",
    errno.ENXIO: "not-regular",
    errno.ELOOP: "loop",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EIO: "damaged-disk",
    errno.ESTALE: "share-gone",
    errno.ENOTCONN: "share-gone",
    errno.EHOSTDOWN: "share-gone",
    errno.EHOSTUNREACH: "share-gone",
    errno.ETIMEDOUT: "share-gone",
    errno.ENODEV: "share-gone",
}


def from_system(error: OSError, path: str | os.PathLike[str]) -> FileError:
    """The system's refusal in words of ours."""
    code = _BY_ERRNO.get(error.errno or 0, "system")
    if code == "not-found" and not os.path.isdir(os.path.dirname(os.path.abspath(path))):
        code = "no-folder"
    return FileError(code, path=shown(path), reason=error.strerror or str(error))


def shown(path: str | os.PathLike[str]) -> str:
    """A path that can be printed in a line: what is no text or no sign becomes U+FFFD."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return _UNPRINTED.sub("\ufffd", text) or "“”"
