/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/deadline.h"

#define DEADLINE (100 * G_TIME_SPAN_DAY)
#define HOUR G_TIME_SPAN_HOUR

static void
test_level (void)
{
  static const struct {
    gint64 left;
    TrancheDeadlineLevel level;
  } rows[] = {
    { 73 * HOUR, TRANCHE_DEADLINE_FAR },
    { 72 * HOUR + 1, TRANCHE_DEADLINE_FAR },
    { 72 * HOUR, TRANCHE_DEADLINE_DAYS },
    { 24 * HOUR + 1, TRANCHE_DEADLINE_DAYS },
    { 24 * HOUR, TRANCHE_DEADLINE_DAY },
    { 3 * HOUR + 1, TRANCHE_DEADLINE_DAY },
    { 3 * HOUR, TRANCHE_DEADLINE_HOURS },
    { 1, TRANCHE_DEADLINE_HOURS },
    { 0, TRANCHE_DEADLINE_PASSED },
    { -HOUR, TRANCHE_DEADLINE_PASSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tranche_deadline_get_level (DEADLINE, DEADLINE - rows[i].left), ==,
                     rows[i].level);
}

/* Points that lay before there was a deadline are no points. */
static void
test_warning (void)
{
  static const struct {
    gint64 since;
    gint64 left;
    TrancheDeadlineLevel level;
  } rows[] = {
    { 14 * 24 * HOUR, 73 * HOUR, TRANCHE_DEADLINE_FAR },
    { 14 * 24 * HOUR, 72 * HOUR, TRANCHE_DEADLINE_DAYS },
    { 14 * 24 * HOUR, 2 * HOUR, TRANCHE_DEADLINE_HOURS },
    { 14 * 24 * HOUR, 0, TRANCHE_DEADLINE_FAR },
    { 48 * HOUR, 47 * HOUR, TRANCHE_DEADLINE_FAR },
    { 48 * HOUR, 24 * HOUR, TRANCHE_DEADLINE_DAY },
    { 24 * HOUR, 20 * HOUR, TRANCHE_DEADLINE_FAR },
    { HOUR, HOUR, TRANCHE_DEADLINE_FAR },
    { HOUR, 1, TRANCHE_DEADLINE_FAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tranche_deadline_get_warning (DEADLINE, DEADLINE - rows[i].since,
                                                   DEADLINE - rows[i].left), ==, rows[i].level);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deadline/level", test_level);
  g_test_add_func ("/deadline/warning", test_warning);

  return g_test_run ();
}
