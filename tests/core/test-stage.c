/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/stage.h"

#include <string.h>

/* The whole table: each row has a plus for every stage that may follow, in the
 * order of the stages. */
static const char *const may_become[TRANCHE_N_STAGES] = {
  /*                            DSWACRCCRCRU */
  [TRANCHE_STAGE_DRAFT] =      "+.++++++++++",
  [TRANCHE_STAGE_SENDING] =    ".+++++++++++",
  [TRANCHE_STAGE_WAITING] =    "..++++++++++",
  [TRANCHE_STAGE_APPROVED] =   "..++++++++++",
  [TRANCHE_STAGE_COOLING] =    "....++++++++",
  [TRANCHE_STAGE_READY] =      "....++++++++",
  [TRANCHE_STAGE_COMMITTED] =  "......++++..",
  [TRANCHE_STAGE_CLOSED] =     ".......+....",
  [TRANCHE_STAGE_RETURNED] =   "........+...",
  [TRANCHE_STAGE_CANCELED] =   ".........+..",
  [TRANCHE_STAGE_REJECTED] =   "..........+.",
  [TRANCHE_STAGE_UNKNOWN] =    "..++++++++++",
};

static const struct {
  const char *nick;
  gboolean is_final;
  gboolean is_open;
  gboolean can_commit;
  gboolean can_cancel;
} facts[TRANCHE_N_STAGES] = {
  [TRANCHE_STAGE_DRAFT] = { "draft", FALSE, FALSE, FALSE, FALSE },
  [TRANCHE_STAGE_SENDING] = { "sending", FALSE, FALSE, FALSE, FALSE },
  [TRANCHE_STAGE_WAITING] = { "waiting", FALSE, TRUE, FALSE, TRUE },
  [TRANCHE_STAGE_APPROVED] = { "approved", FALSE, TRUE, FALSE, TRUE },
  [TRANCHE_STAGE_COOLING] = { "cooling", FALSE, TRUE, FALSE, TRUE },
  [TRANCHE_STAGE_READY] = { "ready", FALSE, TRUE, TRUE, TRUE },
  [TRANCHE_STAGE_COMMITTED] = { "committed", FALSE, FALSE, FALSE, FALSE },
  [TRANCHE_STAGE_CLOSED] = { "closed", TRUE, FALSE, FALSE, FALSE },
  [TRANCHE_STAGE_RETURNED] = { "returned", TRUE, FALSE, FALSE, FALSE },
  [TRANCHE_STAGE_CANCELED] = { "canceled", TRUE, FALSE, FALSE, FALSE },
  [TRANCHE_STAGE_REJECTED] = { "rejected", TRUE, FALSE, FALSE, FALSE },
  [TRANCHE_STAGE_UNKNOWN] = { "unknown", FALSE, TRUE, FALSE, FALSE },
};

static void
test_facts (void)
{
  for (int stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    g_assert_cmpstr (tranche_stage_to_nick (stage), ==, facts[stage].nick);
    g_assert_cmpint (tranche_stage_is_final (stage), ==, facts[stage].is_final);
    g_assert_cmpint (tranche_stage_is_open (stage), ==, facts[stage].is_open);
    g_assert_cmpint (tranche_stage_can_commit (stage), ==, facts[stage].can_commit);
    g_assert_cmpint (tranche_stage_can_cancel (stage), ==, facts[stage].can_cancel);
  }
}

static void
test_may_become (void)
{
  for (int from = 0; from < TRANCHE_N_STAGES; from++) {
    g_assert_cmpuint (strlen (may_become[from]), ==, TRANCHE_N_STAGES);

    for (int to = 0; to < TRANCHE_N_STAGES; to++) {
      g_test_message ("%s to %s", facts[from].nick, facts[to].nick);
      g_assert_cmpint (tranche_stage_may_become (from, to), ==, may_become[from][to] == '+');
    }
  }
}

/* The numbers stand in every shop's book. */
static void
test_values (void)
{
  g_autoptr (GEnumClass) stages = g_type_class_ref (TRANCHE_TYPE_STAGE);
  g_autoptr (GEnumClass) reasons = g_type_class_ref (TRANCHE_TYPE_REASON);

  g_assert_cmpuint (stages->n_values, ==, TRANCHE_N_STAGES);
  g_assert_cmpint (g_enum_get_value_by_nick (stages, "draft")->value, ==, 0);
  g_assert_cmpint (g_enum_get_value_by_nick (stages, "ready")->value, ==, 5);
  g_assert_cmpint (g_enum_get_value_by_nick (stages, "committed")->value, ==, 6);
  g_assert_cmpint (g_enum_get_value_by_nick (stages, "unknown")->value, ==, 11);

  g_assert_cmpuint (reasons->n_values, ==, 15);
  g_assert_cmpint (g_enum_get_value_by_nick (reasons, "none")->value, ==, 0);
  g_assert_cmpint (g_enum_get_value_by_nick (reasons, "expired")->value, ==, 3);
  g_assert_cmpint (g_enum_get_value_by_nick (reasons, "failure")->value, ==, 14);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage/facts", test_facts);
  g_test_add_func ("/stage/may-become", test_may_become);
  g_test_add_func ("/stage/values", test_values);

  return g_test_run ();
}
