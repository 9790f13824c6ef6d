"""script/bootstrap installs what the lock names, whatever has come out since, or nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from django.conf import settings
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(settings.BASE_DIR)
LOCKS = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"^([A-Za-z0-9][^\\\n]*==[^\\\n]+)", re.MULTILINE)


class Index:
    """A package index in a folder, as pip and uv read one, and a project that installs from it."""

    def __init__(self, folder: Path) -> None:
        self.packages = folder / "index"
        self.project = folder / "project"
        (self.project / "script").mkdir(parents=True)
        shutil.copy(ROOT / "script" / "bootstrap", self.project / "script")
        self.lock("requirements-installer.txt")
        self.lock("requirements.txt")

    def offer(self, name: str, version: str, *needs: str, files: dict[str, bytes] = {}) -> str:  # noqa: B006
        """Put a wheel there; answers the line that pins it, hash and all."""
        tags = "py3-none-any"
        wheel = self.packages / name / f"{name}-{version}-{tags}.whl"
        wheel.parent.mkdir(parents=True, exist_ok=True)
        info = f"{name}-{version}.dist-info"
        head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: more\n"
        told = {
            f"{name}.py": f"VERSION = {version!r}\n".encode(),
            **files,
            f"{info}/METADATA": (head + "".join(f"Requires-Dist: {n}\n" for n in needs)).encode(),
            f"{info}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tags}\n".encode(),
        }
        record = "".join(f"{path},{_digest(data)},{len(data)}\n" for path, data in told.items())
        told[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
        with ZipFile(wheel, "w") as zipped:
            for path, data in told.items():
                entry = ZipInfo(path)
                entry.external_attr = 0o100755 << 16
                zipped.writestr(entry, data)
        links = (f'<a href="{one.name}">{one.name}</a>' for one in wheel.parent.glob("*.whl"))
        (wheel.parent / "index.html").write_text("\n".join(links), encoding="utf-8")
        return f"{name}=={version} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}"

    def offer_uv(self) -> None:
        """Offer the installer that this project's own lock names, from where it is installed."""
        version = distribution("uv").version
        binary = {f"uv-{version}.data/scripts/uv": (ROOT / ".venv/bin/uv").read_bytes()}
        self.lock("requirements-installer.txt", self.offer("uv", version, files=binary))

    def lock(self, file: str, *pins: str) -> None:
        """Write a requirement file."""
        (self.project / file).write_text("".join(f"{pin}\n" for pin in pins), encoding="utf-8")

    def bootstrap(self) -> subprocess.CompletedProcess[str]:
        """Run it as somebody would who knows of no other index."""
        own = {name: text for name, text in os.environ.items() if name[:4] not in {"PIP_", "UV_I"}}
        return subprocess.run(
            ["script/bootstrap"],
            cwd=self.project,
            env=own
            | {
                "PIP_CONFIG_FILE": os.devnull,
                "PIP_INDEX_URL": self.packages.as_uri(),
                "UV_DEFAULT_INDEX": self.packages.as_uri(),
                "UV_CACHE_DIR": str(self.project / "cache"),
                "UV_NO_CONFIG": "1",
            },
            capture_output=True,
            text=True,
        )

    def installed(self, name: str) -> str:
        """The version that the project's own Python finds, "" for none."""
        asked = f"import {name}; print({name}.VERSION)"
        python = self.project / ".venv" / "bin" / "python"
        return subprocess.run([python, "-c", asked], capture_output=True, text=True).stdout.strip()


def _digest(data: bytes) -> str:
    return f"sha256={urlsafe_b64encode(sha256(data).digest()).decode().rstrip('=')}"


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path)


@pytest.mark.parametrize("quick", [True, False], ids=["with-uv", "where-only-pip-answers"])
def test_what_came_out_since_the_lock_was_made_changes_nothing(index: Index, quick: bool) -> None:
    if quick:
        index.offer_uv()
    else:
        index.lock("requirements-installer.txt", f"uv==1 --hash=sha256:{'0' * 64}")
    extra = 'needed; extra == "more"'
    pins = index.offer("asking", "1.0", "needed[more]"), index.offer("needed", "1.0", extra)
    index.offer("needed", "2.0")
    index.lock("requirements.txt", *pins)
    done = index.bootstrap()
    assert done.returncode == 0, done.stderr
    assert ("once more with pip" in done.stderr) is not quick
    assert (index.installed("asking"), index.installed("needed")) == ("1.0", "1.0")
    assert index.bootstrap().stderr == ""


def test_a_package_that_is_not_the_one_that_was_locked_is_refused(index: Index) -> None:
    index.offer_uv()
    pin = index.offer("needed", "1.0")
    index.offer("needed", "1.0", files={"planted.py": b"print('here')\n"})
    index.lock("requirements.txt", pin)
    done = index.bootstrap()
    assert done.returncode != 0
    assert index.installed("needed") == ""
    assert not (index.project / ".venv" / "installed").exists()


def pinned() -> Iterator[Requirement]:
    """What the lock names for this machine."""
    for lock in LOCKS:
        for pin in map(Requirement, PIN.findall((ROOT / lock).read_text(encoding="utf-8"))):
            if not pin.marker or pin.marker.evaluate():
                yield pin


def test_the_lock_holds_whatever_its_packages_need_their_extras_included() -> None:
    versions = {canonicalize_name(one.name): str(one.specifier)[2:] for one in pinned()}
    asked = [(one, need) for one in pinned() for need in _needs(one)]
    assert len(asked) > len(versions)
    for one, need in asked:
        version = versions.get(canonicalize_name(need.name))
        assert version, f"{one.name} needs {need}"
        assert need.specifier.contains(version, prereleases=True), f"{one.name} needs {need}"


def _needs(pin: Requirement) -> Iterator[Requirement]:
    """What a locked package asks for on this machine, with the extras that the lock names."""
    for text in distribution(pin.name).requires or ():
        need = Requirement(text)
        extras = ("", *pin.extras)
        if not need.marker or any(need.marker.evaluate({"extra": extra}) for extra in extras):
            yield need


def test_every_extra_that_a_package_asks_for_is_in_the_lock() -> None:
    named = {canonicalize_name(one.name): one.extras for one in pinned()}
    asked = [(one, need) for one in pinned() for need in _needs(one) if need.extras]
    assert asked
    for one, need in asked:
        assert need.extras <= named[canonicalize_name(need.name)], f"{one.name} needs {need}"
