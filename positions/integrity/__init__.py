"""RULES: what must hold between the records of a dossier, one small function per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from positions.integrity import codings, description, notices, sides, sources, statements, uniqueness
from positions.integrity.draft import Draft
from positions.model.errors import Finding, Notice

Rule = Callable[[Draft], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    uniqueness.ids_are_unique,
    uniqueness.names_are_unique,
    description.members_only_in_groupings,
    description.parts_belong_to_a_grouping,
    description.bodies_speak_for_states,
    description.a_day_apart_needs_parts,
    description.scale_steps_run_from_zero,
    description.numeric_scales_run_between_two_ends,
    description.described_ids_resolve,
    description.speakers_belong_to_a_side,
    description.period_in_order,
    description.stretches_lie_in_the_period,
    sources.types_are_known,
    sources.one_site_bears_one_flag,
    statements.statement_ids_resolve,
    statements.members_belong_to_their_party,
    sides.speakers_speak_for_their_side,
    sides.commentary_has_no_party,
    statements.claims_name_whom_they_describe,
    statements.only_own_positions_are_placed,
    statements.steps_stand_on_the_scale,
    statements.values_stand_on_the_scale,
    statements.ranges_are_in_order,
    statements.only_ranges_have_a_spread,
    statements.two_persons_clear,
    statements.measures_end_after_they_begin,
    statements.days_lie_within_the_sources_horizon,
    statements.words_stand_at_an_address_of_the_source,
    statements.refusals_are_not_placed,
)

# What a coding beside a dossier must keep to; a coder may judge otherwise than the dossier in the end.
CODING_RULES: tuple[Rule, ...] = (
    uniqueness.rows_are_unique,
    statements.statement_ids_resolve,
    statements.members_belong_to_their_party,
    statements.steps_stand_on_the_scale,
    statements.values_stand_on_the_scale,
    statements.ranges_are_in_order,
    codings.rows_bear_their_coder,
)


# What is no fault and may not be what was meant.
NOTICES: tuple[Callable[[Draft], Iterator[Notice]], ...] = (
    notices.words_of_a_grouping_alone,
    notices.ranges_of_unknown_spread,
    notices.addresses_that_lead_nowhere,
)


def integrity_notices(draft: Draft) -> list[Notice]:
    """All that may not be meant as it stands in sound records."""
    return [notice for found in NOTICES for notice in found(draft)] if draft.description else []


def integrity_findings(draft: Draft) -> list[Finding]:
    """All that the rules find, but for what they find of stand-ins."""
    if draft.description is None:
        return []
    found = (finding for rule in RULES for finding in rule(draft))
    return [
        one for one in found if one.file != draft.described.file or (one.line, one.field) not in draft.muted
    ]
