/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/bank-error.h"
#include "ui/history-words.h"

static TrancheHistoryEntry *
entry_new (TrancheOrigin     origin,
           TrancheOperation  operation,
           TrancheOutcome    outcome,
           TrancheStage      to,
           int               error_code,
           const char       *user)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2025, 12, 3, 14, 5, 0);

  return tranche_history_entry_new (time, origin, operation, outcome, TRANCHE_STAGE_WAITING, to,
                                    error_code, NULL, user, NULL);
}

static void
test_titles (void)
{
  static const struct {
    TrancheOperation operation;
    TrancheOutcome outcome;
    const char *title;
  } rows[] = {
    { TRANCHE_OPERATION_PLAN_COMMIT, TRANCHE_OUTCOME_DONE,
      "To be committed when the cooling-off ends" },
    { TRANCHE_OPERATION_DROP_PLAN, TRANCHE_OUTCOME_DONE,
      "Not to be committed by itself any more" },
    { TRANCHE_OPERATION_CREATE, TRANCHE_OUTCOME_INTENDED, "Creation requested" },
    { TRANCHE_OPERATION_CREATE, TRANCHE_OUTCOME_SENT, "Sent to the bank" },
    { TRANCHE_OPERATION_CREATE, TRANCHE_OUTCOME_DONE, "Created at the bank" },
    { TRANCHE_OPERATION_CREATE, TRANCHE_OUTCOME_REFUSED, "Not created" },
    { TRANCHE_OPERATION_CREATE, TRANCHE_OUTCOME_UNKNOWN, "Creating: the answer was lost" },
    { TRANCHE_OPERATION_COMMIT, TRANCHE_OUTCOME_INTENDED, "Commit requested" },
    { TRANCHE_OPERATION_COMMIT, TRANCHE_OUTCOME_SENT, "Commit sent to the bank" },
    { TRANCHE_OPERATION_COMMIT, TRANCHE_OUTCOME_DONE, "Committed" },
    { TRANCHE_OPERATION_COMMIT, TRANCHE_OUTCOME_REFUSED, "Not committed" },
    { TRANCHE_OPERATION_COMMIT, TRANCHE_OUTCOME_UNKNOWN, "Committing: the answer was lost" },
    { TRANCHE_OPERATION_CANCEL, TRANCHE_OUTCOME_INTENDED, "Cancellation requested" },
    { TRANCHE_OPERATION_CANCEL, TRANCHE_OUTCOME_SENT, "Cancellation sent to the bank" },
    { TRANCHE_OPERATION_CANCEL, TRANCHE_OUTCOME_DONE, "Canceled" },
    { TRANCHE_OPERATION_CANCEL, TRANCHE_OUTCOME_REFUSED, "Not canceled" },
    { TRANCHE_OPERATION_CANCEL, TRANCHE_OUTCOME_UNKNOWN, "Canceling: the answer was lost" },
    { TRANCHE_OPERATION_RETURN, TRANCHE_OUTCOME_INTENDED, "Return requested" },
    { TRANCHE_OPERATION_RETURN, TRANCHE_OUTCOME_SENT, "Return sent to the bank" },
    { TRANCHE_OPERATION_RETURN, TRANCHE_OUTCOME_DONE, "Returned" },
    { TRANCHE_OPERATION_RETURN, TRANCHE_OUTCOME_REFUSED, "Not returned" },
    { TRANCHE_OPERATION_RETURN, TRANCHE_OUTCOME_UNKNOWN, "Returning: the answer was lost" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheHistoryEntry) entry
      = entry_new (TRANCHE_ORIGIN_BANK, rows[i].operation, rows[i].outcome,
                   TRANCHE_STAGE_WAITING, 0, NULL);
    g_autofree char *title = tranche_history_title (entry);

    g_assert_cmpstr (title, ==, rows[i].title);
  }
}

/* A person does not refuse a return, but says that there was none. */
static void
test_disowned (void)
{
  g_autoptr (TrancheHistoryEntry) entry
    = entry_new (TRANCHE_ORIGIN_USER, TRANCHE_OPERATION_RETURN, TRANCHE_OUTCOME_REFUSED,
                 TRANCHE_STAGE_COMMITTED, 0, "anna@counter");
  g_autofree char *title = tranche_history_title (entry);

  g_assert_cmpstr (title, ==, "Return marked as not carried out");
}

static void
test_interrupted (void)
{
  static const struct {
    TrancheOutcome outcome;
    const char *title;
    const char *origin;
  } rows[] = {
    { TRANCHE_OUTCOME_INTENDED, "The program ended, perhaps before the request was sent",
      "Found at the next start" },
    { TRANCHE_OUTCOME_SENT, "The program ended before the answer came",
      "Found at the next start" },
    { TRANCHE_OUTCOME_DONE, "Committed", "Asked after a lost answer" },
    { TRANCHE_OUTCOME_REFUSED, "Not committed", "Asked after a lost answer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheHistoryEntry) entry
      = entry_new (TRANCHE_ORIGIN_RECOVERY, TRANCHE_OPERATION_COMMIT, rows[i].outcome,
                   TRANCHE_STAGE_READY, 0, "anna@counter");
    g_autofree char *title = tranche_history_title (entry);
    g_autofree char *origin = tranche_history_origin (entry);

    g_assert_cmpstr (title, ==, rows[i].title);
    g_assert_cmpstr (origin, ==, rows[i].origin);
  }
}

static void
test_stage_and_error (void)
{
  g_autoptr (TrancheHistoryEntry) stage
    = entry_new (TRANCHE_ORIGIN_POLL, TRANCHE_OPERATION_NONE, TRANCHE_OUTCOME_DONE,
                 TRANCHE_STAGE_APPROVED, 0, NULL);
  g_autoptr (TrancheHistoryEntry) error
    = entry_new (TRANCHE_ORIGIN_POLL, TRANCHE_OPERATION_NONE, TRANCHE_OUTCOME_DONE,
                 TRANCHE_STAGE_WAITING, TRANCHE_BANK_ERROR_TIMEOUT, NULL);
  g_autofree char *stage_title = tranche_history_title (stage);
  g_autofree char *error_title = tranche_history_title (error);

  g_assert_cmpstr (stage_title, ==, "Approved");
  g_assert_cmpstr (error_title, ==, "The bank did not answer in time");
}

static void
test_origins (void)
{
  static const struct {
    TrancheOrigin origin;
    const char *user;
    const char *text;
  } rows[] = {
    { TRANCHE_ORIGIN_USER, "anna@counter", "anna@counter" },
    { TRANCHE_ORIGIN_USER, NULL, "At this computer" },
    { TRANCHE_ORIGIN_POLL, NULL, "Status check" },
    { TRANCHE_ORIGIN_BANK, "anna@counter", "The bank’s answer" },
    { TRANCHE_ORIGIN_RECOVERY, NULL, "Asked after a lost answer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheHistoryEntry) entry
      = entry_new (rows[i].origin, TRANCHE_OPERATION_COMMIT, TRANCHE_OUTCOME_DONE,
                   TRANCHE_STAGE_COMMITTED, 0, rows[i].user);
    g_autofree char *text = tranche_history_origin (entry);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history-words/titles", test_titles);
  g_test_add_func ("/history-words/disowned", test_disowned);
  g_test_add_func ("/history-words/interrupted", test_interrupted);
  g_test_add_func ("/history-words/stage-and-error", test_stage_and_error);
  g_test_add_func ("/history-words/origins", test_origins);

  return g_test_run ();
}
