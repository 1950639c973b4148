"""Politeness: one request at a time with a pause, a name, robots.txt, conditions, patience, and limits."""

from __future__ import annotations

import hashlib
import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from indexer.fetch.errors import FetchError
from indexer.fetch.keeping import Answer, Keeping

AGENT = "DetentionKB"
_BUSY = {429, 500, 502, 503, 504}
_MOVED = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """``pause``, ``timeout`` (of silence), ``deadline`` (of one answer) and ``longest`` (wait) in seconds."""

    pause: float = 2.0
    timeout: float = 60.0
    deadline: float = 300.0
    longest: float = 300.0
    tries: int = 5
    redirects: int = 5
    max_bytes: int = 100_000_000


class _Stay(urllib.request.HTTPRedirectHandler):
    """Redirects are followed by Web, which looks where they lead."""

    def redirect_request(self, *_: object) -> None:
        return None


class Web:
    """Answers of servers, each kept. ``clock`` and ``sleep`` are seconds, for tests."""

    def __init__(
        self,
        keeping: Keeping,
        *,
        manners: Manners | None = None,
        contact: str = "",
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._keeping, self._manners = keeping, manners or Manners()
        self._agent = f"{AGENT}/1.0 (kb fetch{'; ' + contact if contact else ''})"
        self._clock, self._sleep, self._next = clock, sleep, 0.0
        self._robots: dict[str, RobotFileParser] = {}
        self._open = urllib.request.build_opener(_Stay).open

    def get(self, address: str) -> Answer:
        """The answer, asked for conditionally if it is kept. FetchError says what to do, whatever goes wrong."""
        secure = urlsplit(address).scheme == "https"
        at = _checked(address, secure)
        before = self._keeping.known(address)
        for _ in range(self._manners.redirects + 1):
            self._allowed(at)
            answer, headers = self._patiently(address, at, before)
            if answer.status not in _MOVED:
                break
            at = _checked(urljoin(at, headers.get("Location", "")), secure)
        else:
            raise FetchError("redirects without end", where=address, advice="Open it in a browser", kind="redirects")
        if answer.status == 304 and before:
            self._keeping.keep(answer)
            return before
        if answer.status != 200:
            raise FetchError(
                f"the server answers {answer.status}",
                where=address,
                advice="Open the address in a browser: it may have moved, or need a login",
                kind="refused",
            )
        self._keeping.keep(answer)
        return answer

    def _allowed(self, address: str) -> None:
        """FetchError where the server's robots.txt shuts this address."""
        parts = urlsplit(address)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            at = f"{root}/robots.txt"
            answer, headers = self._patiently(at, at, None)
            for _ in range(self._manners.redirects):
                if answer.status not in _MOVED:
                    break
                moved = _checked(urljoin(answer.final, headers.get("Location", "")), parts.scheme == "https")
                answer, headers = self._patiently(at, moved, None)
            rules = RobotFileParser(at)
            shut = answer.status in (401, 403)
            lines = answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else []
            rules.parse(["User-agent: *", "Disallow: /"] if shut else lines)
            self._robots[root] = rules
        if not self._robots[root].can_fetch(AGENT, address):
            raise FetchError(
                "the server's robots.txt asks programs to keep away",
                where=address,
                advice="Save the document with a browser and put it into the folder, or ask the server's keeper",
                kind="robots",
            )

    def _patiently(self, address: str, at: str, before: Answer | None) -> tuple[Answer, Message]:
        """One answer that is not a busy one, after as many tries as manners allow."""
        wait, error = self._manners.pause, FetchError("no try was made", where=at)
        for attempt in range(self._manners.tries):
            if attempt:
                self._sleep(min(wait, self._manners.longest))
            try:
                answer, headers = self._once(address, at, before)
            except FetchError as failed:
                if failed.kind != "unreachable":
                    raise
                error, wait = failed, self._manners.pause * 2**attempt
                continue
            if answer.status not in _BUSY:
                return answer, headers
            asked = _seconds(headers.get("Retry-After", ""))
            wait = max(self._manners.pause * 2**attempt, asked)
            advice = "Run it again later; what is fetched is not fetched again"
            error = FetchError(f"the server answers {answer.status}", where=at, advice=advice, kind="busy")
            if asked > self._manners.longest:
                error.message += f" and asks for {asked:.0f} seconds of rest"
                break
        raise error

    def _once(self, address: str, at: str, before: Answer | None) -> tuple[Answer, Message]:
        rules = self._robots.get("://".join(urlsplit(at)[:2]))
        pause = max(self._manners.pause, float((rules.crawl_delay(AGENT) if rules else None) or 0))
        if (left := self._next - self._clock()) > 0:
            self._sleep(left)
        asked = {"User-Agent": self._agent, "Accept-Encoding": "identity"}
        if before and before.etag:
            asked["If-None-Match"] = before.etag
        if before and before.modified:
            asked["If-Modified-Since"] = before.modified
        request = urllib.request.Request(at, headers=asked)  # noqa: S310 (_checked lets only http and https through)
        try:
            try:
                response = self._open(request, timeout=self._manners.timeout)
            except urllib.error.HTTPError as refused:
                response = refused
            with response:
                body = self._body(response, at)
        except (OSError, http.client.HTTPException) as error:
            raise FetchError(
                f"cannot be reached ({error})", where=at, advice="Check the connection and run it again"
            ) from error
        finally:
            self._next = self._clock() + pause
        headers: Message = response.headers
        answer = Answer(
            address=address,
            final=at,
            status=response.status,
            date=datetime.now(UTC).isoformat(timespec="seconds"),
            media_type=headers.get_content_type() if "Content-Type" in headers else "",
            sha256=hashlib.sha256(body).hexdigest(),
            etag=headers.get("ETag", ""),
            modified=headers.get("Last-Modified", ""),
            body=body,
        )
        return answer, headers

    def _body(self, response: http.client.HTTPResponse | urllib.error.HTTPError, at: str) -> bytes:
        """All of it, or FetchError: a body cut short is no body."""
        began, most, parts, size = self._clock(), self._manners.max_bytes, [], 0
        while piece := response.read(65_536):
            parts.append(piece)
            size += len(piece)
            if size > most:
                raise FetchError(f"more than {most:,} bytes", where=at, advice="Raise --max-mb", kind="too-large")
            if self._clock() - began > self._manners.deadline:
                raise FetchError("the answer drips", where=at, advice="Run it again later", kind="slow")
        told = response.headers.get("Content-Length", "")
        if told.isdigit() and size < int(told) and response.status != 304:
            raise FetchError(f"cut short at {size} of {told} bytes", where=at, advice="Run it again")
        return b"".join(parts)


def _checked(address: str, secure: bool) -> str:
    """The address, its path escaped; FetchError where it is none, or leads from https to http."""
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.username or parts.password)
    except ValueError:
        good = False
    if not good or any(ord(sign) < 33 for sign in address):
        raise FetchError("is no address", where=address[:200], advice="Give http(s)://host/path", kind="address")
    if secure and parts.scheme != "https":
        raise FetchError("leads from https to http", where=address, advice="Tell the server's keeper", kind="insecure")
    safe = "/%:@!$&'()*+,;=~"
    return urlunsplit((parts.scheme, parts.netloc, quote(parts.path, safe), quote(parts.query, safe + "?"), ""))


def _seconds(asked: str) -> float:
    """What Retry-After says, as seconds from now; 0.0 where it says nothing."""
    if asked.strip().isdigit():
        return float(asked)
    try:
        return max(0.0, (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0
