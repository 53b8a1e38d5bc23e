"""RULES: what must hold between the records of a dossier, one small function per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from positions.integrity import coded, described, noticed, sided, sourced, stated, unique
from positions.integrity.draft import Draft
from positions.model.errors import Finding, Notice

Rule = Callable[[Draft], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    unique.ids_are_unique,
    unique.names_are_unique,
    described.members_only_in_groupings,
    described.parts_belong_to_a_grouping,
    described.bodies_speak_for_states,
    described.a_day_apart_needs_parts,
    described.scale_steps_run_from_zero,
    described.numeric_scales_run_between_two_ends,
    described.described_ids_resolve,
    described.speakers_belong_to_a_side,
    described.period_in_order,
    described.stretches_lie_in_the_period,
    sourced.types_are_known,
    sourced.one_site_bears_one_flag,
    stated.statement_ids_resolve,
    stated.members_belong_to_their_party,
    sided.speakers_speak_for_their_side,
    sided.commentary_has_no_party,
    stated.claims_name_whom_they_describe,
    stated.only_own_positions_are_placed,
    stated.steps_stand_on_the_scale,
    stated.values_stand_on_the_scale,
    stated.ranges_are_in_order,
    stated.only_ranges_have_a_spread,
    stated.two_persons_clear,
    stated.measures_end_after_they_begin,
    stated.days_lie_within_the_sources_horizon,
    stated.words_stand_at_an_address_of_the_source,
    stated.refusals_are_not_placed,
)

# What a coding beside a dossier must keep to; a coder may judge otherwise than the dossier in the end.
CODING_RULES: tuple[Rule, ...] = (
    unique.rows_are_unique,
    stated.statement_ids_resolve,
    stated.members_belong_to_their_party,
    stated.steps_stand_on_the_scale,
    stated.values_stand_on_the_scale,
    stated.ranges_are_in_order,
    coded.rows_bear_their_coder,
)


# What is no fault and may not be what was meant.
NOTICES: tuple[Callable[[Draft], Iterator[Notice]], ...] = (
    noticed.words_of_a_grouping_alone,
    noticed.ranges_of_unknown_spread,
    noticed.addresses_that_lead_nowhere,
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
