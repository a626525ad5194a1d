"""How a laptop of a tour becomes one of the agency's: first run, five words, the code and the sign-in."""

from __future__ import annotations

from engage_desktop.app.tour.agency import Account, Agency
from engage_desktop.app.tour.run import Story
from engage_desktop.app.tour.stage import Laptop


def enrol(
    story: Story, agency: Agency, port: int, laptop: Laptop, account: Account, *, shown: bool = False
) -> str:
    """Join the agency from a fresh laptop, with pictures when `shown`; return the five words that open it."""
    with story.step(f"{laptop.name}: first run, five words, joining the agency"):
        words = begin_joining(story, laptop, shown=shown)
        sign_in(laptop, agency, port, account)
        if shown:
            story.picture(laptop, "join-the-agency")
        laptop.click("Join")
        laptop.wait_for("All with the agency", 60)
    return words


def begin_joining(story: Story, laptop: Laptop, *, shown: bool = False) -> str:
    """Go as far as the form for joining; return the five words."""
    story.begin(laptop)
    if shown:
        story.picture(laptop, "first-run")
    laptop.click("Join my agency")
    laptop.wait_for("words that open this laptop")
    words = next(
        text for text in laptop.texts() if len(text.split()) == 5 and text.isascii() and text.islower()
    )
    if shown:
        story.picture(laptop, "five-words")
    laptop.click("I have written them down and keep them away from the laptop")
    laptop.click("Continue")
    return words


def sign_in(laptop: Laptop, agency: Agency, port: int, account: Account) -> None:
    """Fill in the form for joining."""
    laptop.write("Code for this laptop", agency.code(account, port))
    laptop.write("Name for signing in", account[0])
    laptop.write("Password at the agency", account[1])
