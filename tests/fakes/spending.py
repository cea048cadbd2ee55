"""The spending history of a gateway, as it is documented: pages, newest first."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

MOST_DAYS = 90


@dataclass
class History:
    """What was spent. Every attribute may be changed at any time."""

    items: list[dict[str, Any]] = field(default_factory=list)
    """Oldest first."""
    lag: float = 0.0
    """Seconds until something that was spent is among them."""
    a_page: int = 50
    """Most items on a page, however many are asked for."""

    def add(self, at: float, amount: float, before: float, path: str) -> None:
        """Something was spent; a negative amount was given back."""
        number = len(self.items) + 1
        self.items.append(
            {
                "id": f"item-{number}",
                "serviceName": "suno",
                "apiPath": path,
                "apiMethod": "POST",
                "finalAmount": abs(amount),
                "beforeCredits": before,
                "afterCredits": before - amount,
                "traceId": f"trace-{number}",
                "createdAt": datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds"),
            }
        )

    def page(self, asked: dict[str, Any], now: float) -> dict[str, Any]:
        """The page that was asked for."""
        start, end = (asked["dateRange"][key] / 1000 for key in ("start", "end"))
        shown = [
            item
            for item in reversed(self.items)
            if start <= datetime.fromisoformat(item["createdAt"]).timestamp() <= min(end, now - self.lag)
        ]
        size = min(asked["limit"], self.a_page)
        first = (asked["page"] - 1) * size
        items = shown[first : first + size]
        return {
            "items": items,
            "meta": {
                "totalItems": len(shown),
                "itemCount": len(items),
                "itemsPerPage": size,
                "totalPages": -(-len(shown) // size),
                "currentPage": asked["page"],
            },
        }


def refusal(headers: dict[str, str], body: Any) -> str:
    """What is wrong with a question about spending, or nothing."""
    if not headers.get("content-type", "").startswith("application/json"):
        return "the body is not application/json"
    if not isinstance(body, dict) or set(body) != {"dateRange", "page", "limit"}:
        return "the body's fields are not dateRange, page and limit"
    span = body["dateRange"]
    if not isinstance(span, dict) or set(span) != {"start", "end"}:
        return "dateRange must have start and end"
    numbers = (span["start"], span["end"], body["page"], body["limit"])
    if any(type(number) is not int for number in numbers):
        return "start, end, page and limit must be integers"
    if not 0 <= span["end"] - span["start"] <= MOST_DAYS * 86_400_000:
        return f"dateRange must be at most {MOST_DAYS} days"
    if span["start"] < 1_000_000_000_000:
        return "dateRange must be in milliseconds"
    return "" if body["page"] >= 1 and body["limit"] >= 1 else "page and limit begin at 1"
