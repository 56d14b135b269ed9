/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-lane.h"
#include "model/live-schedule.h"
#include "model/live-status-private.h"

static void
test_intervals (void)
{
  static const TrancheStage never[] = {
    TRANCHE_STAGE_DRAFT, TRANCHE_STAGE_CLOSED, TRANCHE_STAGE_RETURNED,
    TRANCHE_STAGE_CANCELED, TRANCHE_STAGE_REJECTED,
  };
  static const gint64 ages[] = {
    0, 59, 600, 1799, 3600, 14399, 86399, 86400, 604800, 2591999, 2592000, 31536000,
  };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_cmpuint (tranche_live_status_get_interval (never[i], 0, TRUE), ==, 0);

  for (guint stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    guint before = 0;

    for (guint i = 0; i < G_N_ELEMENTS (ages); i++) {
      guint interval = tranche_live_status_get_interval (stage, ages[i], FALSE);
      guint visible = tranche_live_status_get_interval (stage, ages[i], TRUE);

      /* Slower with age, and never slower on screen. */
      g_assert_true (interval >= before || interval == 0);
      g_assert_cmpuint (visible, <=, interval);
      g_assert_cmpint (visible == 0, ==, interval == 0);
      before = interval;
    }
    if (tranche_stage_is_open ((TrancheStage) stage))
      g_assert_cmpuint (before, >, 0);
  }

  g_assert_cmpuint (tranche_live_status_get_interval (TRANCHE_STAGE_WAITING, 0, FALSE), <=, 5);
  g_assert_cmpuint (tranche_live_status_get_interval (TRANCHE_STAGE_COMMITTED, 31 * 86400, FALSE),
                    ==, 0);
}

static void
test_backoff (void)
{
  double before = 0.0;

  g_assert_cmpfloat (tranche_live_schedule_get_backoff (0, 1.0), <=, 0.0);
  for (guint n = 1; n < 50; n++) {
    double least = tranche_live_schedule_get_backoff (n, 0.0);
    double most = tranche_live_schedule_get_backoff (n, 1.0);

    g_assert_cmpfloat (most, >=, before);
    g_assert_cmpfloat (most, <=, 600.0);
    g_assert_cmpfloat (least, >=, most / 2.0 - 0.001);
    g_assert_cmpfloat (least, <, most);
    before = most;
  }
  g_assert_cmpfloat (before, >=, 599.0);
}

static void
test_local_banks (void)
{
  static const struct {
    const char *base_url;
    gboolean local;
  } rows[] = {
    { "http://127.0.0.1:8080", TRUE },
    { "http://localhost:1", TRUE },
    { "http://[::1]:8080", TRUE },
    { "https://bank.example", FALSE },
    { "https://localhost.example", FALSE },
    { "https://127.0.0.1.example", FALSE },
    { "no address", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");

    tranche_account_set_base_url (account, rows[i].base_url);
    g_assert_cmpint (tranche_live_lane_is_local (account), ==, rows[i].local);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/live-schedule/intervals", test_intervals);
  g_test_add_func ("/live-schedule/backoff", test_backoff);
  g_test_add_func ("/live-schedule/local-banks", test_local_banks);

  return g_test_run ();
}
