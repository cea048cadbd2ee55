"""Whose certificates are trusted: those this computer's owner trusts."""

import asyncio
import ssl
import sys
from pathlib import Path

import truststore

from mountsea_desktop.runtime.causes import causes
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread
from mountsea_desktop.runtime.ordinary_files import require_ordinary

LARGEST = 16 * 1024 * 1024
"""Bytes of the extra file; all certificates that systems trust come to a fraction of a million."""
BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/cert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/cert.pem",
    "/etc/ssl/ca-bundle.pem",
)
"""Where Linux distributions keep the certificates they trust."""


class CertificatesUnusableError(Exception):
    """The extra file of certificates cannot be read."""


class Trust:
    """The system's trust and that in `ca_file`, read when it is first needed, and again once forgotten."""

    def __init__(self, ca_file: Path | None = None) -> None:
        self._ca_file = ca_file
        self._reading = asyncio.Lock()
        self._context: ssl.SSLContext | None = None

    async def context(self) -> ssl.SSLContext:
        """For connections; reading takes up to 60 ms, in a thread. Raises `CertificatesUnusableError`."""
        async with self._reading:
            context = self._context
            if context is None:
                context = self._context = await run_in_daemon_thread(trusted, self._ca_file)
            return context

    def use(self, ca_file: Path | None) -> None:
        """Trust another extra file from now on."""
        self._ca_file = ca_file
        self.forget()

    def forget(self) -> None:
        """Read it anew next time: somebody may have installed what was missing."""
        self._context = None


def is_distrust(error: BaseException) -> bool:
    """Return whether a certificate that was not accepted is at the bottom of it."""
    return any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes(error))


def trusted(ca_file: Path | None = None) -> ssl.SSLContext:
    """Return a context that trusts what the operating system trusts; raises `CertificatesUnusableError`."""
    context: ssl.SSLContext
    if sys.platform in ("win32", "darwin"):
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        _load_files(context)
    if ca_file is not None:
        try:
            require_ordinary(ca_file, LARGEST)
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ValueError) as error:
            raise CertificatesUnusableError(f"{ca_file}: {error}") from error
    return context


def _load_files(context: ssl.SSLContext) -> None:
    """Load the system's certificates where they are files.

    truststore does the same, but again for each connection: 29 ms each on Debian 12, on the loop's thread.
    The bundled OpenSSL of an installed copy may look for them elsewhere than this system keeps them.
    """
    usual = ssl.get_default_verify_paths()
    if usual.cafile or (usual.capath and any(Path(usual.capath).glob("*.0"))):
        context.set_default_verify_paths()
        return
    for bundle in BUNDLES:
        if Path(bundle).is_file():
            context.load_verify_locations(cafile=bundle)
            return
