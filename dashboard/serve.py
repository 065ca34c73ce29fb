"""`python -m dashboard.serve --port 8501`: build, start the server, print its address once it answers.

What is said on the way goes to standard error, so that the first line on standard output is the address.
"""

from __future__ import annotations

import argparse
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PATIENCE = 120.0  # seconds until a server that does not answer is given up


def main() -> int:
    """Exit 0 when the server was stopped by the user, 1 with a sentence when it could not start."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8501)
    port = parser.parse_args().port
    if _taken(port):
        _say(f"Port {port} is already in use. Stop what uses it, or pick another: make run PORT={port + 1}")
        return 1
    if _build() != 0:
        _say("Some articles were not read (named above). The dashboard shows what was.")
    return _serve(port)


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def _build() -> int:
    command = [sys.executable, "-m", "etl", "build"]
    if os.environ.get("OXUS_STORE"):
        command += ["--store", os.environ["OXUS_STORE"]]
    return subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False).returncode


def _serve(port: int) -> int:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", HOST]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        if not _answers(server, port):
            _say(f"The server did not answer within {PATIENCE:.0f} seconds; its words are above.")
            server.terminate()
            return 1
        sys.stdout.write(f"http://{HOST}:{port}\n")
        sys.stdout.flush()
        server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait(timeout=10)
    return 0


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        if _status(port) == http.HTTPStatus.OK:
            return True
        time.sleep(0.1)
    return False


def _status(port: int) -> int:
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


if __name__ == "__main__":
    sys.exit(main())
