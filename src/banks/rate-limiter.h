/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_RATE_LIMITER (tranche_rate_limiter_get_type ())
G_DECLARE_FINAL_TYPE (TrancheRateLimiter, tranche_rate_limiter, TRANCHE, RATE_LIMITER, GObject)

/**
 * TrancheRateLimiter:
 *
 * Keeps requests under the number that a bank allows in a second. It is a
 * token bucket that holds a single token: permissions are spaced evenly, so
 * that one more than the allowed number always take some time longer than a
 * second, and a server that counts in a sliding window is not provoked even
 * when the network delays one of them a little.
 *
 * Those who wait with %TRANCHE_PRIORITY_USER go first, else it is first come,
 * first served. It counts time that no clock change moves.
 */
/* @rate: permissions a second, at least 1. */
TrancheRateLimiter *tranche_rate_limiter_new            (guint                rate);

/* Permissions a second from the next one on, at least 1. */
void                tranche_rate_limiter_set_rate       (TrancheRateLimiter  *self,
                                                         guint                rate);

/* Waits for permission to send one request. Fails with %G_IO_ERROR_CANCELLED,
 * or with %TRANCHE_BANK_ERROR_RATE_LIMITED and its seconds while, or as soon
 * as, the bank wants a longer pause than somebody would care to wait for. */
void                tranche_rate_limiter_acquire_async  (TrancheRateLimiter  *self,
                                                         TranchePriority      priority,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean            tranche_rate_limiter_acquire_finish (TrancheRateLimiter  *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);

/* Gives no permission for @seconds, an hour at most. A pause that already
 * lasts longer stays. */
void                tranche_rate_limiter_pause          (TrancheRateLimiter  *self,
                                                         guint                seconds);

G_END_DECLS
