"""The project's methods about claims."""

from provenance_desk.domain.words import ClaimRelation
from provenance_desk.project.acting import Acting
from provenance_desk.project.actions import claims
from provenance_desk.project.actions.claims import ClaimDraft


class ClaimActions:
    """Claims and what is said about them."""

    def add_claim(self: Acting, draft: ClaimDraft) -> str:
        """Add a claim; its id."""
        with self.step() as work:
            return claims.add_claim(work, draft)

    def reword_claim(self: Acting, claim: str, draft: ClaimDraft, reason: str) -> str:
        """Give a claim a new wording, kind, actor and dates."""
        with self.step() as work:
            return claims.reword_claim(work, claim, draft, reason)

    def retire_claim(self: Acting, claim: str, reason: str) -> str:
        """Stop pursuing a claim."""
        with self.step() as work:
            return claims.retire_claim(work, claim, reason)

    def restore_claim(self: Acting, claim: str, reason: str) -> str:
        """Pursue a retired claim again."""
        with self.step() as work:
            return claims.restore_claim(work, claim, reason)

    def join_claims(self: Acting, first: str, second: str, reason: str) -> str:
        """Say that two claims say the same."""
        with self.step() as work:
            return claims.join_claims(work, first, second, reason)

    def separate_claims(self: Acting, first: str, second: str, reason: str) -> str:
        """Say that two claims do not say the same."""
        with self.step() as work:
            return claims.separate_claims(work, first, second, reason)

    def relate_claims(self: Acting, from_: str, to: str, relation: ClaimRelation) -> str:
        """Record that a claim contradicts or refines another."""
        with self.step() as work:
            return claims.relate_claims(work, from_, to, relation)
