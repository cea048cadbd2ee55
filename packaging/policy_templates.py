"""Make what administrators use to set up many computers, of the one table of settings.

    python packaging/policy_templates.py            writes packaging/policies and the README's table
    python packaging/policy_templates.py --check    changes nothing; fails where something is out of date

On Windows the ADMX and ADML files go into the folder `PolicyDefinitions` of Windows or of the domain. On
macOS the `.mobileconfig` is given to the management service, or opened; on Linux the TOML file goes to
`/etc/xdg/mountsea-desktop` as `policies.toml` (enforced) or `defaults.toml`.
"""

import plistlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from compile_resources import ROOT, compile_resources
from PySide6.QtCore import QCoreApplication

sys.path.insert(0, str(ROOT))  # the program itself, also where it is not installed

from mountsea_desktop.storage.administrator import MAC_DOMAIN
from mountsea_desktop.storage.policy_windows import POLICIES
from mountsea_desktop.storage.settings_table import FEWEST_UPLOADS, MOST_UPLOADS, TABLE, Kind, Setting
from mountsea_desktop.storage.settings_toml import literal
from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Language

FOLDER = Path("packaging/policies")
LANGUAGES = {"en": "en-US", "zh_CN": "zh-CN", "zh_TW": "zh-TW"}
NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
README = Path("README.md")
PARENT = '<parentCategory ref="mountsea"/>'
BEGIN, END = "<!-- settings: made by packaging/policy_templates.py -->", "<!-- end of settings -->"

EXAMPLES: Mapping[str, object] = {
    "network.proxy": "manual",
    "network.proxy_url": "http://proxy.studio.example:3128",
    "network.no_proxy": "<local>, .studio.example, 10.0.0.0/8",
    "network.ca_file": "/usr/local/share/ca-certificates/studio.crt",
    "account.session_token_allowed": False,
}
"""What the examples set; the rest stands there to be switched on."""


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Write or check; 0 where everything is up to date."""
    check = "--check" in (sys.argv[1:] if arguments is None else arguments)
    stale = []
    for path, text in everything(root).items():
        file = root / path
        if not file.exists() or file.read_text("utf-8") != text:
            stale.append(path)
            if not check:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8", newline="\n")
    for path in stale:
        print(f"{path} is out of date." if check else f"{path} was written.")
    if check and stale:
        print("Run: python packaging/policy_templates.py")
    return 1 if check and stale else 0


def everything(root: Path = ROOT) -> dict[Path, str]:
    """All files by path, as they have to be."""
    files: dict[Path, str] = {FOLDER / "mountsea-desktop.admx": admx()}
    compile_resources()
    application, language = QCoreApplication([]), Language()
    for name, tag in LANGUAGES.items():
        language.use(name)
        files[FOLDER / tag / "mountsea-desktop.adml"] = adml()
    language.use("en")
    files[FOLDER / "mountsea-desktop.mobileconfig"] = mobileconfig()
    files[FOLDER / "policies.toml"] = toml()
    files[README] = readme((root / README).read_text("utf-8"))
    language.leave()
    del application
    return files


# -- Windows -----------------------------------------------------------------------------------------------


def _id(setting: Setting) -> str:
    """A key as ADMX takes it: no dots."""
    return setting.key.replace(".", "_")


def _tables() -> list[str]:
    return list(dict.fromkeys(setting.table for setting in TABLE))


def admx() -> str:
    """The policies; the same for every language."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<policyDefinitions revision="1.0" schemaVersion="1.0" xmlns="{NAMESPACE}">',
        f'  <policyNamespaces><target prefix="mountsea" namespace="{MAC_DOMAIN}"/></policyNamespaces>',
        '  <resources minRequiredRevision="1.0"/>',
        "  <supportedOn><definitions>",
        '    <definition name="any" displayName="$(string.any)"/>',
        "  </definitions></supportedOn>",
        "  <categories>",
        '    <category name="mountsea" displayName="$(string.program)"/>',
        *(
            f'    <category name="{table}" displayName="$(string.table_{table})">{PARENT}</category>'
            for table in _tables()
        ),
        "  </categories>",
        "  <policies>",
    ]
    for setting in TABLE:
        lines += _policy(setting)
    return "\n".join([*lines, "  </policies>", "</policyDefinitions>", ""])


