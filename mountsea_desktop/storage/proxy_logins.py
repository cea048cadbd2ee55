"""Names and passwords for proxies that ask: in the keyring or, where that was not wanted, in memory."""

import asyncio
from collections import defaultdict

import msgspec

from mountsea_desktop.network.proxy import Login, host_port_of, with_login
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretStore, account_name


class ProxyLogins:
    """One login for each proxy, which is named by host and port; the keyring is asked once a run for each."""

    def __init__(self, profile_id: str) -> None:
        self._profile_id = profile_id
        self._logins: dict[str, Login | None] = {}
        """What is known by now; None where there is nothing to know."""
        self._refused: set[str] = set()
        """Places that did not accept what is known. It is not sent again: proxies lock out who insists."""
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def of(self, host_port: str) -> Login | None:
        """Return the login for a proxy, unless it was refused.

        Waits some seconds for a keyring that hangs, the first time only.
        """
        async with self._locks[host_port]:
            if host_port not in self._logins:
                self._logins[host_port] = await self._kept(host_port)
            return self._logins[host_port] if host_port not in self._refused else None

    def refused(self, proxy: str) -> None:
        """The proxy did not accept the login it was given, which may be an older one by now, or not ours."""
        host_port = host_port_of(proxy)
        login = self._logins.get(host_port)
        if login is not None and with_login(proxy, login) == proxy:
            self._refused.add(host_port)

    def use(self, host_port: str, login: Login) -> None:
        """Sign in like this from now on."""
        self._refused.discard(host_port)
        self._logins[host_port] = login

    async def keep(self, host_port: str, *, remember: bool) -> SecretAnswer:
        """Put the login in use into the keyring or, if it is not to be remembered, an older one out of it.

        `SAVED`, `REMOVED`, `ABSENT`, or an error; it stays in use whatever the keyring answers.
        """
        store, login = self._store(host_port), self._logins.get(host_port)
        try:
            return await (store.save(_packed(login)) if remember and login else store.remove())
        finally:
            store.close()

    def secrets(self) -> tuple[str, ...]:
        """Return the passwords in use, for taking them out of logs and reports."""
        return tuple(login.password for login in self._logins.values() if login and login.password)

    def close(self) -> None:
        """Forget every login; what is in the keyring stays."""
        self._logins.clear()

    async def _kept(self, host_port: str) -> Login | None:
        store = self._store(host_port)
        try:
            await store.load()
            return _unpacked(store.current() or "")
        finally:
            store.close()

    def _store(self, host_port: str) -> SecretStore:
        return SecretStore(account_name((f"proxy {host_port}",), self._profile_id))


def _packed(login: Login) -> str:
    return msgspec.json.encode(login).decode()


def _unpacked(kept: str) -> Login | None:
    try:
        return msgspec.json.decode(kept, type=Login) if kept else None
    except msgspec.MsgspecError:  # somebody else's entry under our name
        return None
