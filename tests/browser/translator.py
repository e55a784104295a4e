"""The steps of a translator at the desk, in their words."""

from playwright.sync_api import Locator, expect
from press_officer import Officer


class Translator(Officer):
    """Somebody who translates; every click and field is counted."""

    def open_queue(self) -> None:
        """From the menu to what is due."""
        self.click("Translations", self.page.get_by_role("link", name="Translations", exact=True).first)
        expect(self.page.locator(".newsroom-filters")).to_be_visible()

    def take(self, headline: str) -> None:
        """From the queue into the editor."""
        self.click(headline, self.page.get_by_role("link", name=headline, exact=True))
        expect(self.segments.first).to_be_visible()

    @property
    def segments(self) -> Locator:
        """The segments in the editor."""
        return self.page.locator(".js-translation-editor").locator("li.incomplete, li.complete, li.errored")

    @property
    def missing(self) -> Locator:
        """Those that are not translated."""
        return self.page.locator(".js-translation-editor li.incomplete")

    def translate(self, text: str) -> Locator:
        """Translate the first segment that is missing; gives its field as it was while it was written in."""
        before = self.missing.count()
        segment = self.missing.first
        self.click("Translate", segment.get_by_role("button", name="Translate"))
        field = self.page.locator(".js-translation-editor textarea")
        expect(field).to_have_attribute("dir", "rtl")
        expect(field).to_have_attribute("lang", "ar")
        self.write("words", field, text)
        self.click("Save", self.page.locator(".js-translation-editor").get_by_role("button", name="Save", exact=True))
        expect(self.missing).to_have_count(before - 1)
        return field

    def sign_off(self) -> None:
        """From the editor to the task, and sign."""
        self.open_queue()
        self.click("state", self.page.locator("table.newsroom-tasks tbody a").last)
        self.click("Sign off", self.page.get_by_role("button", name="Sign off", exact=True))
