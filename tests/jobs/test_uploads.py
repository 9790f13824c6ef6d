"""The check of an uploaded file on real workers: a killed one loses nothing."""

from __future__ import annotations

from tests.jobs.conftest import Office

ROWS = 5_000


def test_the_check_of_a_long_file_survives_its_worker(office: Office) -> None:
    first = office.worker()
    upload, job = (int(number) for number in office.run("upload", rows=ROWS).split("|"))
    office.until(lambda: float(office.run("progress", job_id=job)) > 0)
    office.kill(first)
    assert office.run("upload_counts", upload_id=upload) == "{}"
    office.worker()
    assert office.until_status(job, "done")[1] == "2"
    assert f"'created': {ROWS}" in office.run("upload_counts", upload_id=upload)
