import hashlib
import os
from pathlib import Path

import pytest

from bot import files
from bot.refusals import FileTooLarge


async def test_a_file_is_kept_under_its_hash(tmp_path: Path) -> None:
    kept = await files.keep(tmp_path, "photo.jpg", b"bytes", "image/jpeg")

    assert kept.sha256 == hashlib.sha256(b"bytes").hexdigest()
    assert files.path_of(tmp_path, kept.sha256).read_bytes() == b"bytes"
    assert (kept.name, kept.size, kept.media_type) == ("photo.jpg", 5, "image/jpeg")


async def test_the_bytes_are_synced_before_the_name_and_the_folder_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = files.path_of(tmp_path, hashlib.sha256(b"more").hexdigest()).parent
    folder.mkdir(parents=True)
    names = {path.stat().st_ino: path.name for path in (folder, folder.parent)} | {
        tmp_path.stat().st_ino: "data"
    }
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(handle: int) -> None:
        steps.append(names.get(os.fstat(handle).st_ino, "bytes"))
        fsync(handle)

    def noted_replace(self: Path, target: Path) -> Path:
        steps.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    await files.keep(tmp_path, "second", b"more")

    assert steps == ["bytes", "rename", folder.name, "files", "data"]

    steps.clear()
    await files.keep(tmp_path, "again", b"more")
    assert steps == [folder.name, "files", "data"]


async def test_a_disk_that_refuses_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    await files.keep(tmp_path, "first", b"makes the folders")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        await files.keep(tmp_path, "photo.jpg", b"bytes")

    monkeypatch.undo()
    assert not files.path_of(tmp_path, hashlib.sha256(b"bytes").hexdigest()).exists()
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


async def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    one = await files.keep(tmp_path, "a.txt", b"same")
    two = await files.keep(tmp_path, "b.txt", b"same")

    assert one.sha256 == two.sha256
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


async def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    await files.keep(tmp_path, "just.bin", b"\0" * files.SIZE_LIMIT)
    with pytest.raises(FileTooLarge):
        await files.keep(tmp_path, "over.bin", b"\0" * (files.SIZE_LIMIT + 1))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\cmd.exe", "cmd.exe"),
        ("..", "file"),
        ("", "file"),
        ("a\u202egnp.exe", "a_gnp.exe"),
        ("x\0y", "x_y"),
        ("фото 1.jpg", "фото 1.jpg"),
        ("n" * 300 + ".jpg", "n" * 116 + ".jpg"),
    ],
)
async def test_a_hostile_name_stays_a_name(tmp_path: Path, given: str, shown: str) -> None:
    kept = await files.keep(tmp_path / "store", given, given.encode())

    assert kept.name == shown
    assert set(tmp_path.iterdir()) == {tmp_path / "store"}
