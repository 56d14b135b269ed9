/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-ledger.h"

struct _FakeLedger {
  GHashTable *stages;  /* number → stage */
  GHashTable *paid;    /* set of numbers */
  GHashTable *cooling; /* number → GDateTime */
  GHashTable *returns; /* number → GPtrArray of TrancheGoodsReturn */
};

FakeLedger *
fake_ledger_new (void)
{
  FakeLedger *self = g_new0 (FakeLedger, 1);

  self->stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->paid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cooling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_date_time_unref);
  self->returns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
fake_ledger_free (FakeLedger *self)
{
  g_hash_table_unref (self->stages);
  g_hash_table_unref (self->paid);
  g_hash_table_unref (self->cooling);
  g_hash_table_unref (self->returns);
  g_free (self);
}

gboolean
fake_ledger_has (FakeLedger *self,
                 const char *number)
{
  return g_hash_table_contains (self->stages, number);
}

TrancheStage
fake_ledger_get_stage (FakeLedger *self,
                       const char *number)
{
  return (TrancheStage) GPOINTER_TO_UINT (g_hash_table_lookup (self->stages, number));
}

void
fake_ledger_set_stage (FakeLedger   *self,
                       const char   *number,
                       TrancheStage  stage)
{
  g_hash_table_replace (self->stages, g_strdup (number), GUINT_TO_POINTER (stage));
}

void
fake_ledger_set_cooling (FakeLedger *self,
                         const char *number,
                         GDateTime  *until)
{
  g_hash_table_replace (self->cooling, g_strdup (number), g_date_time_ref (until));
}

void
fake_ledger_set_paid (FakeLedger *self,
                      const char *number)
{
  g_hash_table_add (self->paid, g_strdup (number));
}

GPtrArray *
fake_ledger_get_returns (FakeLedger *self,
                         const char *number)
{
  GPtrArray *returns = g_hash_table_lookup (self->returns, number);

  if (returns == NULL) {
    returns = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_goods_return_free);
    g_hash_table_insert (self->returns, g_strdup (number), returns);
  }

  return returns;
}

gboolean
fake_ledger_take_return (FakeLedger               *self,
                         const char               *number,
                         const TrancheGoodsReturn *goods)
{
  GPtrArray *returns = fake_ledger_get_returns (self, number);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gint64 left = FAKE_AMOUNT;

  for (guint i = 0; i < returns->len; i++) {
    const TrancheGoodsReturn *known = g_ptr_array_index (returns, i);

    if (g_strcmp0 (known->id, goods->id) == 0)
      return FALSE;
    left -= known->amount.minor;
  }

  g_assert_cmpint (goods->amount.minor, <=, left);
  g_ptr_array_add (returns,
                   tranche_goods_return_new (goods->id, &goods->amount, goods->to_card, now));
  if (goods->amount.minor == left)
    fake_ledger_set_stage (self, number, TRANCHE_STAGE_RETURNED);

  return TRUE;
}

TrancheOrder *
fake_ledger_make_order (FakeLedger *self,
                        const char *number)
{
  TrancheOrder *order = tranche_order_new ();
  TrancheStage stage = fake_ledger_get_stage (self, number);

  tranche_order_set_number (order, number);
  tranche_order_set_stage (order, stage);
  tranche_order_set_raw_state (order, tranche_stage_to_nick (stage));
  tranche_order_set_cooling_until (order, g_hash_table_lookup (self->cooling, number));

  return order;
}

TranchePayoutState
fake_ledger_get_payout (FakeLedger *self,
                        const char *number)
{
  return g_hash_table_contains (self->paid, number) ? TRANCHE_PAYOUT_PAID : TRANCHE_PAYOUT_DUE;
}

TrancheOrderDetails *
fake_ledger_make_details (FakeLedger *self,
                          const char *number)
{
  TrancheOrderDetails *details = tranche_order_details_new ();
  GPtrArray *returns = fake_ledger_get_returns (self, number);

  details->amount = tranche_money (FAKE_AMOUNT, "RUB");
  for (guint i = 0; i < returns->len; i++) {
    const TrancheGoodsReturn *known = g_ptr_array_index (returns, i);

    g_ptr_array_add (details->returns,
                     tranche_goods_return_new (NULL, &known->amount, FALSE, known->time));
  }

  return details;
}
