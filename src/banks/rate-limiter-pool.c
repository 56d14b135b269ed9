/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/rate-limiter-pool.h"

#include "banks/web-address.h"

struct _TrancheRateLimiterPool {
  GObject parent_instance;

  GHashTable *limiters; /* host → GWeakRef of TrancheRateLimiter */
};

G_DEFINE_FINAL_TYPE (TrancheRateLimiterPool, tranche_rate_limiter_pool, G_TYPE_OBJECT)

static void
tranche_rate_limiter_pool_finalize (GObject *object)
{
  TrancheRateLimiterPool *self = TRANCHE_RATE_LIMITER_POOL (object);

  g_hash_table_unref (self->limiters);

  G_OBJECT_CLASS (tranche_rate_limiter_pool_parent_class)->finalize (object);
}

static void
tranche_rate_limiter_pool_class_init (TrancheRateLimiterPoolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_rate_limiter_pool_finalize;
}

static void
weak_ref_free (GWeakRef *weak_ref)
{
  g_weak_ref_clear (weak_ref);
  g_free (weak_ref);
}

static void
tranche_rate_limiter_pool_init (TrancheRateLimiterPool *self)
{
  self->limiters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) weak_ref_free);
}

TrancheRateLimiterPool *
tranche_rate_limiter_pool_new (void)
{
  return g_object_new (TRANCHE_TYPE_RATE_LIMITER_POOL, NULL);
}

TrancheRateLimiter *
tranche_rate_limiter_pool_get (TrancheRateLimiterPool *self,
                               const char             *base_url,
                               guint                   rate)
{
  g_autofree char *host = tranche_dup_web_host (base_url);
  TrancheRateLimiter *limiter = NULL;
  GWeakRef *weak_ref;

  g_return_val_if_fail (TRANCHE_IS_RATE_LIMITER_POOL (self), NULL);

  if (!host)
    return tranche_rate_limiter_new (rate);

  weak_ref = g_hash_table_lookup (self->limiters, host);
  if (weak_ref)
    limiter = g_weak_ref_get (weak_ref);

  if (limiter) {
    tranche_rate_limiter_set_rate (limiter, rate);
    return limiter;
  }

  limiter = tranche_rate_limiter_new (rate);
  weak_ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak_ref, limiter);
  g_hash_table_replace (self->limiters, g_steal_pointer (&host), weak_ref);

  return limiter;
}
