/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/rate-limiter.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_RATE_LIMITER_POOL (tranche_rate_limiter_pool_get_type ())
G_DECLARE_FINAL_TYPE (TrancheRateLimiterPool, tranche_rate_limiter_pool, TRANCHE, RATE_LIMITER_POOL, GObject)

/**
 * TrancheRateLimiterPool:
 *
 * One #TrancheRateLimiter for all accounts at a bank's host, for the bank counts
 * their requests together. A host is a scheme, a name and a port. A limiter
 * lives as long as somebody holds it.
 */
TrancheRateLimiterPool *tranche_rate_limiter_pool_new (void);
/* The limiter of the host of @base_url (nullable), which allows @rate from now
 * on; one of its own where there is no host in it. (transfer full) */
TrancheRateLimiter     *tranche_rate_limiter_pool_get (TrancheRateLimiterPool *self,
                                                       const char             *base_url,
                                                       guint                   rate);

G_END_DECLS
