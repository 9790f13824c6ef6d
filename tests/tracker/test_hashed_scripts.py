"""Modules import each other under names that carry their content's hash, however long the chain."""

from __future__ import annotations

import re
from pathlib import Path

from django.core.files.storage import FileSystemStorage

from tracker.storage import HashedStorage

LONG = 12


def test_a_long_chain_of_imports_is_renamed_whole(tmp_path: Path) -> None:
    plain, made = tmp_path / "plain", tmp_path / "made"
    plain.mkdir()
    # The first imports the next, in the order that takes the most passes.
    for at in range(LONG):
        told = f'import {{ x }} from "./m{at + 1:02}.js";\n' if at < LONG - 1 else ""
        (plain / f"m{at:02}.js").write_text(f"{told}export const y = {at};\n")
    source = FileSystemStorage(location=plain)
    storage = HashedStorage(location=made, base_url="/static/")
    paths = {}
    for path in sorted(plain.iterdir()):
        with path.open("rb") as file:
            storage.save(path.name, file)
        paths[path.name] = (source, path.name)
    for _name, _hashed, done in storage.post_process(paths):
        assert not isinstance(done, Exception), done
    names = {name: storage.stored_name(name) for name in paths}
    for at in range(LONG - 1):
        text = (made / names[f"m{at:02}.js"]).read_text()
        assert re.findall(r'from "\./([^"]+)"', text) == [names[f"m{at + 1:02}.js"]]
