"""The project's methods about its rules, notes and reviewers' answers to each other."""

from provenance_desk.domain.project_events import RulesChosen
from provenance_desk.domain.words import Access, Confidence, Outcome, PersonFlag, Standing, Status
from provenance_desk.project.acting import Acting
from provenance_desk.project.actions import team


class TeamActions:
    """Rules, names, notes, answers, overrides and settlements."""

    def choose_rules(self: Acting, rules: RulesChosen) -> str:
        """Choose the house rule, blind reading and suggestions."""
        with self.step() as work:
            return team.choose_rules(work, rules)

    def set_name(self: Acting, name: str) -> str:
        """Set the pseudonym the reviewer goes by in this project."""
        with self.step() as work:
            return team.set_name(work, name)

    def add_note(
        self: Acting,
        text: str,
        *,
        about: str | None = None,
        document: str | None = None,
        span: tuple[int, int] | None = None,
    ) -> str:
        """Add a free note, about an entry or a passage if it says so."""
        with self.step() as work:
            return team.add_note(work, text, about=about, document=document, span=span)

    def flag_person(self: Acting, name: str, flag: PersonFlag) -> str:
        """Say how a person's name is treated in reports."""
        with self.step() as work:
            return team.flag_person(work, name, flag)

    def record_suggestion(self: Acting, kind: str, about: str, offered: str, taken: str) -> str:
        """Record what was suggested and what was done with it."""
        with self.step() as work:
            return team.record_suggestion(work, kind, about, offered, taken)

    def change_cues(self: Acting, cues: str) -> str:
        """Read the project with another list of cues, given as its JSON text."""
        with self.step() as work:
            return team.change_cues(work, cues)

    def answer_contradiction(self: Acting, judgement: str, reason: str) -> str:
        """Record why a contradicting judgement is outweighed."""
        with self.step() as work:
            return team.answer_contradiction(work, judgement, reason)

    def override_standing(self: Acting, claim: str, standing: Standing, reason: str) -> str:
        """Put another standing beside the computed one; both are shown."""
        with self.step() as work:
            return team.override_standing(work, claim, standing, reason)

    def settle_disagreement(
        self: Acting,
        judgements: tuple[str, ...],
        outcome: Outcome,
        reason: str,
        chosen: tuple[Status, Confidence, Access | None, str | None] | None = None,
    ) -> str:
        """Record how different judgements of one passage were settled."""
        with self.step() as work:
            return team.settle_disagreement(work, judgements, outcome, reason, chosen)
