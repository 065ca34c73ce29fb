"""What reading says of files and folders that hold no article, and of text in other encodings."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.model import Document
from etl.read import UnreadFile, files, read_paths

ARTICLE = "Wheat Sown\n\nFarmers have begun sowing wheat on 690,000 hectares.\n"
RUSSIAN = "Посевная\n\nВ Туркменистане посеяли пшеницу на 690 тысячах гектаров.\n"


def read(path: Path) -> Document | UnreadFile:
    (found,) = read_paths([path])
    return found


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "holds no text"),
        (b" \r\n\t\n", "holds no text"),
        (b"2025 -- 12 %\n", "holds no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not text"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n\x93\x8c\x8b\xba", "unknown encoding"),
        ("Économie: 5 %, près de l’été".encode("cp1252"), "unknown encoding"),
        (RUSSIAN.encode("koi8-r"), "unknown encoding"),
        (b"\xff\xfeW\x00h", "unknown encoding"),
        (b"---\ntitle: wheat: cotton\n---\nText.", "put quotes around"),
    ],
)
def test_a_file_that_gives_no_article_says_why_and_what_to_do(data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text(ARTICLE, "utf-8")
    unread, document = read_paths([tmp_path])
    assert isinstance(unread, UnreadFile)
    assert unread.sentence.startswith(f"{tmp_path / 'a.txt'} ")
    assert says in unread.sentence
    assert unread.sentence.endswith(".")
    assert isinstance(document, Document)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_text_is_decoded_and_offsets_count_after_the_mark(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(RUSSIAN.replace("\n", "\r\n").encode(encoding))
    document = read(path)
    assert isinstance(document, Document)
    assert document.text == RUSSIAN.replace("\n", "\r\n")
    assert document.articles[0].blocks[0].span.start == 0
    assert document.articles[0].title == "Посевная"


def test_a_missing_path_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    missing, empty = read_paths([tmp_path / "no.txt", tmp_path])
    assert isinstance(missing, UnreadFile)
    assert missing.sentence == f"{tmp_path / 'no.txt'} does not exist. Check the name."
    assert isinstance(empty, UnreadFile)
    assert empty.sentence.startswith(f"{tmp_path} holds no article.")


def test_a_file_that_may_not_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    unread = read(tmp_path / "loop.txt")
    assert isinstance(unread, UnreadFile)
    assert "cannot be opened" in unread.sentence


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as big:
        big.truncate(files.LARGEST + 1)
    unread = read(tmp_path / "big.txt")
    assert isinstance(unread, UnreadFile)
    assert "is over 50 MB" in unread.sentence


def test_a_folder_is_read_in_order_without_its_readme_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/d.txt", "README.md", "c/.hidden.txt", ".git/e.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    assert [document.name for document in read_paths([tmp_path])] == ["a", "b", "d"]


@pytest.mark.parametrize("name", ["README.md", ".hidden.txt", "page.text"])
def test_a_file_given_by_name_is_always_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(ARTICLE, "utf-8")
    assert isinstance(read(tmp_path / name), Document)
