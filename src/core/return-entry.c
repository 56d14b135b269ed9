/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/return-entry.h"

TrancheReturnEntry *
tranche_return_entry_new (const TrancheGoodsReturn *goods,
                          TrancheOutcome            outcome,
                          GDateTime                *begun_at,
                          GDateTime                *settled_at,
                          const char               *user)
{
  TrancheReturnEntry *self;

  g_return_val_if_fail (goods != NULL, NULL);
  g_return_val_if_fail (begun_at != NULL, NULL);

  self = g_new0 (TrancheReturnEntry, 1);
  self->goods = tranche_goods_return_copy (goods);
  self->outcome = outcome;
  self->begun_at = g_date_time_ref (begun_at);
  self->settled_at = settled_at != NULL ? g_date_time_ref (settled_at) : NULL;
  self->user = g_strdup (user);

  return self;
}

void
tranche_return_entry_free (TrancheReturnEntry *self)
{
  g_return_if_fail (self != NULL);

  tranche_goods_return_free (self->goods);
  g_date_time_unref (self->begun_at);
  g_clear_pointer (&self->settled_at, g_date_time_unref);
  g_free (self->user);
  g_free (self);
}

gboolean
tranche_return_entry_is_open (const TrancheReturnEntry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->outcome != TRANCHE_OUTCOME_DONE && self->outcome != TRANCHE_OUTCOME_REFUSED;
}
