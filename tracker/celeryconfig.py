"""How Celery runs: JSON only, late acknowledgement, files or Redis as the broker."""

from __future__ import annotations

from django.conf import settings
from kombu.transport import TRANSPORT_ALIASES

broker_url = settings.BROKER_URL
broker_connection_retry_on_startup = True
task_ignore_result = True
task_serializer = "json"
accept_content = ["json"]
task_default_queue = "tracker"
task_acks_late = True
task_reject_on_worker_lost = True
worker_prefetch_multiplier = 1
worker_hijack_root_logger = False
enable_utc = True
timezone = "UTC"

folder = settings.DATA_DIR / "broker"
beat_scheduler = "tracker.clock:SteadyScheduler"
# It looks at the machine's clock so often: whoever sets that back stops nothing for longer.
beat_max_loop_interval = settings.SWEEP_SECONDS
# Done by the clock itself: jobs, however long and many, keep no sweep waiting.
beat_schedule = {"sweep": {"task": "jurisdictions.sweep", "schedule": settings.SWEEP_SECONDS}}

if broker_url.startswith("filesystem:"):
    broker_url = "filesystem://localhost"
    TRANSPORT_ALIASES["filesystem"] = "tracker.file_broker:Transport"
    broker_transport_options = {
        "data_folder_in": str(folder / "messages"),
        "data_folder_out": str(folder / "messages"),
        "control_folder": str(folder / "control"),
        "polling_interval": 0.1,
    }
else:
    TRANSPORT_ALIASES["redis"] = TRANSPORT_ALIASES["rediss"] = "tracker.redis_broker:Transport"
    broker_transport_options = {
        # Above the longest task, or Redis hands a running one to a second worker.
        "visibility_timeout": 3600,
        # A Redis that is gone or hangs keeps nobody who asks for work waiting.
        "socket_connect_timeout": 0.5,
        "socket_timeout": 1,
    }
