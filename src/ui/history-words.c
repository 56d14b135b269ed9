/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/history-words.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"
#include "ui/stage-words.h"

static const char *
create_title (TrancheOutcome outcome)
{
  switch (outcome) {
  case TRANCHE_OUTCOME_DONE:
    return _("Created at the bank");
  case TRANCHE_OUTCOME_REFUSED:
    return _("Not created");
  case TRANCHE_OUTCOME_UNKNOWN:
    return _("Creating: the answer was lost");
  case TRANCHE_OUTCOME_SENT:
    return _("Sent to the bank");
  case TRANCHE_OUTCOME_INTENDED:
  default:
    return _("Creation requested");
  }
}

static const char *
commit_title (TrancheOutcome outcome)
{
  switch (outcome) {
  case TRANCHE_OUTCOME_DONE:
    return _("Committed");
  case TRANCHE_OUTCOME_REFUSED:
    return _("Not committed");
  case TRANCHE_OUTCOME_UNKNOWN:
    return _("Committing: the answer was lost");
  case TRANCHE_OUTCOME_SENT:
    return _("Commit sent to the bank");
  case TRANCHE_OUTCOME_INTENDED:
  default:
    return _("Commit requested");
  }
}

static const char *
cancel_title (TrancheOutcome outcome)
{
  switch (outcome) {
  case TRANCHE_OUTCOME_DONE:
    return _("Canceled");
  case TRANCHE_OUTCOME_REFUSED:
    return _("Not canceled");
  case TRANCHE_OUTCOME_UNKNOWN:
    return _("Canceling: the answer was lost");
  case TRANCHE_OUTCOME_SENT:
    return _("Cancellation sent to the bank");
  case TRANCHE_OUTCOME_INTENDED:
  default:
    return _("Cancellation requested");
  }
}

static const char *
return_title (TrancheOutcome outcome,
              TrancheOrigin  origin)
{
  /* Banks refuse, people do not. */
  if (outcome == TRANCHE_OUTCOME_REFUSED && origin == TRANCHE_ORIGIN_USER)
    return _("Return marked as not carried out");

  switch (outcome) {
  case TRANCHE_OUTCOME_DONE:
    return _("Returned");
  case TRANCHE_OUTCOME_REFUSED:
    return _("Not returned");
  case TRANCHE_OUTCOME_UNKNOWN:
    return _("Returning: the answer was lost");
  case TRANCHE_OUTCOME_SENT:
    return _("Return sent to the bank");
  case TRANCHE_OUTCOME_INTENDED:
  default:
    return _("Return requested");
  }
}

/* How far the program had come with it when it ended, or NULL where it had not. */
static const char *
interrupted_title (TrancheHistoryEntry *entry)
{
  if (tranche_history_entry_get_operation (entry) == TRANCHE_OPERATION_NONE ||
      tranche_history_entry_get_origin (entry) != TRANCHE_ORIGIN_RECOVERY)
    return NULL;

  switch (tranche_history_entry_get_outcome (entry)) {
  case TRANCHE_OUTCOME_INTENDED:
    return _("The program ended, perhaps before the request was sent");
  case TRANCHE_OUTCOME_SENT:
    return _("The program ended before the answer came");
  case TRANCHE_OUTCOME_DONE:
  case TRANCHE_OUTCOME_REFUSED:
  case TRANCHE_OUTCOME_UNKNOWN:
  default:
    return NULL;
  }
}

char *
tranche_history_title (TrancheHistoryEntry *entry)
{
  TrancheOutcome outcome = tranche_history_entry_get_outcome (entry);
  TrancheStage to = tranche_history_entry_get_to (entry);
  int code = tranche_history_entry_get_error_code (entry);
  const char *interrupted = interrupted_title (entry);
  g_autoptr (TrancheErrorWords) words = NULL;

  if (interrupted != NULL)
    return g_strdup (interrupted);

  switch (tranche_history_entry_get_operation (entry)) {
  case TRANCHE_OPERATION_CREATE:
    return g_strdup (create_title (outcome));
  case TRANCHE_OPERATION_COMMIT:
    return g_strdup (commit_title (outcome));
  case TRANCHE_OPERATION_CANCEL:
    return g_strdup (cancel_title (outcome));
  case TRANCHE_OPERATION_RETURN:
    return g_strdup (return_title (outcome, tranche_history_entry_get_origin (entry)));
  case TRANCHE_OPERATION_PLAN_COMMIT:
    return g_strdup (_("To be committed when the cooling-off ends"));
  case TRANCHE_OPERATION_DROP_PLAN:
    return g_strdup (_("Not to be committed by itself any more"));
  case TRANCHE_OPERATION_ADOPT:
    return g_strdup (_("Added by its number"));
  case TRANCHE_OPERATION_PAID:
    return g_strdup (tranche_history_entry_get_origin (entry) == TRANCHE_ORIGIN_USER
                       ? _("Marked as paid out")
                       : _("Paid out to the shop"));
  case TRANCHE_OPERATION_NOT_PAID:
    return g_strdup (_("Marked as not paid out"));
  case TRANCHE_OPERATION_NONE:
  default:
    break;
  }

  if (code == 0)
    return g_strdup (tranche_stage_label (to));

  words = tranche_error_words_new_for_code (code, NULL, TRANCHE_OPERATION_NONE);

  return g_steal_pointer (&words->title);
}

char *
tranche_history_origin (TrancheHistoryEntry *entry)
{
  const char *user = tranche_history_entry_get_user (entry);

  switch (tranche_history_entry_get_origin (entry)) {
  case TRANCHE_ORIGIN_USER:
    return user != NULL ? g_utf8_make_valid (user, -1) : g_strdup (_("At this computer"));
  case TRANCHE_ORIGIN_POLL:
    return g_strdup (_("Status check"));
  case TRANCHE_ORIGIN_RECOVERY:
    return g_strdup (interrupted_title (entry) != NULL ? _("Found at the next start")
                                                       : _("Asked after a lost answer"));
  case TRANCHE_ORIGIN_BANK:
  default:
    return g_strdup (_("The bank’s answer"));
  }
}
