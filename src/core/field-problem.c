/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/field-problem.h"

TrancheFieldProblem *
tranche_field_problem_new (TrancheField  field,
                           int           item,
                           TrancheFlaw   flaw,
                           gint64        limit,
                           const char   *wire_name,
                           const char   *text)
{
  TrancheFieldProblem *self = g_new0 (TrancheFieldProblem, 1);

  self->field = field;
  self->item = item;
  self->flaw = flaw;
  self->limit = limit;
  self->wire_name = g_strdup (wire_name);
  self->text = g_strdup (text);

  return self;
}

void
tranche_field_problem_free (TrancheFieldProblem *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->wire_name);
  g_free (self->text);
  g_free (self);
}
