"""LibreOffice driven from outside, in a process of its own: `python3 tests/office.py JOB.json`.

Run by the system's Python, which has `uno`. A job: a list of [path, command, export] with
`command` "" or what the dispatcher knows, as ".uno:AcceptAllTrackedChanges"; `export` "" or the
path of a PDF. Prints as JSON, for each: its paragraphs, the styles of these, and its comments.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

SYSTEM = "/usr/bin/python3"


def available() -> bool:
    """Whether this system can drive LibreOffice."""
    import shutil

    if shutil.which("soffice") is None or not Path(SYSTEM).exists():
        return False
    return subprocess.run([SYSTEM, "-c", "import uno"], capture_output=True).returncode == 0


def opened(jobs: list[tuple[Path, str, str]], folder: Path) -> list[dict[str, Any]]:
    """What LibreOffice finds in files, after a command each."""
    job = folder / "job.json"
    job.write_text(json.dumps([[str(path), *rest] for path, *rest in jobs]), "utf-8")
    run = subprocess.run(
        [SYSTEM, __file__, str(job)], capture_output=True, text=True, timeout=300, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def _main(job: str) -> None:
    import uno
    from com.sun.star.beans import PropertyValue

    def value(name: str, of: Any) -> Any:
        made = PropertyValue()
        made.Name, made.Value = name, of
        return made

    with tempfile.TemporaryDirectory() as home:
        pipe = f"galley{time.time_ns()}"
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={Path(home).as_uri()}",
                "--headless",
                "--norestore",
                "--nologo",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            here = uno.getComponentContext()
            resolver = here.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
            for _ in range(600):
                try:
                    context = resolver.resolve(
                        f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
                    )
                    break
                except Exception:
                    time.sleep(0.1)
            services = context.ServiceManager
            desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            dispatcher = services.createInstanceWithContext(
                "com.sun.star.frame.DispatchHelper", context
            )
            told = []
            for path, command, export in json.loads(Path(job).read_text("utf-8")):
                # RepairPackage False: what is no whole package is refused, and not mended.
                asked = (value("Hidden", True), value("RepairPackage", False))
                document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, asked)
                if command:
                    frame = document.CurrentController.Frame
                    dispatcher.executeDispatch(frame, command, "", 0, ())
                told.append(_told(document))
                if export:
                    document.storeToURL(
                        Path(export).as_uri(), (value("FilterName", "writer_pdf_Export"),)
                    )
                document.close(True)
            print(json.dumps(told))
            desktop.terminate()
            office.wait(30)
        finally:
            office.kill()


def _told(document: Any) -> dict[str, Any]:
    paragraphs, styles = [], []
    walk = document.Text.createEnumeration()
    while walk.hasMoreElements():
        paragraph = walk.nextElement()
        paragraphs.append(paragraph.getString())
        styles.append(paragraph.ParaStyleName)
    comments = []
    fields = document.TextFields.createEnumeration()
    while fields.hasMoreElements():
        found = fields.nextElement()
        if found.supportsService("com.sun.star.text.textfield.Annotation"):
            comments.append([found.Content, found.Anchor.getString()])
    changes = []
    walk = document.Redlines.createEnumeration()
    while walk.hasMoreElements():
        change = walk.nextElement()
        when = change.RedlineDateTime
        changes.append(
            [
                change.RedlineType,
                change.RedlineAuthor,
                f"{when.Year:04}-{when.Month:02}-{when.Day:02}T{when.Hours:02}:{when.Minutes:02}",
            ]
        )
    return {"paragraphs": paragraphs, "styles": styles, "comments": comments, "changes": changes}


if __name__ == "__main__":
    _main(sys.argv[1])
