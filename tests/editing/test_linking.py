"""Articles over several pages: joined, parted again, and one wherever they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.jumps import judged
from benchmarks.pages.issue import make_issue
from editor.analysis import read
from editor.cli import main
from editor.editing.gestures import NewArticle
from editor.editing.linking import LinkParts, PartAgain, facts_of, proposals
from editor.editing.session import Session
from editor.files.errors import FileError
from editor.files.house import load as load_house
from editor.files.project import from_bytes, save, to_bytes
from editor.model.compose import chains, compose, joined, pages_beyond
from editor.model.links import Link
from editor.model.places import Span
from editor.model.project import Page, Project, Style
from editor.model.reading import Article, Block, Reading
from editor.model.source import Origin, Source
from editor.model.structure import Role
from editor.model.traced import Piece, TracedText
from editor.resources import resource

ONE = """河报 2024年3月5日 星期二 第1版
全市春耕生产全面铺开
本报讯 记者林山报道，连日来，全市各地抢抓农时，
组织农机下田作业，春耕生产由南向北全面铺开。截至
目前，全市已完成春耕整地面积三十万亩，占计划的六
成以上，进度快于去年同期。
在城东镇的田间，十几台大型拖拉机来回穿梭，翻起的
泥土散发着清香。种粮大户周明告诉记者，今年他流转
了八百亩地，准备
（下转第4版）
"""
TWO = """河报 2024年3月5日 星期二 第4版
（上接第1版）
全部种上优质水稻。市农业农村局有关负责人表示，下
一步将继续加强农机调度，做好农资供应，确保不误农
时，为全年粮食丰收打下坚实基础。
（下转第5版）
图书馆延长开放时间
本报讯 从本月起，市图书馆周末开放时间延长至晚上
九点，方便市民阅读。据介绍，馆内新添图书两万册，
并增设儿童阅览区。
"""
THREE = """河报 2024年3月5日 星期二 第5版
（上接第4版）
在城西镇，返乡青年李河和同伴成立了合作社，用无人
机为乡亲们播种施肥，一天可以作业五百亩地，又快又
省，乡亲们都说好。
"""


def opened() -> Session:
    pages = tuple(
        Page(f"p{number}", Source(text, Origin(f"{number}.txt")))
        for number, text in enumerate((ONE, TWO, THREE), 1)
    )
    return Session(Project(pages), who="law")


def readings(project: Project) -> dict[str, Reading]:
    return {p.key: read(p.source, p.decisions, Style()) for p in project.pages}


def offered(project: Project) -> LinkParts:
    of = readings(project)
    facts = [facts_of(page, of[page.key]) for page in project.pages]
    found = proposals(project, facts, chains(of, project.links))
    pairs = tuple((p.first, p.second) for p in found)
    return LinkParts(pairs, tuple(mark for p in found for mark in p.marks), of, "law")


def bodies(project: Project) -> list[str]:
    whole = compose(readings(project), project.links)
    return ["".join(block.text.text for block in c.article.blocks) for c in whole]


def test_an_article_over_three_pages_is_linked_parted_and_undone() -> None:
    session = opened()
    apart = bodies(session.project)
    first = session.project
    link = offered(first)
    assert [(a[0], b[0]) for a, b in link.pairs] == [("p1", "p2"), ("p2", "p3")]
    assert session.change(link) and not session.change(offered(session.project))
    whole = bodies(session.project)
    assert len(whole) == len(apart) - 2 and "准备全部种上优质水稻。" in whole[0]
    assert whole[0].endswith("乡亲们都说好。") and "下转" not in whole[0]
    assert session.change(PartAgain(link.pairs[1][0], readings(session.project)["p2"]))
    assert len(bodies(session.project)) == len(apart) - 1
    session.undo()
    assert bodies(session.project) == whole
    session.undo()
    assert session.project.pages == first.pages and not session.project.links


def test_links_survive_saving_and_follow_decisions() -> None:
    session = opened()
    session.change(offered(session.project))
    again = from_bytes(to_bytes(session.project))
    assert again == session.project and bodies(again) == bodies(session.project)
    session.show("p2")
    at = session.page.source.text.index("下\n一步") + 2
    session.do(NewArticle(at))
    whole = compose(readings(session.project), session.project.links)
    parts = [[key for key, _ in c.parts] for c in whole if len(c.parts) > 1]
    assert parts == [["p1", "p2", "p3"]]


def test_it_is_exported_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = opened()
    session.change(offered(session.project))
    save(tmp_path / "a.galley", session.project)
    out = tmp_path / "out"
    assert main(["export", str(tmp_path / "a.galley"), "-o", str(out), "--to", "txt"]) == 0
    texts = [path.read_text("utf-8") for path in sorted(out.glob("*.txt"))]
    told = capsys.readouterr()
    assert len(texts) == 2 and len(told.out.splitlines()) == 2
    assert "no article" not in told.err  # of the page that has a part of it only
    assert sum("返乡青年" in text for text in texts) == 1
    one = next(text for text in texts if "返乡青年" in text)
    assert one.startswith("全市春耕") and "准备全部种上优质水稻。" in one


def test_where_it_goes_on_is_said_where_the_house_wants_it(tmp_path: Path) -> None:
    session = opened()
    session.change(offered(session.project))
    save(tmp_path / "a.galley", session.project)
    texts = {}
    plain = resource("house/newspaper.toml").read_text("utf-8")
    for words in ("", "（下转第{number}版）", " (continued on page {number})"):
        line = f'continued = "{words}"\n' if words else ""
        house = tmp_path / f"house{len(texts)}.toml"
        house.write_text(plain.replace("[word]\n", "[word]\n" + line), "utf-8")
        out = tmp_path / f"out{len(texts)}"
        asked = ["export", str(tmp_path / "a.galley"), "--style", str(house), "-o", str(out)]
        for kind in ("txt", "proof"):
            assert main([*asked, "--to", kind]) == 0
        found = [path.read_text("utf-8") for path in sorted(out.glob("*.txt"))]
        texts[words] = next(text for text in found if "返乡青年" in text)
    for words, text in texts.items():
        said = [words.format(number=number) for number in (4, 5) if words]
        assert all(text.count(one) == 1 for one in said)
        for one in said:
            text = text.replace(one, "")
        assert text == texts[""]
    house.write_text(plain.replace("[word]\n", '[word]\ncontinued = "{page}"\n'), "utf-8")
    with pytest.raises(FileError, match=r"word\.continued"):
        load_house(house)


def article(at: int, text: str, head: str = "") -> Article:
    def traced(words: str, start: int) -> TracedText:
        return TracedText((Piece(words, Span(start, start + len(words))),))

    heads = (traced(head, at + 50),) if head else ()
    return Article(at, (Block(Role.BODY, traced(text, at)),), headline=heads)


def test_a_later_headline_is_a_crosshead_unless_it_repeats_the_first() -> None:
    first = article(0, "春天来了。", "春到人间")
    again = joined((("a", first), ("b", article(0, "花都开了。", "春到"))))
    assert [block.role for block in again.blocks] == [Role.BODY, Role.BODY]
    other = joined((("a", first), ("b", article(0, "花都开了。", "夏日的雨"))))
    assert [block.text.text for block in other.blocks] == ["春天来了。", "夏日的雨", "花都开了。"]
    assert other.blocks[1].role is Role.CROSSHEAD


places = st.tuples(st.sampled_from("abc"), st.integers(0, 2))


@given(st.lists(st.tuples(places, places), max_size=8))
def test_whatever_is_linked_each_article_is_in_one_whole(
    pairs: list[tuple[tuple[str, int], ...]],
) -> None:
    three = tuple(article(10 * n, "春天。") for n in range(3))
    of = {key: Reading(articles=three) for key in "abc"}
    links = [Link(a, 10 * n, b, 10 * m) for (a, n), (b, m) in pairs]
    found = list(compose(of, links))
    parts = [(key, a.at) for c in found for key, a in c.parts]
    assert sorted(parts) == sorted((key, 10 * n) for key in "abc" for n in range(3))
    after = chains(of, links)
    assert len(set(after.values())) == len(after)
    for (page, _), (to, _) in after.items():
        assert page == to or to in pages_beyond(page, links)


def test_jump_lines_of_issues_with_gold() -> None:
    each = [judged(make_issue(style, "judge", 7, 0)) for style in ("plain-none", "sign-after")]
    links, found, false = (sum(row[n] for row in each) for n in range(3))
    assert links >= 4 and found >= 0.9 * links and false == 0
