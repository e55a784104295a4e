"""The steps of a press officer at the CMS, in their words."""

from playwright.sync_api import Dialog, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

PASSWORD = "a quiet river 42"
#: How long a press may take to be answered, in milliseconds, and how often it is made again.
HEARD, MOST_PRESSES = 3_000, 5


class Officer:
    """A press officer at the CMS: every step is a click or a field, and each is counted."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.clicks: list[str] = []
        self.fields: list[str] = []
        #: What the CMS told in a window of the browser's own, as it does when a request failed.
        self.told: list[str] = []
        page.on("dialog", self.hear)

    def hear(self, dialog: Dialog) -> None:
        """Note what the CMS says; leave a page for good where it asks."""
        if dialog.type == "beforeunload":
            dialog.accept()
        else:
            self.told.append(dialog.message)
            dialog.dismiss()

    def log_in(self, username: str) -> None:
        """Come to the CMS as somebody."""
        self.page.goto(f"{self.address}/admin/")
        self.write("Username", self.page.get_by_label("Username"), username)
        self.write("Password", self.page.get_by_label("Password"), PASSWORD)
        self.click("Sign in", self.page.get_by_role("button", name="Sign in"))

    def click(self, step: str, what: Locator) -> None:
        """Click on something."""
        self.clicks.append(step)
        what.click()

    def write(self, step: str, field: Locator, text: str) -> None:
        """Fill in a field."""
        self.fields.append(step)
        field.fill(text)

    def panel(self, heading: str) -> Locator:
        """The part of the form under a heading; the outer one where a block inside has the same name."""
        named = self.page.get_by_role("heading", name=heading, exact=True)
        return self.page.locator("section.w-panel").filter(has=named).first

    def start_release(self) -> None:
        """From the menu to an empty release."""
        self.click("Pages", self.page.get_by_role("button", name="Pages", exact=True))
        self.click(
            "what stands under the English front page", self.page.get_by_role("link", name="View child pages of").first
        )
        explorer = self.page.get_by_role("dialog", name="Page explorer")
        self.click("Releases", explorer.get_by_role("link", name="Releases", exact=True))
        self.click("the plus sign", self.page.get_by_role("link", name="Add child page"))
        expect(self.page.get_by_role("heading", name="New: Release")).to_be_attached()

    def reveal(self, what: Locator) -> None:
        """Open the folded parts of the form in which something stands."""
        for part in what.locator("xpath=ancestor::section[@data-panel]").all():
            toggle = part.locator(":scope > .w-panel__header [data-panel-toggle]")
            if toggle.count() and toggle.get_attribute("aria-expanded") == "false":
                self.click("open a part of the form", toggle)
                self.press_until_open(toggle)

    def press_until_open(self, toggle: Locator) -> None:
        """Press again what was pressed before the scripts of the form ran, which nobody heard."""
        for _time in range(MOST_PRESSES):
            try:
                expect(toggle).to_have_attribute("aria-expanded", "true", timeout=HEARD)
            except AssertionError:
                toggle.click()
            else:
                return
        expect(toggle).to_have_attribute("aria-expanded", "true")

    def write_text(self, text: str) -> None:
        """Add a text block and write in it."""
        self.add_block("Text")
        field = self.panel("Text").get_by_role("textbox").last
        self.fields.append("text")
        field.press_sequentially(text)

    def add_block(self, name: str) -> None:
        """Add a block at the end of the text."""
        self.click("insert a block", self.panel("Text").get_by_title("Insert a block").last)
        self.click(name, self.page.get_by_role("option", name=name))

    def quote(self, words: str, speaker: str = "") -> None:
        """Add a quote, its speaker chosen from the directory."""
        field = self.page.get_by_role("textbox", name="Words*", exact=True)
        others = field.count()
        self.add_block("Quote")
        expect(field).to_have_count(others + 1)
        self.write("words", field.last, words)
        if speaker:
            self.choose("Text", "Choose person", speaker)

    def open_window(self, step: str, button: Locator) -> None:
        """Press a button that opens a window; once more where a busy machine lost the first press, as people do."""
        window = self.page.get_by_role("dialog").first
        self.click(step, button)
        try:
            window.wait_for(timeout=10_000)
        except PlaywrightTimeoutError:
            assert not self.told, self.told
            button.click()
            window.wait_for()

    def choose(self, heading: str, button: str, name: str) -> None:
        """Choose a record in the window that a button under a heading opens."""
        self.open_window(button, self.panel(heading).get_by_role("button", name=button, exact=True))
        self.click(name, self.page.get_by_role("dialog").get_by_role("link", name=name))
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def publish(self) -> None:
        """Press the button that makes it public."""
        self.click("more actions", self.page.get_by_role("button", name="More actions"))
        self.click("Publish", self.page.get_by_role("button", name="Publish", exact=True))

    def open_releases(self) -> None:
        """From the menu to the list of releases."""
        self.click("Releases", self.page.get_by_role("link", name="Releases", exact=True).first)

    def edit(self, headline: str) -> None:
        """From the list of releases into one of them."""
        self.click(headline, self.page.get_by_role("link", name=headline, exact=True).first)
        expect(self.page.get_by_role("textbox", name="Headline*", exact=True)).to_be_visible()

    def do_more(self, action: str) -> None:
        """One of the actions behind the first button at the foot of the editor."""
        self.click("more actions", self.page.get_by_role("button", name="More actions"))
        self.click(action, self.page.get_by_role("button", name=action, exact=True))

    @property
    def hashtags(self) -> Locator:
        """The field for hashtags; a comma ends each."""
        field = self.panel("Campaign").locator(".tagit-new input")
        self.reveal(field)
        return field

    def report(self) -> str:
        """What it took, for whoever wants to make it less."""
        return (
            f"{len(self.clicks)} clicks: {', '.join(self.clicks)}; {len(self.fields)} fields: {', '.join(self.fields)}"
        )
