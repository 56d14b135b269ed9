/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/field-problem.h"

G_BEGIN_DECLS

/**
 * TrancheDraftRule:
 * @wire_name: the name in the bank's specification
 * @field: what the form calls it
 * @limit: of its length in characters; 0 where the specification sets none
 *
 * A line of a bank's table of the fields that it asks for.
 */
typedef struct {
  const char *wire_name;
  TrancheField field;
  gint64 limit;
} TrancheDraftRule;

/* Adds a problem of the field @wire_name, which has to be in @rules, to
 * @problems (element-type TrancheFieldProblem). */
void     tranche_draft_rules_add        (const TrancheDraftRule *rules,
                                         gsize                   n_rules,
                                         GPtrArray              *problems,
                                         const char             *wire_name,
                                         int                     item,
                                         TrancheFlaw             flaw,
                                         gint64                  limit);
/* Whether there is a text that is worth a closer look: it is UTF-8, within
 * its limit and not empty. What is wrong is added to @problems. */
gboolean tranche_draft_rules_check_text (const TrancheDraftRule *rules,
                                         gsize                   n_rules,
                                         GPtrArray              *problems,
                                         const char             *wire_name,
                                         int                     item,
                                         const char             *text,
                                         gboolean                required);

G_END_DECLS
