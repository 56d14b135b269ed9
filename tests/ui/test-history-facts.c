/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/bank-error.h"
#include "ui/history-facts.h"

static TrancheHistoryEntry *
entry_new (TrancheOperation  operation,
           TrancheOutcome    outcome,
           TrancheStage      from,
           TrancheStage      to,
           int               error_code,
           const char       *detail,
           const char       *trace_id)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2025, 12, 3, 14, 5, 0);

  return tranche_history_entry_new (time, TRANCHE_ORIGIN_USER, operation, outcome, from, to,
                                    error_code, detail, "anna@counter", trace_id);
}

/* (nullable) */
static const char *
find (GPtrArray  *facts,
      const char *label)
{
  for (guint i = 0; i < facts->len; i++) {
    const TrancheHistoryFact *fact = facts->pdata[i];

    if (g_str_equal (fact->label, label))
      return fact->value;
  }

  return NULL;
}

static void
test_operation (void)
{
  g_autoptr (TrancheHistoryEntry) entry =
    entry_new (TRANCHE_OPERATION_COMMIT, TRANCHE_OUTCOME_DONE, TRANCHE_STAGE_READY,
               TRANCHE_STAGE_COMMITTED, 0, "signed, committed", "abc-1");
  g_autoptr (GPtrArray) facts = tranche_history_facts (entry);

  g_assert_cmpstr (find (facts, "Asked of the bank"), ==, "To commit the order");
  g_assert_cmpstr (find (facts, "Answer"), ==, "It was done");
  g_assert_cmpstr (find (facts, "State before"), ==, "Ready to commit");
  g_assert_cmpstr (find (facts, "State after"), ==, "Committed");
  g_assert_cmpstr (find (facts, "The bank’s words"), ==, "signed, committed");
  g_assert_cmpstr (find (facts, "The bank’s number of the request"), ==, "abc-1");
  g_assert_null (find (facts, "What went wrong"));
}

static void
test_refused (void)
{
  g_autoptr (TrancheHistoryEntry) entry =
    entry_new (TRANCHE_OPERATION_CANCEL, TRANCHE_OUTCOME_REFUSED, TRANCHE_STAGE_READY,
               TRANCHE_STAGE_READY, TRANCHE_BANK_ERROR_CONFLICT, "\xff", NULL);
  g_autoptr (GPtrArray) facts = tranche_history_facts (entry);

  g_assert_cmpstr (find (facts, "Answer"), ==, "It was not done");
  g_assert_nonnull (find (facts, "What went wrong"));
  g_assert_null (find (facts, "State before"));
  /* Whatever comes is shown, and only ever as text. */
  g_assert_true (g_utf8_validate (find (facts, "The bank’s words"), -1, NULL));
}

/* A plan of our own asks nobody anything. */
static void
test_plan (void)
{
  g_autoptr (TrancheHistoryEntry) entry =
    entry_new (TRANCHE_OPERATION_PLAN_COMMIT, TRANCHE_OUTCOME_DONE, TRANCHE_STAGE_COOLING,
               TRANCHE_STAGE_COOLING, 0, NULL, NULL);
  g_autoptr (GPtrArray) facts = tranche_history_facts (entry);

  g_assert_cmpuint (facts->len, ==, 0);
}

static void
test_question (void)
{
  g_autoptr (TrancheHistoryEntry) entry =
    entry_new (TRANCHE_OPERATION_NONE, TRANCHE_OUTCOME_DONE, TRANCHE_STAGE_WAITING,
               TRANCHE_STAGE_APPROVED, 0, "approved", NULL);
  g_autoptr (GPtrArray) facts = tranche_history_facts (entry);

  g_assert_cmpstr (find (facts, "Asked of the bank"), ==, "How the order stands");
  g_assert_null (find (facts, "Answer"));
  g_assert_cmpstr (find (facts, "State after"), ==, "Approved");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history-facts/operation", test_operation);
  g_test_add_func ("/history-facts/refused", test_refused);
  g_test_add_func ("/history-facts/plan", test_plan);
  g_test_add_func ("/history-facts/question", test_question);

  return g_test_run ();
}
