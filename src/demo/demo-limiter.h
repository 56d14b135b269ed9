/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoLimiter:
 *
 * How many requests a partner may send in a second. A bucket that holds one
 * second's worth and is refilled evenly: requests that a network has bunched
 * together pass, a partner that is too fast for longer than that does not.
 */
typedef struct _TrancheDemoLimiter TrancheDemoLimiter;

/* No limit when @rate is 0. */
TrancheDemoLimiter *tranche_demo_limiter_new  (guint               rate);
void                tranche_demo_limiter_free (TrancheDemoLimiter *self);

/* Lets a request through at @monotonic_time, or says in how many whole seconds
 * (at least one) the next one may be tried. */
gboolean            tranche_demo_limiter_take (TrancheDemoLimiter *self,
                                               gint64              monotonic_time,
                                               guint              *retry_after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoLimiter, tranche_demo_limiter_free)

G_END_DECLS
