/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "ui/handover-words.h"

static TrancheOrder *
order_in (TrancheStage stage)
{
  TrancheOrder *order = tranche_order_new ();

  tranche_order_set_stage (order, stage);

  return order;
}

static const struct {
  TrancheStage stage;
  TrancheHandover handover;
  const char *reason;
} stages[] = {
  { TRANCHE_STAGE_DRAFT, TRANCHE_HANDOVER_NOT_YET, "Draft" },
  { TRANCHE_STAGE_SENDING, TRANCHE_HANDOVER_NOT_YET, "Sending" },
  { TRANCHE_STAGE_WAITING, TRANCHE_HANDOVER_NOT_YET, "Not signed yet" },
  { TRANCHE_STAGE_APPROVED, TRANCHE_HANDOVER_NOT_YET, "Approved, but not signed yet" },
  { TRANCHE_STAGE_COOLING, TRANCHE_HANDOVER_NOT_YET, "Signed, but cooling off until 16:40" },
  { TRANCHE_STAGE_READY, TRANCHE_HANDOVER_YES, "Signed" },
  { TRANCHE_STAGE_COMMITTED, TRANCHE_HANDOVER_YES, "Committed" },
  { TRANCHE_STAGE_CLOSED, TRANCHE_HANDOVER_YES, "Closed" },
  { TRANCHE_STAGE_RETURNED, TRANCHE_HANDOVER_NO, "Returned" },
  { TRANCHE_STAGE_CANCELED, TRANCHE_HANDOVER_NO, "Canceled" },
  { TRANCHE_STAGE_REJECTED, TRANCHE_HANDOVER_NO, "The bank refused" },
  { TRANCHE_STAGE_UNKNOWN, TRANCHE_HANDOVER_NOT_YET, "Unknown" },
};

static void
test_stages (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 12, 3, 12, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2025, 12, 3, 16, 40, 0);

  g_assert_cmpint (G_N_ELEMENTS (stages), ==, TRANCHE_N_STAGES);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autoptr (TrancheOrder) order = order_in (stages[i].stage);
    g_autofree char *reason = NULL;

    if (stages[i].stage == TRANCHE_STAGE_COOLING)
      tranche_order_set_cooling_until (order, until);
    reason = tranche_order_handover_reason (order, TRANCHE_OPERATION_NONE, TRANCHE_REACH_BANK, now);

    g_assert_cmpint (tranche_order_handover (order, TRANCHE_OPERATION_NONE, TRANCHE_REACH_BANK),
                     ==, stages[i].handover);
    g_assert_cmpstr (reason, ==, stages[i].reason);
  }
}

/* Only a signature that the bank can be asked about, and that nobody is undoing,
 * hands anything over. */
static void
test_doubts (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 12, 3, 12, 0, 0);
  g_autoptr (TrancheOrder) ready = order_in (TRANCHE_STAGE_READY);
  const TrancheReach reaches[] = {
    TRANCHE_REACH_OFFLINE, TRANCHE_REACH_STOPPED, TRANCHE_REACH_REMOVED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++) {
    g_autofree char *reason =
      tranche_order_handover_reason (ready, TRANCHE_OPERATION_NONE, reaches[i], now);

    g_assert_cmpint (tranche_order_handover (ready, TRANCHE_OPERATION_NONE, reaches[i]), ==,
                     TRANCHE_HANDOVER_NOT_YET);
    g_assert_nonnull (strstr (reason, "cannot be made sure of"));
  }

  g_assert_cmpint (tranche_order_handover (ready, TRANCHE_OPERATION_CANCEL, TRANCHE_REACH_BANK),
                   ==, TRANCHE_HANDOVER_NOT_YET);
  g_assert_cmpint (tranche_order_handover (ready, TRANCHE_OPERATION_COMMIT, TRANCHE_REACH_BANK),
                   ==, TRANCHE_HANDOVER_YES);
}

/* Three answers that nobody can take for one another without seeing colours. */
static void
test_signs (void)
{
  for (int a = TRANCHE_HANDOVER_YES; a <= TRANCHE_HANDOVER_NO; a++) {
    for (int b = a + 1; b <= TRANCHE_HANDOVER_NO; b++) {
      g_assert_cmpstr (tranche_handover_label (a), !=, tranche_handover_label (b));
      g_assert_cmpstr (tranche_handover_icon_name (a), !=, tranche_handover_icon_name (b));
      g_assert_cmpstr (tranche_handover_css_class (a), !=, tranche_handover_css_class (b));
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handover-words/stages", test_stages);
  g_test_add_func ("/handover-words/doubts", test_doubts);
  g_test_add_func ("/handover-words/signs", test_signs);

  return g_test_run ();
}
