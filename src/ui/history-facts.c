/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/history-facts.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"
#include "ui/stage-words.h"

void
tranche_history_fact_free (TrancheHistoryFact *self)
{
  g_free (self->value);
  g_free (self);
}

/* What comes from outside may be anything but UTF-8. */
static void
add (GPtrArray  *facts,
     const char *label,
     const char *value)
{
  TrancheHistoryFact *fact;

  if (value == NULL || *value == '\0')
    return;

  fact = g_new0 (TrancheHistoryFact, 1);
  fact->label = label;
  fact->value = g_utf8_make_valid (value, -1);
  g_ptr_array_add (facts, fact);
}

/* (nullable) */
static const char *
get_question (TrancheHistoryEntry *entry)
{
  switch (tranche_history_entry_get_operation (entry)) {
  case TRANCHE_OPERATION_CREATE:
    return _("To make the order");
  case TRANCHE_OPERATION_COMMIT:
    return _("To commit the order");
  case TRANCHE_OPERATION_CANCEL:
    return _("To cancel the order");
  case TRANCHE_OPERATION_RETURN:
    return _("To take goods back");
  case TRANCHE_OPERATION_PLAN_COMMIT:
  case TRANCHE_OPERATION_DROP_PLAN:
  case TRANCHE_OPERATION_NOT_PAID:
    return NULL;
  case TRANCHE_OPERATION_PAID:
    return tranche_history_entry_get_origin (entry) == TRANCHE_ORIGIN_USER ? NULL : _("How the payout stands");
  case TRANCHE_OPERATION_ADOPT:
  case TRANCHE_OPERATION_NONE:
  default:
    return _("How the order stands");
  }
}

static gboolean
is_operation (TrancheHistoryEntry *entry)
{
  switch (tranche_history_entry_get_operation (entry)) {
  case TRANCHE_OPERATION_CREATE:
  case TRANCHE_OPERATION_COMMIT:
  case TRANCHE_OPERATION_CANCEL:
  case TRANCHE_OPERATION_RETURN:
    return TRUE;
  case TRANCHE_OPERATION_NONE:
  case TRANCHE_OPERATION_PLAN_COMMIT:
  case TRANCHE_OPERATION_DROP_PLAN:
  case TRANCHE_OPERATION_ADOPT:
  case TRANCHE_OPERATION_PAID:
  case TRANCHE_OPERATION_NOT_PAID:
  default:
    return FALSE;
  }
}

/* (nullable) */
static const char *
get_answer (TrancheHistoryEntry *entry)
{
  if (!is_operation (entry))
    return NULL;

  switch (tranche_history_entry_get_outcome (entry)) {
  case TRANCHE_OUTCOME_DONE:
    return _("It was done");
  case TRANCHE_OUTCOME_REFUSED:
    return _("It was not done");
  case TRANCHE_OUTCOME_UNKNOWN:
    return _("No answer came");
  case TRANCHE_OUTCOME_INTENDED:
  case TRANCHE_OUTCOME_SENT:
  default:
    return NULL;
  }
}

GPtrArray *
tranche_history_facts (TrancheHistoryEntry *entry)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_history_fact_free);
  TrancheStage from = tranche_history_entry_get_from (entry);
  TrancheStage to = tranche_history_entry_get_to (entry);
  int code = tranche_history_entry_get_error_code (entry);

  add (facts, _("Asked of the bank"), get_question (entry));
  add (facts, _("Answer"), get_answer (entry));
  if (code != 0) {
    g_autoptr (TrancheErrorWords) words =
      tranche_error_words_new_for_code (code, NULL, TRANCHE_OPERATION_NONE);

    add (facts, _("What went wrong"), words->title);
  }
  if (from != to) {
    add (facts, _("State before"), tranche_stage_label (from));
    add (facts, _("State after"), tranche_stage_label (to));
  }
  add (facts, _("The bank’s words"), tranche_history_entry_get_detail (entry));
  add (facts, _("The bank’s number of the request"), tranche_history_entry_get_trace_id (entry));

  return facts;
}
