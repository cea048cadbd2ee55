"""The queries of signed links, one of each kind; all end an hour after `NOW`."""

import json
from base64 import b64encode, urlsafe_b64encode

NOW = 1_700_000_000.0

OSS_V1 = "OSSAccessKeyId=LTAI5t&Expires=1700003600&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D"
OSS_V4 = (
    "x-oss-date=20231114T221320Z&x-oss-expires=3600&x-oss-signature-version=OSS4-HMAC-SHA256"
    "&x-oss-credential=LTAI%2F20231114%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-signature=34ac"
)
COS = (
    "q-sign-algorithm=sha1&q-ak=AKID&q-sign-time=1699999999;1700003600&q-key-time=1699999999;1700003600"
    "&q-header-list=host&q-url-param-list=&q-signature=c7d3"
)
S3_V4 = (
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20231114%2Fus-east-1%2Fs3%2Faws4_request"
    "&X-Amz-Date=20231114T221320Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=aeee"
)
S3_V2 = "AWSAccessKeyId=AKIA&Expires=1700003600&Signature=vjby%2BPxybd"
GCS_V4 = S3_V4.replace("X-Amz", "X-Goog").replace("AWS4-HMAC-SHA256", "GOOG4-RSA-SHA256")
GCS_V2 = "GoogleAccessId=a%40b.iam.gserviceaccount.com&Expires=1700003600&Signature=x%3D"
AZURE = "sv=2022-11-02&st=2023-11-14T22%3A00%3A00Z&se=2023-11-14T23%3A13%3A20Z&sr=b&sp=r&sig=abc%2Bdef%3D"
CLOUDFRONT = "Expires=1700003600&Signature=abc~-_&Key-Pair-Id=K2JC"
QINIU = "e=1700003600&token=ak:sign="
DISCORD = "ex=6553ff10&is=6541890f&hm=abcdef&"
TOS = S3_V4.replace("X-Amz", "X-Tos")


def jwt(claims: object) -> str:
    return (
        f"eyJhbGciOiJIUzI1NiJ9.{urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip('=')}.sIg-_x"
    )


def policy(statement: object) -> str:
    """As CloudFront writes base64."""
    packed = b64encode(json.dumps({"Statement": statement}).encode()).decode()
    return packed.translate(str.maketrans("+=/", "-_~"))


BUNNY = "token=HS256-abc_-&expires=1700003600"
SUPABASE = f"token={jwt({'url': 'songs/晴天.mp3', 'iat': 1700000000, 'exp': 1700003600})}"
BOS = "authorization=bce-auth-v1%2FAK%2F2023-11-14T22%3A13%3A20Z%2F3600%2Fhost%2Fc7d3"
UNTIL = {"Resource": "?" * 9 + ">" * 9, "Condition": {"DateLessThan": {"AWS:EpochTime": 1700003600}}}
POLICY = f"Policy={policy([UNTIL])}&Signature=abc~-_&Key-Pair-Id=K2"

FORMS = [
    OSS_V1,
    OSS_V4,
    COS,
    COS.replace(";", "%3B"),
    S3_V4,
    S3_V2,
    GCS_V4,
    GCS_V2,
    AZURE,
    CLOUDFRONT,
    QINIU,
    DISCORD,
    TOS,
    BUNNY,
    SUPABASE,
    BOS,
    BOS.replace("%2F", "/").replace("%3A", ":"),
    POLICY,
]
