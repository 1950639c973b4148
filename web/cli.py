"""``kb serve``: the collection in the browser."""

from __future__ import annotations

import contextlib
import gc
import ipaddress
import signal
import sys
import threading
from urllib.parse import urlsplit

import click

from kb.citator import aim_at, citator
from kb.cli.context import Context, home_option
from kb.collection import Collection
from kb.errors import KBError
from kb.nouns import Access, Query
from web.app import make_app
from web.guard import host_name
from web.serving import listen
from web.site import Site
from web.templating import prepare

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65_535), help="The port to listen on.")
@click.option(
    "--clearance",
    type=click.Choice([str(level) for level in Access]),
    default=str(Access.RESTRICTED),
    show_default=True,
    help="What may be read: documents of this access level and those before it.",
)
@click.option(
    "--address",
    metavar="URL",
    default="",
    help="Where readers reach this server, such as https://kb.example.org: for permanent addresses. "
    "Needed behind a proxy and with --host 0.0.0.0.",
)
@home_option
@click.pass_obj
def serve(context: Context, host: str, port: int, clearance: str, address: str) -> None:
    """Serve the collection in the browser until Ctrl-C.

    Everybody who reaches the server can read: so it listens on this computer alone, unless only public documents are
    served (--clearance public).
    """
    level = Access(clearance)
    if not is_loopback(host) and level is not Access.PUBLIC:
        raise KBError(
            "other computers could read documents that are not public",
            where=f"--host {host}",
            advice="Serve to this computer alone (leave --host out), or serve public documents alone with "
            "--clearance public",
            kind="misuse",
        )
    root, hosts = reached_at(host, port, address)
    collection = Collection(context.home, level)
    site = Site(collection=collection, address=root, everyone=level is Access.PUBLIC)
    app = make_app(site, hosts=hosts)
    try:
        server = listen(app, host=host, port=port)
    except OSError as error:
        raise KBError(
            f"cannot listen there ({error.strerror or error})",
            where=f"{host}:{port}",
            advice="Is it running already? Choose another port with --port",
            kind="port",
        ) from error
    threading.Thread(target=warm, args=(site,), daemon=True).start()
    click.echo(root)
    click.echo("Ctrl-C ends it.", err=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.run()
    finally:
        server.close()


UNHEARD_OF = "zzyqxwvk"  # nobody has said it: what looks like it is looked for, which takes a list of all words


def warm(site: Site) -> None:
    """Ask once, so that what is made once (templates, statements, dictionaries, the register) waits for a person and
    not the person for it."""
    with contextlib.suppress(Exception):  # whatever is wrong, the person's own question will say it
        prepare()
        citator(site.collection, aim_at(site.collection, "echr", "article-3"))
        site.collection.search(Query(text=UNHEARD_OF, limit=1))
        site.register.snapshot()
        site.findings.snapshot()
    gc.collect()
    gc.freeze()  # what is held now stays: to look through it again and again costs a tenth of a second each time


def is_loopback(host: str) -> bool:
    """True for an address that no other computer reaches."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def reached_at(host: str, port: int, address: str) -> tuple[str, frozenset[str]]:
    """The root of permanent addresses, and the host names the server answers to.

    Raises KBError where the address is no web address, or is missing and cannot be known (``0.0.0.0``).
    """
    names = {host.casefold(), *(LOOPBACK_NAMES if is_loopback(host) else ())}
    if address:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise KBError(
                "is not a web address", where=address, advice="Write it like https://kb.example.org", kind="misuse"
            )
        return address.rstrip("/"), frozenset({*names, host_name(parts.netloc.rpartition("@")[2])})
    if host in ("0.0.0.0", "::", ""):  # noqa: S104 - compared, not bound
        raise KBError(
            "says on which names it is reached by others",
            where="--address",
            advice="Add --address URL, with the address that readers will type",
            kind="misuse",
        )
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}", frozenset(names)
