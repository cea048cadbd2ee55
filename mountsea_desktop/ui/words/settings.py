"""Words for the settings: what each is called, what it is for, where it comes from, what is wrong with it.

The administrator's templates in `packaging/policies` say the same.
"""

from PySide6.QtCore import QObject

from mountsea_desktop.storage.settings_levels import Level, Origin, SettingProblem
from mountsea_desktop.storage.settings_table import BY_KEY, Kind, Setting, SettingFault


class SettingWords(QObject):
    """One name and one explanation for each key of the table."""

    def name(self, key: str) -> str:
        match key:
            case "ui.language":
                return self.tr("Language")
            case "ui.appearance":
                return self.tr("Appearance")
            case "uploads.parallel":
                return self.tr("Songs uploaded at the same time")
            case "notifications.enabled":
                return self.tr("Tell me when something is done or stuck")
            case "network.proxy":
                return self.tr("Proxy")
            case "network.proxy_url":
                return self.tr("Address of the proxy")
            case "network.pac_url":
                return self.tr("Address of the proxy script")
            case "network.no_proxy":
                return self.tr("Reached without the proxy")
            case "network.ca_file":
                return self.tr("Extra certificate file")
            case "gateway.api_url":
                return self.tr("Mountsea's address")
            case "gateway.credits_url":
                return self.tr("Mountsea's address for credits")
            case "account.session_token_allowed":
                return self.tr("A token may be kept until the program closes")
            case "practice.offered":
                return self.tr("Offer practice mode")
            case _:
                return self._storage_name(key)

    def _storage_name(self, key: str) -> str:
        match key:
            case "storage.kind":
                return self.tr("Storage for songs on this computer")
            case "storage.endpoint":
                return self.tr("Address of the storage service")
            case "storage.region":
                return self.tr("Region")
            case "storage.bucket":
                return self.tr("Bucket")
            case "storage.prefix":
                return self.tr("Folder in the bucket")
            case "storage.path_style":
                return self.tr("The bucket's name is part of the path")
            case "storage.key_id":
                return self.tr("Access key ID")
            case "storage.secret_file":
                return self.tr("File that holds the secret access key")
            case "storage.folder":
                return self.tr("Folder that is published on the web")
            case _:
                return self.tr("Web address of that folder")

    def purpose(self, key: str) -> str:
        match key:
            case "ui.language":
                return self.tr("The language of the window.")
            case "ui.appearance":
                return self.tr("Light or dark colours.")
            case "uploads.parallel":
                return self.tr("How many songs are sent to Mountsea together, from 1 to 8.")
            case "notifications.enabled":
                return self.tr("Notifications of the desktop, while the window is not in front.")
            case "network.proxy":
                return self.tr(
                    "How this computer reaches the internet. The four settings of the proxy are always taken from one "
                    "place together."
                )
            case "network.proxy_url":
                return self.tr(
                    "For example http://proxy.example:3128 or socks5://proxy.example:1080. Without a name and a "
                    "password: the window asks for them, and they are kept in the password store."
                )
            case "network.pac_url":
                return self.tr("A proxy.pac file: http://, https:// or file://.")
            case "network.no_proxy":
                return self.tr(
                    "Hosts, domains and address ranges, separated by commas: server.example, .example, *.lan, 10.0.0.0/8, "
                    "<local>."
                )
            case "network.ca_file":
                return self.tr(
                    "A PEM file with certificates that are trusted besides those of the system, for a company's own "
                    "certificate authority."
                )
            case "gateway.api_url":
                return self.tr(
                    "Only for another gateway than Mountsea's own. A token belongs to its gateway: for another one it "
                    "has to be entered anew."
                )
            case "gateway.credits_url":
                return self.tr("Where the gateway tells the balance.")
            case "account.session_token_allowed":
                return self.tr(
                    "Where this computer has no password store, a person may keep the token in memory until the program "
                    "closes."
                )
            case "practice.offered":
                return self.tr(
                    "The window offers to practise without a token, where nothing is sent or charged."
                )
            case _:
                return self._storage_purpose(key)

    def _storage_purpose(self, key: str) -> str:
        match key:
            case "storage.kind":
                return self.tr(
                    "Where songs that are only on this computer are put, so that Mountsea can fetch them. The settings of "
                    "the storage are always taken from one place together."
                )
            case "storage.endpoint":
                return self.tr("For example https://s3.eu-central-1.example.")
            case "storage.region":
                return self.tr("Where the service wants one, for example eu-central-1.")
            case "storage.bucket":
                return self.tr("The bucket that the songs are put into.")
            case "storage.prefix":
                return self.tr("What the names of the songs begin with, for example studio-1/.")
            case "storage.path_style":
                return self.tr("For services that do not give each bucket a host name of its own.")
            case "storage.key_id":
                return self.tr("The secret that belongs to it is in the password store or in a file.")
            case "storage.secret_file":
                return self.tr("A file with nothing but the secret, readable for those who use the program.")
            case "storage.folder":
                return self.tr("A folder on this computer or network that a web server shows to everybody.")
            case _:
                return self.tr("The address at which a file in that folder can be fetched.")

    def choice(self, key: str, value: str) -> str:
        match key, value:
            case (("ui.language" | "ui.appearance"), "system"):
                return self.tr("As the system")
            case "ui.appearance", "light":
                return self.tr("Light")
            case "ui.appearance", "dark":
                return self.tr("Dark")
            case "network.proxy", "system":
                return self.tr("As the system says")
            case "network.proxy", "none":
                return self.tr("None")
            case "network.proxy", "manual":
                return self.tr("This one")
            case "network.proxy", "automatic":
                return self.tr("By a script (PAC)")
            case "storage.kind", "none":
                return self.tr("None")
            case "storage.kind", "s3":
                return self.tr("A bucket (S3)")
            case "storage.kind", "folder":
                return self.tr("A folder on the web")
            case "ui.language", "en":
                return "English"
            case "ui.language", "zh_CN":
                return "简体中文"
            case "ui.language", "zh_TW":
                return "繁體中文"
            case _:
                return value

    def value(self, setting: Setting, value: object) -> str:
        """Return a value as it is written outside, for people."""
        if isinstance(value, bool):
            return self.tr("Yes") if value else self.tr("No")
        if setting.kind is Kind.CHOICE:
            return self.choice(setting.key, str(value))
        return str(value) if value != "" else self.tr("empty")

    def origin(self, origin: Origin) -> str:
        match origin.level:
            case Level.ENFORCED:
                return self.tr("set by your administrator in {place}").format(place=origin.where)
            case Level.THIS_RUN:
                return self.tr("given for this run, by the environment or the command line")
            case Level.USER:
                return self.tr("set in this window")
            case Level.DEFAULT:
                return self.tr("your administrator's default in {place}").format(place=origin.where)
            case _:
                return self.tr("built in")

    def advanced(self) -> str:
        return self.tr("Advanced: proxy, certificates, gateway")

    def import_button(self) -> str:
        return self.tr("Import settings…")

    def import_question(self, name: str) -> str:
        return self.tr("Take over the settings in “{name}”?").format(name=name)

    def import_yes(self) -> str:
        return self.tr("Take them over")

    def import_change(self, name: str, before: str, after: str) -> str:
        return self.tr("{name}: {before} → {after}").format(name=name, before=before, after=after)

    def import_kept(self, name: str) -> str:
        return self.tr("{name}: stays, because your administrator has set it").format(name=name)

    def import_gateway(self) -> str:
        return self.tr(
            "Another gateway is used from the next start on. The token of the old one stays behind: you will be asked for "
            "a new one."
        )

    def import_more(self, count: int) -> str:
        return self.tr("and %n more", "", count)

    def import_nothing(self, name: str) -> str:
        return self.tr("Nothing in “{name}” differs from what is set.").format(name=name)

    def not_imported(self, name: str, details: str) -> str:
        return self.tr("“{name}” could not be read: {details}").format(name=name, details=details)

    def other_gateway(self) -> str:
        return self.tr("From the next start on. The token of the old gateway stays behind.")

    def needed(self) -> str:
        return self.tr("Needed: until it is filled in, everything stays as it was.")

    def wrong(self, setting: Setting, fault: SettingFault) -> str:
        if fault is SettingFault.SECRET:
            return self.tr("Leave the name and the password out: the program asks for them.")
        return self.tr("This cannot be used. Possible: {values}.").format(values=self.expected(setting))

    def enforced(self) -> str:
        return self.tr("Set by your administrator")

    def this_run(self) -> str:
        return self.tr("Given for this run")

    def problem(self, problem: SettingProblem) -> str:
        place, key = problem.where, problem.key
        match problem.fault:
            case SettingFault.UNREADABLE:
                text = self.tr("{place} cannot be read, so nothing in it counts: {details}")
                return text.format(place=place, details=problem.details)
            case SettingFault.UNKNOWN_KEY:
                return self.tr("{key} in {place} is not a setting. Look for a typing error.").format(
                    key=key, place=place
                )
            case SettingFault.SECRET:
                return self.tr(
                    "{key} in {place} has a name or a password in it. Take it out: the window asks for it."
                ).format(key=key, place=place)
            case SettingFault.INCOMPLETE:
                return self.tr(
                    "{key} is missing or cannot be used in {place}, so what belongs with it does not count either."
                ).format(key=key, place=place)
            case _:
                return self.tr("{key} in {place} cannot be used. Possible: {values}.").format(
                    key=key, place=place, values=self.expected(BY_KEY[key])
                )

    def expected(self, setting: Setting) -> str:
        match setting.kind:
            case Kind.CHOICE:
                return ", ".join(setting.choices)
            case Kind.SWITCH:
                return "true, false"
            case Kind.NUMBER:
                return "1 – 8"
            case Kind.FILE:
                return self.tr("the full path of a file")
            case Kind.FOLDER:
                return self.tr("the full path of a folder")
            case _:
                if setting.name.endswith(("url", "endpoint")):
                    return self.tr("an address")
                return self.tr("a text")
