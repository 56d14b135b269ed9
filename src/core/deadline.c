/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/deadline.h"

/* The nearest first. */
static const struct {
  TrancheDeadlineLevel level;
  gint64 before;
} points[] = {
  { TRANCHE_DEADLINE_HOURS, 3 * G_TIME_SPAN_HOUR },
  { TRANCHE_DEADLINE_DAY, G_TIME_SPAN_DAY },
  { TRANCHE_DEADLINE_DAYS, TRANCHE_DEADLINE_FIRST_POINT },
};

TrancheDeadlineLevel
tranche_deadline_get_level (gint64 deadline,
                            gint64 now)
{
  if (now >= deadline)
    return TRANCHE_DEADLINE_PASSED;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++) {
    if (now >= deadline - points[i].before)
      return points[i].level;
  }

  return TRANCHE_DEADLINE_FAR;
}

TrancheDeadlineLevel
tranche_deadline_get_warning (gint64 deadline,
                              gint64 since,
                              gint64 now)
{
  if (now >= deadline)
    return TRANCHE_DEADLINE_FAR;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++) {
    gint64 point = deadline - points[i].before;

    if (now >= point && point > since)
      return points[i].level;
  }

  return TRANCHE_DEADLINE_FAR;
}
