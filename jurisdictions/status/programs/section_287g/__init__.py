"""287(g): an agency signs an agreement with ICE, and its officers act as immigration officers.

The law of its rule is docs/section-287g-rules.md.
"""

SLUG = "287g"
