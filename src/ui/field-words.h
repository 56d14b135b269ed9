/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/field-problem.h"

G_BEGIN_DECLS

/* The sentence beside a field: "No longer than 64 characters". @currency is
 * that of the form, for limits of sums, which are in minor units.
 * (transfer full) (not nullable) */
char       *tranche_field_problem_words (const TrancheFieldProblem *problem,
                                         const char                *currency);
/* What the form calls a field, for a problem of a field that is not shown:
 * "Phone". (not nullable) */
const char *tranche_field_label         (TrancheField               field);

G_END_DECLS
