"""Static files under names that carry their content's hash, ES module imports included."""

from __future__ import annotations

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class HashedStorage(ManifestStaticFilesStorage):
    """Cached for ever by browsers; `import ... from "./x.js";` is rewritten to the hashed name."""

    support_js_module_import_aggregation = True
