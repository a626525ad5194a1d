"""What the pieces of understanding, planning and solutions are called, and the fields in which two versions differ."""

from __future__ import annotations

from PySide6.QtCore import QObject


class FamilyWords(QObject):
    """Names kinds of work, their pairs of versions, their fields, and the rules the agency keeps."""

    def kinds(self) -> dict[str, str]:
        """Return what each kind of piece is."""
        return {
            "statement": self.tr("In their words"),
            "scale_answer": self.tr("A number on the scale"),
            "child_areas": self.tr("Three areas of a child"),
            "support": self.tr("Support"),
            "timeline_entry": self.tr("In a child’s life"),
            "search_effort": self.tr("Search"),
            "plan": self.tr("Plan"),
            "goal": self.tr("Goal"),
            "service_referral": self.tr("Service"),
        }

    def titles(self) -> dict[str, str]:
        """Return the one question of two versions of each kind."""
        return {
            "statement": self.tr("Two versions of what was said"),
            "scale_answer": self.tr("Two numbers for one answer"),
            "child_areas": self.tr("Two versions of one child’s areas"),
            "child_words": self.tr("Two versions of one child’s words"),
            "support": self.tr("Two versions of one support"),
            "timeline_entry": self.tr("Two versions of one time in a child’s life"),
            "search_effort": self.tr("Two versions of one search"),
            "plan": self.tr("Two versions of one plan"),
            "plan_position": self.tr("Two versions of what somebody said to the plan"),
            "goal": self.tr("Two versions of one goal"),
            "service_referral": self.tr("Two versions of one service"),
            "attachment": self.tr("Two versions about one photo or scan"),
        }

    def fields(self) -> dict[str, str]:
        """Return what each field is called."""
        return self._said() | self._round_them() | self._planned() | self._asked_for()

    def rules(self) -> dict[str, str]:
        """Return why a piece of work could not be taken, by the rule it breaks."""
        ends = self.tr("The end lies before the beginning.")
        backwards = ("to_on_before_from_on", "end_on_before_start_on", "ended_on_before_started_on")
        return {
            "open_ended": self.tr("A safety plan that is offered needs a last day."),
            "off_the_scale": self.tr("A number on the scale lies between 0 and 10."),
            "two_accountable": self.tr("One person answers for a step: somebody of the family or one of us."),
            "related_to_oneself": self.tr("A tie needs two people."),
            **dict.fromkeys(backwards, ends),
        }

    def _said(self) -> dict[str, str]:
        return {
            "domain": self.tr("About"),
            "source": self.tr("Where it comes from"),
            "exact_words": self.tr("Word for word"),
            "said_by": self.tr("Said by"),
            "about": self.tr("About whom"),
            "said_on": self.tr("Said on"),
            "priority": self.tr("How much it matters"),
            "question": self.tr("Question"),
            "words": self.tr("Their words"),
            "alone": self.tr("Asked alone"),
            "held_on": self.tr("Talked on"),
            "area_order": self.tr("Order of the areas"),
            "read_back": self.tr("Read back"),
            "share": self.tr("Shared with"),
            "share_with": self.tr("With whom"),
            "share_words": self.tr("What was agreed about sharing"),
            "area": self.tr("Area"),
            "way": self.tr("How it was told"),
            "ink": self.tr("Drawing"),
            "language": self.tr("Language"),
        }

    def _round_them(self) -> dict[str, str]:
        return {
            "about_id": self.tr("About whom"),
            "person_id": self.tr("Who"),
            "formal": self.tr("A service"),
            "strength": self.tr("How strong"),
            "stressful": self.tr("Brings stress"),
            "flow": self.tr("What flows"),
            "circle": self.tr("Circle"),
            "note": self.tr("More about it"),
            "roughly": self.tr("Roughly"),
            "with_ids": self.tr("With whom"),
            "source_note": self.tr("More about where"),
            "searched_on": self.tr("Searched on"),
            "searched_by": self.tr("Searched by"),
            "result": self.tr("Result"),
            "found": self.tr("What was found"),
            "next_step": self.tr("Next step"),
            "next_on": self.tr("Next on"),
            "dv_review": self.tr("Safety review"),
            "person_kind": self.tr("Who it is"),
            "twin_group": self.tr("Twins"),
            "identical_twin": self.tr("Identical twins"),
        }

    def _planned(self) -> dict[str, str]:
        return {
            "number": self.tr("Number"),
            "for_person_id": self.tr("For whom"),
            "concern": self.tr("What it is about"),
            "adult_ids": self.tr("Responsible adults"),
            "start_on": self.tr("Begins"),
            "review_on": self.tr("Looked at again on"),
            "end_on": self.tr("Ends"),
            "offered_at": self.tr("Offered"),
            "closed_note": self.tr("How it ended"),
            "position": self.tr("What they say to it"),
            "words_by": self.tr("Whose words"),
            "agency_words": self.tr("In the agency’s words"),
            "agency_required": self.tr("Required by the agency"),
            "statement_id": self.tr("What was said"),
            "plan_id": self.tr("Plan"),
            "goal_id": self.tr("Goal"),
            "when_words": self.tr("When, in words"),
            "side": self.tr("Whose step"),
            "closed_on": self.tr("Closed on"),
        }

    def _asked_for(self) -> dict[str, str]:
        return {
            "asked_by": self.tr("Asked for by"),
            "asked_on": self.tr("Asked on"),
            "provider": self.tr("Who offers it"),
            "answer": self.tr("Answer"),
            "barrier": self.tr("What stands in the way"),
            "consent": self.tr("Consent"),
            "referred_on": self.tr("Referred on"),
            "started_on": self.tr("Started on"),
            "ended_on": self.tr("Ended on"),
            "person_ids": self.tr("Who is in it"),
            "taken_on": self.tr("Taken on"),
        }
