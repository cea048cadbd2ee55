"""The process that runs proxy scripts (PAC): one question a line on standard input, one answer a line.

A script may never end, and Qt's engine holds the interpreter while it runs one: then whoever asks ends this
process.
"""

import json
import socket
import sys
from collections.abc import Callable
from typing import IO, cast

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtQml import QJSEngine, QJSValue


class _System(QObject):
    """What a script may ask of this computer."""

    @Slot(str, result=str)
    def resolve(self, host: str) -> str:
        """Return the IPv4 address of a name, empty where there is none."""
        try:
            return socket.gethostbyname(host)
        except (OSError, UnicodeError):
            return ""

    @Slot(result=str)
    def address(self) -> str:
        """Return the address of this computer on the way out; nothing is sent for it."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect(("198.51.100.1", 9))
                return str(probe.getsockname()[0])
            except OSError:
                return "127.0.0.1"


# What browsers give a script. Days and times as well as `GMT` follow the old documentation of Netscape.
FUNCTIONS = r"""
function isPlainHostName(host) { return host.indexOf('.') < 0; }
function dnsDomainIs(host, domain) {
    return host.length >= domain.length && host.slice(-domain.length).toLowerCase() === domain.toLowerCase();
}
function localHostOrDomainIs(host, name) { return host === name || name.lastIndexOf(host + '.', 0) === 0; }
function dnsResolve(host) { return system.resolve(host) || null; }
function isResolvable(host) { return system.resolve(host) !== ''; }
function myIpAddress() { return system.address(); }
function dnsDomainLevels(host) { return host.split('.').length - 1; }
function alert() {}
function convert_addr(text) {
    var parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
    return parts ? ((parts[1] << 24) | (parts[2] << 16) | (parts[3] << 8) | parts[4]) >>> 0 : null;
}
function isInNet(host, pattern, mask) {
    var address = convert_addr(host);
    if (address === null) address = convert_addr(system.resolve(host));
    var net = convert_addr(pattern), bits = convert_addr(mask);
    if (address === null || net === null || bits === null) return false;
    return ((address & bits) >>> 0) === ((net & bits) >>> 0);
}
function shExpMatch(text, pattern) {
    var expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
    return new RegExp('^' + expression + '$').test(text);
}
var _days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
var _months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
function _between(value, first, last) {
    return first <= last ? first <= value && value <= last : first <= value || value <= last;
}
function _arguments(given) {
    var list = Array.prototype.slice.call(given), gmt = list[list.length - 1] === 'GMT';
    if (gmt) list.pop();
    return {list: list, gmt: gmt, now: new Date()};
}
function weekdayRange() {
    var it = _arguments(arguments), today = it.gmt ? it.now.getUTCDay() : it.now.getDay();
    var first = _days.indexOf(it.list[0]), last = it.list.length > 1 ? _days.indexOf(it.list[1]) : first;
    return first >= 0 && last >= 0 && _between(today, first, last);
}
function timeRange() {
    var it = _arguments(arguments), list = it.list.map(Number), now = it.now;
    var clock = it.gmt ? [now.getUTCHours(), now.getUTCMinutes(), now.getUTCSeconds()]
                       : [now.getHours(), now.getMinutes(), now.getSeconds()];
    if (list.length === 1) return clock[0] === list[0];
    var half = list.length / 2;
    function seconds(parts) { return (parts[0] || 0) * 3600 + (parts[1] || 0) * 60 + (parts[2] || 0); }
    var last = seconds(list.slice(half));
    return _between(seconds(clock), seconds(list.slice(0, half)), half === 1 ? last - 1 : last);
}
function dateRange() {
    var it = _arguments(arguments), now = it.now, list = it.list;
    var today = it.gmt ? {year: now.getUTCFullYear(), month: now.getUTCMonth(), day: now.getUTCDate()}
                       : {year: now.getFullYear(), month: now.getMonth(), day: now.getDate()};
    function read(parts) {
        var date = {};
        parts.forEach(function (part) {
            var month = _months.indexOf(part);
            if (month >= 0) date.month = month;
            else if (Number(part) > 31) date.year = Number(part);
            else date.day = Number(part);
        });
        return date;
    }
    var first = read(list.length > 1 ? list.slice(0, list.length / 2) : list);
    var last = list.length > 1 ? read(list.slice(list.length / 2)) : first;
    function number(date, like) {
        return ('year' in like ? date.year * 10000 : 0) + ('month' in like ? date.month * 100 : 0)
             + ('day' in like ? date.day : 0);
    }
    var from = number(first, first), to = number(last, first), value = number(today, first);
    return 'year' in first ? from <= value && value <= to : _between(value, from, to);
}
"""


def answer(script: str, url: str, host: str) -> dict[str, str]:
    """Return what the script says to an address: `result`, or the `error`."""
    engine = QJSEngine()
    system = _System()
    engine.globalObject().setProperty("system", engine.newQObject(system))
    for text in (FUNCTIONS, script):
        outcome = cast(
            "QJSValue", engine.evaluate(text)
        )  # the stubs name the form with a list of calls as well
        if outcome.isError():
            return {"error": f"line {outcome.property('lineNumber').toInt()}: {outcome.toString()}"[:300]}
    function = engine.globalObject().property("FindProxyForURL")
    if not function.isCallable():
        return {"error": "there is no FindProxyForURL in it"}
    said = function.call([QJSValue(url), QJSValue(host)])
    return {"error" if said.isError() else "result": said.toString()[:1000]}


def serve(
    questions: IO[bytes] | None = None,
    answers: IO[bytes] | None = None,
    ask: Callable[..., dict[str, str]] = answer,
) -> int:
    """Answer until whoever asks is gone."""
    application = QCoreApplication.instance() or QCoreApplication([])
    questions, answers = questions or sys.stdin.buffer, answers or sys.stdout.buffer
    for line in questions:
        answers.write(json.dumps(ask(**json.loads(line))).encode() + b"\n")
        answers.flush()
    del application
    return 0
