"""What can be taken away of it: the words of its files, what they are looked up by."""

from __future__ import annotations

from jurisdictions.render.programs.priority_enforcement.method import EFFECTS
from jurisdictions.status.programs.priority_enforcement import vocabulary as words

KEYWORDS = ("immigration enforcement", "jails", "counties", "United States")
VOCABULARIES = {
    words.Status: "status",
    words.Position: "position",
    words.Effect: "effect",
}
DOES = EFFECTS
