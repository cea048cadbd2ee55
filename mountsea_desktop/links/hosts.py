"""Which words with dots are names of hosts, and which are only words: `example.com`, but not `feat.Anna`."""

_COUNTRIES_TEXT = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw
by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et
eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id
ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu
lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np
nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk
sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy
uz va vc ve vg vi vn vu wf ws ye yt za zm zw
"""
_COUNTRIES = frozenset(_COUNTRIES_TEXT.split())
_LARGE_COUNTRIES_TEXT = """
ar at au be br ca cc ch cn co cz de dk es eu fi fm fr gr hk hu id ie il in io it jp kr me mx nl no nz pl pt ro
ru se sg th tr tv tw ua uk us vn za
"""
_LARGE_COUNTRIES = frozenset(_LARGE_COUNTRIES_TEXT.split())
_COMMON = frozenset(
    ["com", "net", "org", "info", "edu", "gov", "app", "dev", "xyz", "top", "site", "online", "cloud"]
)
_OTHERS_TEXT = """
biz name pro mobi int mil tel asia cat jobs travel aero coop museum arpa store shop live music audio
band stream space website tech page link click club fun art world digital media studio network life
today zone vip icu wang host email systems wtf lol one team work group pub wiki news blog video film
photo photos gallery design agency tools run build codes software solutions services support center
academy school training games game cool rocks social community foundation fund money finance credit
market download file zip mov drive storage hosting direct express delivery ltd inc gmbh llc company
business global international city town london berlin paris nyc tokyo moscow wales scot ink bar cafe
dance events party tickets radio fm show theater tube watch guru expert house land red green black
gold pink plus style vision works monster quest bond cyou sbs rest lat cfd hair beauty skin example
test invalid local localdomain lan home internal intranet corp localhost onion
"""
_OTHERS = _COMMON | frozenset(_OTHERS_TEXT.split())
_ABBREVIATIONS = frozenset(
    [
        "feat",
        "ft",
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "vs",
        "vol",
        "no",
        "op",
        "pt",
        "nr",
        "tr",
        "jr",
        "sr",
        "prod",
        "ver",
        "prof",
        "sgt",
        "cpt",
        "etc",
        "inc",
        "ca",
    ]
)
"""Words that are often followed by a dot and a name: `feat.Jo`."""


def is_plausible(host: str, rest: str, *, is_alone: bool = False) -> bool:
    """Return whether a word with dots can be a host, `rest` being what follows it.

    Alone, without a path or a port, it can hardly lead to a song: then only what is certain counts.
    """
    labels = host.split(".")
    last = labels[-1]
    if not host.isascii():
        return not is_alone or bool(rest) or last.lower() in _COMMON
    if len(labels) == 2 and (labels[0].isdigit() or labels[0].lower() in _ABBREVIATIONS):
        return False
    if last[0].isupper() and not last.isupper():
        return False  # a name, not the end of a host
    if is_alone and not rest:
        return (
            labels[0].lower() == "www"
            or last.lower() in _COMMON
            or (last in _LARGE_COUNTRIES and host.islower() and len(labels[-2]) > 3)
        )
    return last.lower() in _COUNTRIES or last.lower() in _OTHERS or last.lower().startswith("xn--")
