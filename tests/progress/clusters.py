"""A real Dask cluster of a few processes on this machine, which are ended by their own numbers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

ROOT = Path(__file__).parents[2]
# A worker that takes its first portion, says so, and is busy with it for ever.
STUCK = """
import time
from pathlib import Path
from site_builder.progress.station import Station

def dask_setup(worker):
    Station.made = stuck

def stuck(station, parcel):
    Path({mark!r}).touch()
    time.sleep(600)
"""
# A worker on which the builder is not installed.
BARE = "import sys\nsys.modules['site_builder'] = None\n"


class Cluster:
    """A scheduler, and the workers that a test adds; `folder` gets all that they write."""

    def __init__(self, folder: Path, *, tls: Path | None = None, **settings: str) -> None:
        self.folder, self.tls = folder, tls
        self.running: list[subprocess.Popen[bytes]] = []
        folder.mkdir()
        self.settings = {f"DASK_DISTRIBUTED__{name.upper()}": value for name, value in settings.items()}
        found = folder / "scheduler.json"
        place = f"{'tls' if tls else 'tcp'}://127.0.0.1"
        self.scheduler = self._start("scheduler", "--host", place, "--port", "0", "--scheduler-file", str(found))
        until(lambda: found.exists() and found.read_bytes().endswith(b"}"))
        self.address: str = json.loads(found.read_text(encoding="utf-8"))["address"]

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self.running):
            kill(process)

    @property
    def log(self) -> str:
        """All that the processes have said."""
        return "".join(it.read_text(encoding="utf-8") for it in self.folder.glob("*.log"))

    def worker(self) -> subprocess.Popen[bytes]:
        """Add a worker with one thread."""
        return self._worker()

    def stuck_worker(self, mark: Path) -> subprocess.Popen[bytes]:
        """Add a worker that never finishes its first portion; the file says that it has begun."""
        return self._odd_worker(STUCK.format(mark=str(mark)))

    def bare_worker(self) -> subprocess.Popen[bytes]:
        """Add a worker on which the builder is not installed."""
        return self._odd_worker(BARE)

    def _odd_worker(self, code: str) -> subprocess.Popen[bytes]:
        preload = self.folder / f"odd_{len(self.running)}.py"
        preload.write_text(code, encoding="utf-8")
        return self._worker("--preload", str(preload))

    def _worker(self, *options: str) -> subprocess.Popen[bytes]:
        before, where = self.log.count("Registered to"), str(self.folder)
        made = self._start(
            "worker", self.address, "--no-nanny", "--nthreads", "1", "--local-directory", where, *options
        )
        until(lambda: self.log.count("Registered to") > before)
        return made

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        secure = [f"--tls-{it}={self.tls / it}.pem" for it in ("ca-file", "cert", "key")] if self.tls else []
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options, *secure, "--no-dashboard"]
        with (self.folder / f"{len(self.running)}.log").open("wb") as log:
            made = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env={**os.environ, **self.settings})
        self.running.append(made)
        return made


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process of ours at once, as when a machine loses its power."""
    process.kill()
    process.wait()


def until(true: Callable[[], bool]) -> None:
    """Wait for something that other processes do."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "the cluster does not move"
        time.sleep(0.02)


def certificates(folder: Path) -> Path:
    """A certificate that everybody on the cluster has and trusts, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "cluster")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    signed = made.sign(key, SHA256())
    for file in ("ca-file", "cert"):
        (folder / f"{file}.pem").write_bytes(signed.public_bytes(Encoding.PEM))
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(secret)
    return folder
