"""What the operator signs is what minisign takes, and nothing else passes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from jurisdictions.freezing.minisign import (
    KeyRefused,
    check_signature,
    read_key,
    signature_of,
    write_key,
)

# By minisign 0.11 itself: `minisign -G -W`, `minisign -S -t "edition 1"` of b"what was said\n".
PUBLIC = """untrusted comment: minisign public key A0329E123C2D5A53
RWRTWi08Ep4yoEv5A8Uo16cNk2OuRLSKVGfHepBQCEVWIlPUkh3Trr6G
"""
SIGNATURE = """untrusted comment: signature from minisign secret key
RURTWi08Ep4yoP66zZiMUhaZxaAaX4u0jBp7BNCcyhK+WaKUZL8wzzlA89A1qr9bSqm0YxJ+WnQ+nrGUpNT4/bkmZDbFgMQl/Q8=
trusted comment: edition 1
Bs22yY5FMK8mij3Uk1EVt1sRukPfuTmj5IP/fG4x1jWACcHWpDlMgi67/k1jl3rE06JpyGH+EYmmCsTW54/1Cg==
"""


def test_what_minisign_signed_is_taken() -> None:
    assert check_signature(b"what was said\n", SIGNATURE, PUBLIC) == "edition 1"


@pytest.mark.parametrize("said", [b"what was sald\n", b"", b"what was said"])
def test_other_bytes_are_refused(said: bytes) -> None:
    with pytest.raises(KeyRefused, match="does not hold"):
        check_signature(said, SIGNATURE, PUBLIC)


def test_another_comment_key_or_text_is_refused(tmp_path: Path) -> None:
    key, other = write_key(tmp_path / "key"), write_key(tmp_path / "other")
    signed = signature_of(b"said", key, "edition 1")
    assert check_signature(b"said", signed, key.public_text) == "edition 1"
    for signature, public in (
        (signed.replace("edition 1", "edition 2"), key.public_text),
        (signed, other.public_text),
        ("nothing", key.public_text),
        (signed, "nothing"),
    ):
        with pytest.raises(KeyRefused):
            check_signature(b"said", signature, public)


def test_a_key_is_read_back_by_its_owner_alone_and_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "key"
    key = write_key(file)
    assert read_key(file).public_text == key.public_text
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        write_key(file)
    (tmp_path / "none").write_text("no key\n")
    with pytest.raises(KeyRefused, match="no key"):
        read_key(tmp_path / "none")


@pytest.mark.skipif(not shutil.which("minisign"), reason="minisign is not installed")
def test_minisign_takes_what_is_signed_here(tmp_path: Path) -> None:
    key = write_key(tmp_path / "key")
    (tmp_path / "said").write_bytes(b"said")
    (tmp_path / "said.minisig").write_text(signature_of(b"said", key, "edition 1"))
    (tmp_path / "key.pub").write_text(key.public_text)
    told = ["minisign", "-V", "-m", str(tmp_path / "said"), "-p", str(tmp_path / "key.pub")]
    subprocess.run(told, check=True)
