/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-stage.h"

static const struct {
  const char *status;
  gboolean committed;
  gboolean cooling;
  TrancheStage stage;
} rows[] = {
  { "new", FALSE, FALSE, TRANCHE_STAGE_WAITING },
  { "new", FALSE, TRUE, TRANCHE_STAGE_WAITING },
  { "new", TRUE, FALSE, TRANCHE_STAGE_UNKNOWN },
  { "new", TRUE, TRUE, TRANCHE_STAGE_UNKNOWN },
  { "inprogress", FALSE, FALSE, TRANCHE_STAGE_WAITING },
  { "inprogress", FALSE, TRUE, TRANCHE_STAGE_WAITING },
  { "inprogress", TRUE, FALSE, TRANCHE_STAGE_UNKNOWN },
  { "inprogress", TRUE, TRUE, TRANCHE_STAGE_UNKNOWN },
  { "approved", FALSE, FALSE, TRANCHE_STAGE_APPROVED },
  { "approved", FALSE, TRUE, TRANCHE_STAGE_APPROVED },
  { "approved", TRUE, FALSE, TRANCHE_STAGE_UNKNOWN },
  { "approved", TRUE, TRUE, TRANCHE_STAGE_UNKNOWN },
  { "signed", FALSE, FALSE, TRANCHE_STAGE_READY },
  { "signed", FALSE, TRUE, TRANCHE_STAGE_COOLING },
  { "signed", TRUE, FALSE, TRANCHE_STAGE_COMMITTED },
  { "signed", TRUE, TRUE, TRANCHE_STAGE_COMMITTED },
  { "canceled", FALSE, FALSE, TRANCHE_STAGE_CANCELED },
  { "canceled", FALSE, TRUE, TRANCHE_STAGE_CANCELED },
  { "canceled", TRUE, FALSE, TRANCHE_STAGE_CANCELED },
  { "canceled", TRUE, TRUE, TRANCHE_STAGE_CANCELED },
  { "rejected", FALSE, FALSE, TRANCHE_STAGE_REJECTED },
  { "rejected", FALSE, TRUE, TRANCHE_STAGE_REJECTED },
  { "rejected", TRUE, FALSE, TRANCHE_STAGE_UNKNOWN },
  { "rejected", TRUE, TRUE, TRANCHE_STAGE_UNKNOWN },
  { "", FALSE, FALSE, TRANCHE_STAGE_UNKNOWN },
  { "SIGNED", FALSE, FALSE, TRANCHE_STAGE_UNKNOWN },
  { "signed ", FALSE, FALSE, TRANCHE_STAGE_UNKNOWN },
  { "issued", FALSE, FALSE, TRANCHE_STAGE_UNKNOWN },
  { "committed", TRUE, FALSE, TRANCHE_STAGE_UNKNOWN },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s, committed %d, cooling %d", rows[i].status, rows[i].committed,
                    rows[i].cooling);
    g_assert_cmpint (tranche_tbank_stage (rows[i].status, rows[i].committed, rows[i].cooling), ==,
                     rows[i].stage);
  }
}

static void
test_reasons (void)
{
  for (int stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    TrancheReason expected = TRANCHE_REASON_NONE;

    if (stage == TRANCHE_STAGE_CANCELED)
      expected = TRANCHE_REASON_CUSTOMER;
    else if (stage == TRANCHE_STAGE_REJECTED)
      expected = TRANCHE_REASON_ALL_BANKS;
    g_assert_cmpint (tranche_tbank_reason (stage), ==, expected);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tbank-stage/rows", test_rows);
  g_test_add_func ("/tbank-stage/reasons", test_reasons);

  return g_test_run ();
}