def _policy(setting: Setting) -> Iterator[str]:
    name = _id(setting)
    switch = setting.kind is Kind.SWITCH
    yield (
        f'    <policy name="{name}" class="Both" displayName="$(string.{name})"'
        f' explainText="$(string.{name}_help)"'
        + ("" if switch else f' presentation="$(presentation.{name})"')
        + f" key={quoteattr(POLICIES)}"
        + (f' valueName="{setting.key}"' if switch else "")
        + ">"
    )
    yield f'      <parentCategory ref="{setting.table}"/>'
    yield '      <supportedOn ref="any"/>'
    match setting.kind:
        case Kind.SWITCH:
            yield '      <enabledValue><decimal value="1"/></enabledValue>'
            yield '      <disabledValue><decimal value="0"/></disabledValue>'
        case Kind.NUMBER:
            limits = f'minValue="{FEWEST_UPLOADS}" maxValue="{MOST_UPLOADS}"'
            yield f'      <elements><decimal id="{name}" valueName="{setting.key}" {limits}/></elements>'
        case Kind.CHOICE:
            yield f'      <elements><enum id="{name}" valueName="{setting.key}" required="true">'
            for choice in setting.choices:
                yield (
                    f'        <item displayName="$(string.{name}_{choice})">'
                    f"<value><string>{choice}</string></value></item>"
                )
            yield "      </enum></elements>"
        case _:
            yield f'      <elements><text id="{name}" valueName="{setting.key}" maxLength="1023"/></elements>'
    yield "    </policy>"


def adml() -> str:
    """The words of the policies, in the language that is spoken now."""
    say = words.settings
    strings = {"program": words.program.name(), "any": words.program.name()}
    strings |= {f"table_{table}": f"{words.program.name()}: {table}" for table in _tables()}
    presentations = []
    for setting in TABLE:
        name, title = _id(setting), say.name(setting.key)
        strings[name] = f"{title} ({setting.key})"
        strings[f"{name}_help"] = f"{say.purpose(setting.key)}\n{setting.key}: {say.expected(setting)}"
        strings |= {f"{name}_{choice}": say.choice(setting.key, choice) for choice in setting.choices}
        match setting.kind:
            case Kind.SWITCH:
                continue
            case Kind.NUMBER:
                default = f'defaultValue="{setting.built_in}"'
                control = f'<decimalTextBox refId="{name}" {default}>{escape(title)}</decimalTextBox>'
            case Kind.CHOICE:
                control = f'<dropdownList refId="{name}">{escape(title)}</dropdownList>'
            case _:
                control = f'<textBox refId="{name}"><label>{escape(title)}</label></textBox>'
        presentations.append(f'      <presentation id="{name}">{control}</presentation>')
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<policyDefinitionResources revision="1.0" schemaVersion="1.0" xmlns="{NAMESPACE}">',
            f"  <displayName>{escape(words.program.name())}</displayName>",
            "  <description></description>",
            "  <resources>",
            "    <stringTable>",
            *(f'      <string id="{name}">{escape(text)}</string>' for name, text in strings.items()),
            "    </stringTable>",
            "    <presentationTable>",
            *presentations,
            "    </presentationTable>",
            "  </resources>",
            "</policyDefinitionResources>",
            "",
        ]
    )


# -- macOS, Linux, everybody -------------------------------------------------------------------------------


def mobileconfig() -> str:
    """A profile with the examples. The identifiers are fixed, so that a new one replaces an old one."""
    payload = {
        "PayloadType": MAC_DOMAIN,
        "PayloadIdentifier": f"{MAC_DOMAIN}.settings",
        "PayloadUUID": "5C0E0B5E-3D3B-4C7B-9C37-8C7A4B1E7F01",
        "PayloadVersion": 1,
        "PayloadDisplayName": words.program.name(),
        **EXAMPLES,
    }
    profile = {
        "PayloadType": "Configuration",
        "PayloadIdentifier": MAC_DOMAIN,
        "PayloadUUID": "B6E7F2A4-5C5D-4B0F-8F65-1F7B0D9C2A02",
        "PayloadVersion": 1,
        "PayloadScope": "System",
        "PayloadDisplayName": words.program.name(),
        "PayloadContent": [payload],
    }
    return plistlib.dumps(profile, sort_keys=False).decode("utf-8")


def toml() -> str:
    """A file with every setting and what it is for; the examples are switched on."""
    lines = [
        "# Settings of Mountsea Desktop, as an administrator gives them. Unmark what is to count.",
        "# Linux: /etc/xdg/mountsea-desktop/policies.toml (enforced), defaults.toml (suggested).",
        "# Beside the program as mountsea-desktop-portable.toml: defaults; everything is kept beside it.",
    ]
    table = ""
    for setting in TABLE:
        if setting.table != table:
            table = setting.table
            lines += ["", f"[{table}]"]
        on = setting.key in EXAMPLES
        value = EXAMPLES.get(setting.key, setting.built_in)
        lines += [
            f"# {words.settings.purpose(setting.key)} ({words.settings.expected(setting)})",
            f"{'' if on else '# '}{setting.name} = {literal(value)}",
        ]
    return "\n".join([*lines, ""])


def readme(text: str) -> str:
    """The README with the table of settings as it is now."""
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{README} has lost its marks for the table of settings.")
    say = words.settings
    rows = [
        f"| `{setting.key}` | {_cell(say.expected(setting))} | {_cell(say.purpose(setting.key))} |"
        for setting in TABLE
    ]
    table = "\n".join(["| key | values | what it is for |", "|---|---|---|", *rows])
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    sys.exit(main())
