"""Copies of attached files: on disk, whole and durable, before anybody is told that they are kept.

Discord's links expire, so the bytes are copied at intake and kept by their SHA-256.
"""

import asyncio
import hashlib
import os
import re
import secrets
import unicodedata
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.refusals import FileTooLarge

SIZE_LIMIT = 10 * 1024 * 1024
NAME_LIMIT = 120
_UNSAFE = re.compile(r"[^\w.\- ]")


class StoredFile(BaseModel):
    """A file whose bytes are on disk."""

    model_config = ConfigDict(frozen=True)

    sha256: str
    name: str
    size: int
    media_type: str


async def keep(data_dir: Path, name: str, data: bytes, media_type: str | None = None) -> StoredFile:
    """Write a file so that it survives a power cut, then say what it is called.

    Raises:
        FileTooLarge: over 10 MiB.
        OSError: the disk would not take it; nothing is acknowledged then.
    """
    if len(data) > SIZE_LIMIT:
        raise FileTooLarge(name=shown_name(name), limit=SIZE_LIMIT // (1024 * 1024))
    sha256 = await asyncio.to_thread(_write, data_dir, data)
    return StoredFile(
        sha256=sha256,
        name=shown_name(name),
        size=len(data),
        # What the sender says of a file is not believed: it is never served as anything but bytes.
        media_type=(media_type or "application/octet-stream")[:127],
    )


def path_of(data_dir: Path, sha256: str) -> Path:
    """Where the bytes with this hash are kept."""
    return data_dir / "files" / sha256[:2] / sha256


def shown_name(name: str) -> str:
    """A file name that is safe to show: no folders, no controls, no direction marks."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    return _UNSAFE.sub("_", last).strip(" .")[-NAME_LIMIT:] or "file"


def _write(data_dir: Path, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(data_dir, sha256)
    _make_folder(data_dir)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _write_whole(path, data)
    # Also where the file was there already: who put it there may have been killed before this.
    for folder in (path.parent, path.parent.parent, data_dir):
        _sync_folder(folder)
    return sha256


def _write_whole(path: Path, data: bytes) -> None:
    # Under another name until it is whole: a crash leaves rubbish, never half a file under its hash.
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _make_folder(folder: Path) -> None:
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        _sync_folder(made.parent)


def _sync_folder(folder: Path) -> None:
    # The new name is on disk only once its folder is.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
