"""Words for what things cost and what was spent."""

from PySide6.QtCore import QObject

from mountsea_desktop.workflow.prices import Spent


class CreditWords(QObject):
    """Nothing is called a price that was not seen in the records."""

    def button(self) -> str:
        return self.tr("Credits…")

    def title(self) -> str:
        return self.tr("Credits")

    def balance(self, amount: str) -> str:
        return self.tr("{amount} credits").format(amount=amount)

    def balance_unknown(self) -> str:
        return self.tr("Your balance is not known")

    def asking(self) -> str:
        return self.tr("One moment: Mountsea is asked.")

    def not_learned(self, why: str) -> str:
        return self.tr("What was spent could not be learned. {why}").format(why=why)

    def none_spent(self) -> str:
        return self.tr("Mountsea's records show nothing that was spent in the last 89 days.")

    def incomplete(self) -> str:
        return self.tr("There is more than could be read; the table shows a part.")

    def explained(self) -> str:
        return self.tr(
            "From Mountsea's records of the last 89 days. Other programs that use the same account are among them."
        )

    def add(self) -> str:
        return self.tr("Add credits")

    def check_again(self) -> str:
        return self.tr("Check again")

    def table(self) -> str:
        return self.tr("Spending")

    def column_day(self) -> str:
        return self.tr("Day")

    def column_kind(self) -> str:
        return self.tr("For")

    def column_count(self) -> str:
        return self.tr("Times")

    def column_credits(self) -> str:
        return self.tr("Credits")

    def kind(self, kind: Spent) -> str:
        match kind:
            case Spent.UPLOAD:
                return self.tr("Uploading songs")
            case Spent.CREATE:
                return self.tr("Creating a model")
            case Spent.SONG:
                return self.tr("Having songs made")
            case Spent.OTHER:
                return self.tr("Something else")

    def model_cost(self, name: str, total: str, parts: str) -> str:
        return self.tr("“{name}” has cost {total} credits in all: {parts}.").format(
            name=name, total=total, parts=parts
        )

    def model_cost_at_least(self, name: str, total: str, parts: str) -> str:
        return self.tr(
            "“{name}” has cost at least {total} credits: {parts}. Some records may be another model's, or too old to be shown."
        ).format(name=name, total=total, parts=parts)

    def part(self, kind: Spent, amount: str) -> str:
        match kind:
            case Spent.UPLOAD:
                return self.tr("uploads {amount}").format(amount=amount)
            case Spent.CREATE:
                return self.tr("creating it {amount}").format(amount=amount)
            case _:
                return self.tr("songs {amount}").format(amount=amount)

    def uploads(self, count: int, each: str, total: str) -> str:
        return self.tr(
            "%n songs at about {each} credits each, as last time: {total} credits.", "", count
        ).format(each=each, total=total)

    def starting_over(self, count: int, total: str) -> str:
        return self.tr(
            "Uploading these %n songs again costs about {total} credits, as last time.", "", count
        ).format(total=total)

    def last_upload(self, amount: str) -> str:
        return self.tr("The last upload cost {amount} credits.").format(amount=amount)

    def uploads_free(self) -> str:
        return self.tr("Uploading cost nothing last time.")

    def may_cost(self) -> str:
        """Say so before a price was seen."""
        return self.tr("Mountsea may charge credits for each upload; you will see how much.")

    def left_after(self, balance: str, left: str) -> str:
        return self.tr("Your balance is {balance} credits; about {left} would be left.").format(
            balance=balance, left=left
        )

    def not_enough(self, balance: str) -> str:
        return self.tr("Your balance is {balance} credits: that is not enough for all of them.").format(
            balance=balance
        )

    def less_than_a_model(self, amount: str) -> str:
        return self.tr("The last model cost {amount} credits: too little would be left for another.").format(
            amount=amount
        )

    def less_than_the_price(self, amount: str) -> str:
        return self.tr("A model costs {amount} credits: too little would be left for one.").format(
            amount=amount
        )

    def counted_in(self, count: int) -> str:
        return self.tr("The %n songs that wait or are being uploaded already are counted in.", "", count)

    def too_little_in_the_end(self, balance: str, needed: str) -> str:
        return self.tr(
            "Your balance is {balance} credits, and the model will need {needed} in the end: add credits before you go on."
        ).format(balance=balance, needed=needed)

    def last_model(self, amount: str) -> str:
        return self.tr("The last model cost {amount} credits.").format(amount=amount)
