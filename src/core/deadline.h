/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheDeadlineLevel:
 * @TRANCHE_DEADLINE_FAR: more than three days are left
 * @TRANCHE_DEADLINE_DAYS: three days or less
 * @TRANCHE_DEADLINE_DAY: one day or less
 * @TRANCHE_DEADLINE_HOURS: three hours or less
 * @TRANCHE_DEADLINE_PASSED: none
 *
 * How near a deadline is. The levels between far and passed begin with the three
 * points at which somebody is warned. Stored: values never change.
 */
typedef enum {
  TRANCHE_DEADLINE_FAR = 0,
  TRANCHE_DEADLINE_DAYS = 1,
  TRANCHE_DEADLINE_DAY = 2,
  TRANCHE_DEADLINE_HOURS = 3,
  TRANCHE_DEADLINE_PASSED = 4,
} TrancheDeadlineLevel;

/* µs: the first point lies so long before the deadline. */
#define TRANCHE_DEADLINE_FIRST_POINT (3 * G_TIME_SPAN_DAY)

/* All times are µs since 1970. */
TrancheDeadlineLevel tranche_deadline_get_level   (gint64 deadline,
                                                   gint64 now);
/* The point that was passed last, of those that came after @since, when there
 * began to be a deadline: who makes an order for an hour needs no warning that
 * it is for an hour. FAR where there is none or the deadline has passed. */
TrancheDeadlineLevel tranche_deadline_get_warning (gint64 deadline,
                                                   gint64 since,
                                                   gint64 now);

G_END_DECLS
