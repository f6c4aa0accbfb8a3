"""What open pages should know now."""

from __future__ import annotations

import json
import threading

from site_builder.site.preview.notice import Notice


def test_a_page_that_opens_hears_the_latest_news_at_once() -> None:
    notice = Notice()
    notice.tell(reload=True, problems=[])
    number, text = notice.after(-1, 0)
    assert (number, json.loads(text)) == (1, {"reload": True, "problems": []})


def test_a_page_that_knows_the_news_waits_and_hears_the_same_again() -> None:
    notice = Notice()
    notice.tell(reload=True)
    assert notice.after(1, 0.01) == notice.after(0, 0)


def test_news_wakes_every_page_that_waits() -> None:
    notice = Notice()
    heard: list[tuple[int, str]] = []
    pages = [threading.Thread(target=lambda: heard.append(notice.after(0, 30))) for _ in range(3)]
    for page in pages:
        page.start()
    notice.tell(reload=False)
    for page in pages:
        page.join(30)
    assert heard == [(1, '{"reload": false}')] * 3
