/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/history-entry.h"

static void
test_fields (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 14, 10, 11, 12);
  g_autoptr (TrancheHistoryEntry) entry =
    tranche_history_entry_new (time, TRANCHE_ORIGIN_RECOVERY, TRANCHE_OPERATION_COMMIT,
                               TRANCHE_OUTCOME_UNKNOWN, TRANCHE_STAGE_READY,
                               TRANCHE_STAGE_COMMITTED, 12, "signed", "ivan@counter",
                               "t-17");

  g_assert_true (g_date_time_equal (tranche_history_entry_get_time (entry), time));
  g_assert_cmpint (tranche_history_entry_get_origin (entry), ==, TRANCHE_ORIGIN_RECOVERY);
  g_assert_cmpint (tranche_history_entry_get_operation (entry), ==, TRANCHE_OPERATION_COMMIT);
  g_assert_cmpint (tranche_history_entry_get_outcome (entry), ==, TRANCHE_OUTCOME_UNKNOWN);
  g_assert_cmpint (tranche_history_entry_get_from (entry), ==, TRANCHE_STAGE_READY);
  g_assert_cmpint (tranche_history_entry_get_to (entry), ==, TRANCHE_STAGE_COMMITTED);
  g_assert_cmpint (tranche_history_entry_get_error_code (entry), ==, 12);
  g_assert_cmpstr (tranche_history_entry_get_detail (entry), ==, "signed");
  g_assert_cmpstr (tranche_history_entry_get_user (entry), ==, "ivan@counter");
  g_assert_cmpstr (tranche_history_entry_get_trace_id (entry), ==, "t-17");
}

static void
test_nullable (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 14, 10, 11, 12);
  g_autoptr (TrancheHistoryEntry) entry =
    tranche_history_entry_new (time, TRANCHE_ORIGIN_POLL, TRANCHE_OPERATION_NONE,
                               TRANCHE_OUTCOME_DONE, TRANCHE_STAGE_WAITING,
                               TRANCHE_STAGE_WAITING, 0, NULL, NULL, NULL);

  g_assert_null (tranche_history_entry_get_detail (entry));
  g_assert_null (tranche_history_entry_get_user (entry));
  g_assert_null (tranche_history_entry_get_trace_id (entry));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history-entry/fields", test_fields);
  g_test_add_func ("/history-entry/nullable", test_nullable);

  return g_test_run ();
}
