"""The WSGI application: Bottle routes, this turns its requests into Asked and every Reply and error into its answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import bottle  # type: ignore[import-untyped]  # it has no types of its own

from kb.errors import KBError
from web.asked import MAX_BODY, Asked, checked_fields, read_fields
from web.errors import Fault, fault_of, plain_fault
from web.guard import App, guarded
from web.i18n.door import spoken
from web.mine import mine, read_cookies
from web.reply import Reply, as_json
from web.routes import ROUTES, Route
from web.site import Site
from web.templating import page

LOG = logging.getLogger("detention_kb.web")


def make_app(site: Site, *, hosts: frozenset[str]) -> App:
    """The site behind its guard. ``hosts`` are the host names it answers to."""
    app = bottle.Bottle(catchall=True)
    for route in ROUTES:
        app.route(route.pattern, method=list(route.methods), callback=_callback(site, route))
    app.default_error_handler = _on_error
    return spoken(guarded(app, hosts), secure=site.address.startswith("https:"))


def _callback(site: Site, route: Route) -> Callable[..., Any]:
    def answer(**args: str) -> Any:
        with mine(site, cookies := read_cookies(bottle.request.get_header("Cookie", ""))):
            try:
                return _send(route.handler(site, _asked(args, cookies)))
            except KBError as error:
                fault = fault_of(error)
                if fault.status >= 500:
                    LOG.error("%s", error)
                return _send(fault_reply(fault, bottle.request.path))

    return answer


def _asked(args: Mapping[str, str], cookies: Mapping[str, str]) -> Asked:
    request = bottle.request
    body, files = b"", {}
    form: dict[str, tuple[str, ...]] = {}
    if request.method == "POST":
        if request.content_length > MAX_BODY:
            raise bottle.HTTPError(413)
        if request.content_type.startswith("multipart/form-data"):
            files = {name: (part.raw_filename, part.file.read()) for name, part in request.files.items()}
            form = checked_fields((name, value) for name, value in request.forms.decode().allitems())
        else:
            body = request.body.read(MAX_BODY + 1)
    return Asked(
        path=request.path,
        args=dict(args),
        fields=read_fields(request.query_string),
        body=body,
        content_type=request.content_type,
        files=files,
        form=form,
        cookies=cookies,
    )


def _send(reply: Reply) -> Any:
    headers = {"Cache-Control": reply.cache, **reply.headers}
    etag = f'"{reply.etag}"' if reply.etag else ""
    if etag and etag in bottle.request.get_header("If-None-Match", "").replace("W/", ""):
        return bottle.HTTPResponse(status=304, ETag=etag, **headers)
    if reply.file is not None:
        sent = bottle.static_file(
            reply.file.name, str(reply.file.parent), mimetype=reply.media_type, etag=False, charset="", headers=headers
        )
        if isinstance(sent, bottle.HTTPError):
            raise sent
        if etag:
            sent.set_header("ETag", etag)
        return sent
    if etag:
        headers["ETag"] = etag
    return bottle.HTTPResponse(reply.body, status=reply.status, **{"Content-Type": reply.media_type}, **headers)


def fault_reply(fault: Fault, path: str) -> Reply:
    """A fault as JSON below /api/, as a page elsewhere."""
    if path.startswith("/api/"):
        return as_json({"error": fault.as_dict()}, status=fault.status)
    return page("error.html", status=fault.status, title="", query=None, fault=fault)


def _on_error(error: Any) -> str | bytes:
    """Bottle's own errors (no such route, wrong method, an exception nobody caught) in the words of this site."""
    reply = fault_reply(plain_fault(error.status_code), bottle.request.path)
    bottle.response.status = error.status_code
    bottle.response.content_type = reply.media_type
    bottle.response.set_header("Cache-Control", reply.cache)
    return reply.body
