"""The real server as a process of its own, on a free port, over a store that was built for the run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE = 60.0  # seconds for a cold start on a busy machine


class Server:
    """`streamlit run app.py`."""

    def __init__(self, store: Path, log: Path, **environment: str) -> None:
        self.store = store
        self.log = log
        self.environment = {**os.environ, "OXUS_STORE": str(store), **environment}
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={self.port}"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, f"--server.address={HOST}", "--server.headless=true"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        self._wait_until_it_answers()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    @contextmanager
    def cold(self) -> Iterator[Server]:
        """Another over the same store, which has just started: nobody has asked it anything yet."""
        other = Server(self.store, self.log)
        other.start()
        try:
            yield other
        finally:
            other.stop()

    def last_trouble(self) -> str:
        """The end of the last traceback in the server's log: the browser is not told."""
        _, found, trouble = self.log.read_text(encoding="utf-8", errors="replace").rpartition("Traceback")
        return f"{found}{trouble}"[-3000:] if found else ""

    def cpu_seconds(self) -> float:
        """User and system time of the server so far, all threads."""
        assert self.process is not None
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii")
        fields = stat.rpartition(")")[2].split()  # the name before ")" may hold spaces
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process is not None
            assert self.process.poll() is None, f"The server stopped at once: {self.log.read_text()[-2000:]}"
            if answers(self.port):
                return
            time.sleep(0.05)
        raise AssertionError(f"No answer within {PATIENCE:.0f} s: {self.log.read_text()[-2000:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
