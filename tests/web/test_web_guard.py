"""What stands before the site: headers on every answer, and requests that are refused."""

from __future__ import annotations

from typing import Any

import pytest

from kb.nouns import Document
from web.guard import host_name

POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}


@pytest.mark.parametrize(
    "address",
    ["/", "/search?q=x", "/nowhere", "/api/nowhere", "/api/search?q=x", "/static/site.css", "/d/a%00", "/search?q=%FF"],
)
def test_every_answer_carries_the_security_headers_and_no_cookie(web: Any, address: str) -> None:
    headers = web.get(address).headers
    assert set(headers["Content-Security-Policy"].split("; ")) == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Set-Cookie" not in headers
    assert "Server" not in headers


@pytest.mark.parametrize("host", ["evil.example", "", "127.0.0.1.evil.example", "localhost.evil.example:8080", "[::2]"])
def test_another_name_for_this_machine_is_refused(web: Any, host: str) -> None:
    got = web.get("/", HTTP_HOST=host)
    assert got.status == 421
    assert "Content-Security-Policy" in got.headers


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9999", "127.0.0.1", "[::1]:8080", "localhost."])
def test_its_own_names_are_answered_whatever_the_port(web: Any, host: str) -> None:
    assert web.get("/robots.txt", HTTP_HOST=host).status == 200


def test_forwarding_headers_change_nothing(web: Any) -> None:
    forged = {"HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_FORWARDED_FOR": "10.0.0.1", "HTTP_FORWARDED": "host=e"}
    assert web.get("/about", **forged).body == web.get("/about").body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_methods_that_change_things_are_refused(web: Any, method: str) -> None:
    assert web.get("/", method=method).status == 405


def test_a_page_is_not_posted_to(web: Any) -> None:
    got = web.get("/search", method="POST", body=b"q=1")
    assert got.status == 405
    assert got.headers["Allow"]


def test_head_is_get_without_the_body(web: Any, held: dict[str, Document]) -> None:
    for address in ("/", "/static/site.css", f"/original/{held['visit-en'].id}"):
        head, whole = web.get(address, method="HEAD"), web.get(address)
        assert head.status == whole.status == 200
        assert head.body == b""
        assert head.headers["Content-Length"] == whole.headers["Content-Length"]


def test_a_host_header_is_read_like_a_browser_writes_it() -> None:
    assert host_name("Example.ORG:80") == "example.org"
    assert host_name("[::1]:80") == "::1"
    assert host_name("") == ""
