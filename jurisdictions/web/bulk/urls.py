"""The addresses of bulk reports; in Spanish under /es/."""

from __future__ import annotations

from django.urls import URLPattern, path

from jurisdictions.web.bulk import job as bulk_job
from jurisdictions.web.bulk import view as bulk

BULK: list[URLPattern] = [
    path("reports/", bulk.bulk, name="bulk"),
    path("reports/<int:job_id>/", bulk_job.job_page, name="bulk-job"),
    path("reports/<int:job_id>.json", bulk_job.job_state, name="bulk-state"),
    path("reports/<int:job_id>.zip", bulk_job.job_file, name="bulk-file"),
]
