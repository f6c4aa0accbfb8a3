"""The preview's server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from site_builder.site.preview.notice import Notice
from site_builder.site.preview.server import HOST, Rooms, server


class Served:
    """A folder as the preview serves it."""

    def __init__(self, out: Path) -> None:
        self.rooms = Rooms(out)
        self.notice = Notice()
        self.server = server(self.rooms, self.notice, 0)
        self.port = self.server.server_address[1]

    def get(self, path: str, host: str = "") -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection(HOST, self.port, timeout=10)
        connection.request("GET", path, headers={"Host": host or f"{HOST}:{self.port}"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    out = tmp_path / "site"
    (out / "literacy").mkdir(parents=True)
    (out / "index.html").write_text("<body>Home</body>", encoding="utf-8")
    (out / "literacy" / "index.html").write_text("<body>Literacy</body>", encoding="utf-8")
    (out / "404.html").write_text("<body>Nothing stands here</body>", encoding="utf-8")
    (out / "style.css").write_text("a{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    it = Served(out)
    thread = threading.Thread(target=it.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield it
    it.server.shutdown()
    it.server.server_close()
    thread.join(10)


def test_a_page_is_served_with_the_script_that_reloads_it(served: Served) -> None:
    answer, body = served.get("/")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert body == b'<body>Home<script src="/-preview.js" defer></script></body>'
    assert served.get("/-preview.js")[0].headers["Content-Type"].startswith("text/javascript")


def test_other_files_are_served_as_they_are(served: Served) -> None:
    assert served.get("/style.css")[1] == b"a{}"


def test_nothing_is_kept_by_the_browser(served: Served) -> None:
    assert served.get("/")[0].headers["Cache-Control"] == "no-store"


def test_a_folder_is_served_at_its_address_with_a_slash(served: Served) -> None:
    answer, _ = served.get("/literacy")
    assert (answer.status, answer.headers["Location"]) == (301, "/literacy/")
    assert b"Literacy" in served.get("/literacy/?q=a")[1]


def test_an_address_that_leads_nowhere_gets_the_site_s_own_page(served: Served) -> None:
    answer, body = served.get("/nowhere/at/all/")
    assert answer.status == 404
    assert b"Nothing stands here" in body


def test_before_the_first_build_the_page_says_so(served: Served) -> None:
    (served.rooms.out / "404.html").unlink()
    (served.rooms.out / "index.html").unlink()
    answer, body = served.get("/")
    assert answer.status == 404
    assert b"Not built yet" in body


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/literacy/../../secret.txt", "//../secret.txt"],
)
def test_nothing_outside_the_site_is_served(served: Served, path: str) -> None:
    assert b"secret" not in served.get(path)[1].replace(b"secret.txt", b"")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", f"{HOST}.evil.example:80", "localhost.evil.example:80"]
)
def test_a_name_elsewhere_that_points_here_reads_nothing(served: Served, host: str) -> None:
    answer, body = served.get("/", host)
    assert answer.status == 403
    assert b"Home" not in body


def test_this_machine_may_be_called_localhost(served: Served) -> None:
    assert served.get("/", f"localhost:{served.port}")[0].status == 200


def test_an_open_page_hears_what_is_new(served: Served) -> None:
    served.notice.tell(reload=True, problems=[])
    connection = HTTPConnection(HOST, served.port, timeout=10)
    connection.request("GET", "/-preview")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert answer.readline() == b'data: {"reload": true, "problems": []}\n'
    answer.readline()
    served.notice.tell(reload=False, problems=[])
    assert answer.readline() == b'data: {"reload": false, "problems": []}\n'
    connection.close()


def test_a_page_waits_while_folders_change_their_names(served: Served) -> None:
    bodies: list[bytes] = []
    with served.rooms.moving:
        reader = threading.Thread(target=lambda: bodies.append(served.get("/")[1]))
        reader.start()
        reader.join(0.1)
        assert bodies == []
    reader.join(10)
    assert bodies
