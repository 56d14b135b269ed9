/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-private.h"

/* Every function that lays a fact returns whether it has changed. */

static gboolean
lay_string (char       **field,
            const char  *said,
            gboolean     only_if_unset)
{
  if (said == NULL || (only_if_unset && *field != NULL))
    return FALSE;

  return g_set_str (field, said);
}

static gboolean
lay_money (TrancheMoney       *field,
           const TrancheMoney *said,
           gboolean            only_if_unset)
{
  if (!tranche_money_is_set (said) || tranche_money_equal (field, said) ||
      (only_if_unset && tranche_money_is_set (field)))
    return FALSE;

  *field = *said;

  return TRUE;
}

static gboolean
lay_time (GDateTime **field,
          GDateTime  *said,
          gboolean    only_if_unset)
{
  if (said == NULL ||
      (*field != NULL && (only_if_unset || g_date_time_equal (*field, said))))
    return FALSE;

  g_clear_pointer (field, g_date_time_unref);
  *field = g_date_time_ref (said);

  return TRUE;
}

static gboolean
lay_customer (TrancheCustomer       **field,
              const TrancheCustomer  *said,
              gboolean                only_if_unset)
{
  g_autoptr (TrancheCustomer) merged = tranche_customer_copy (only_if_unset ? said : *field);

  tranche_customer_merge (merged, only_if_unset ? *field : said);
  if (tranche_customer_equal (*field, merged))
    return FALSE;

  tranche_customer_free (*field);
  *field = g_steal_pointer (&merged);

  return TRUE;
}

/* Whether @said has nothing that @known has not: banks echo the goods without
 * their category or code. */
static gboolean
is_echo (TrancheOrderItem *known,
         TrancheOrderItem *said)
{
  const char *category = tranche_order_item_get_category (said);
  const char *vendor_code = tranche_order_item_get_vendor_code (said);
  g_autoptr (TrancheOrderItem) filled = NULL;

  if (category == NULL)
    category = tranche_order_item_get_category (known);
  if (vendor_code == NULL)
    vendor_code = tranche_order_item_get_vendor_code (known);

  filled = tranche_order_item_new (tranche_order_item_get_name (said),
                                   tranche_order_item_get_quantity (said),
                                   tranche_order_item_get_price (said),
                                   category, vendor_code);

  return tranche_order_item_equal (known, filled);
}

static gboolean
lay_items (TrancheOrder *self,
           GPtrArray    *said,
           gboolean      only_if_unset)
{
  gboolean same = self->items->len == said->len;

  if (said->len == 0 || (only_if_unset && self->items->len > 0))
    return FALSE;

  for (guint i = 0; same && i < said->len; i++)
    same = is_echo (g_ptr_array_index (self->items, i), g_ptr_array_index (said, i));

  if (!same)
    tranche_order_set_items (self, said);

  return !same;
}

/* An answer is late when a newer one was laid already, or when it tells of an
 * earlier time than the order has reached. A word that is not known says
 * nothing of time. */
static gboolean
is_late (TrancheOrder *self,
         TrancheOrder *answer)
{
  GDateTime *known = self->times[ORDER_CHECKED_AT];
  GDateTime *said = answer->times[ORDER_CHECKED_AT];

  if (known != NULL && said != NULL && g_date_time_compare (said, known) < 0)
    return TRUE;

  return answer->stage != TRANCHE_STAGE_UNKNOWN &&
         !tranche_stage_may_become (self->stage, answer->stage);
}

static gboolean
lay_stage (TrancheOrder *self,
           TrancheOrder *answer,
           gboolean      late)
{
  gboolean moves = self->stage != answer->stage;
  gboolean lasting = answer->stage == TRANCHE_STAGE_COMMITTED ||
                     tranche_stage_is_final (answer->stage);
  gboolean changed;

  if (!tranche_stage_may_become (self->stage, answer->stage))
    return FALSE;

  /* No bank takes these back, so that even an old answer still holds. */
  if (late && !lasting)
    return FALSE;

  changed = moves || (answer->reason != TRANCHE_REASON_NONE && answer->reason != self->reason);
  if (changed)
    self->reason = answer->reason;
  self->stage = answer->stage;

  return changed;
}

/* Banks tell none of these moments: each is that of the first answer that shows it. */
static gboolean
lay_milestones (TrancheOrder *self,
                TrancheOrder *answer)
{
  GDateTime *moment = answer->times[ORDER_CHECKED_AT];
  gboolean is_committed = self->stage == TRANCHE_STAGE_COMMITTED ||
                          self->stage == TRANCHE_STAGE_CLOSED ||
                          self->stage == TRANCHE_STAGE_RETURNED;
  gboolean is_signed = is_committed ||
                       self->stage == TRANCHE_STAGE_COOLING ||
                       self->stage == TRANCHE_STAGE_READY;
  gboolean changed = FALSE;

  if (self->stage != answer->stage)
    return FALSE;

  if (is_signed)
    changed |= lay_time (&self->times[ORDER_SIGNED_AT], moment, TRUE);
  if (is_committed)
    changed |= lay_time (&self->times[ORDER_COMMITTED_AT], moment, TRUE);
  /* What the customer has repaid the shop has long got. */
  if (self->stage == TRANCHE_STAGE_CLOSED)
    changed |= lay_time (&self->times[ORDER_PAID_AT], moment, TRUE);

  return changed;
}

static gboolean
lay_facts (TrancheOrder *self,
           TrancheOrder *answer,
           gboolean      late)
{
  gboolean changed = FALSE;

  for (OrderString i = 0; i < N_ORDER_STRINGS; i++) {
    /* Whose order it is and what was asked for is the shop's to say. */
    gboolean ours = i == ORDER_ACCOUNT_ID || i == ORDER_NUMBER || i == ORDER_PRODUCT_CODE ||
                    i == ORDER_INVOICE_NUMBER || i == ORDER_INVOICE_DATE ||
                    i == ORDER_POINT_CODE;

    if (i != ORDER_LAST_ERROR && i != ORDER_TRACE_ID)
      changed |= lay_string (&self->strings[i], answer->strings[i], late || ours);
  }

  for (OrderMoney i = 0; i < N_ORDER_MONEYS; i++)
    changed |= lay_money (&self->moneys[i], &answer->moneys[i], late);

  changed |= lay_time (&self->times[ORDER_CREATED_AT], answer->times[ORDER_CREATED_AT], TRUE);
  changed |= lay_time (&self->times[ORDER_SIGNED_AT], answer->times[ORDER_SIGNED_AT], TRUE);
  changed |= lay_time (&self->times[ORDER_COMMITTED_AT], answer->times[ORDER_COMMITTED_AT], TRUE);
  changed |= lay_time (&self->times[ORDER_EXPIRES_AT], answer->times[ORDER_EXPIRES_AT], late);

  changed |= lay_customer (&self->customer, answer->customer, late);
  changed |= lay_items (self, answer->items, late);

  if (answer->term != 0 && answer->term != self->term && (!late || self->term == 0)) {
    self->term = answer->term;
    changed = TRUE;
  }

  if (answer->demo && !self->demo) {
    self->demo = TRUE;
    changed = TRUE;
  }

  return changed;
}

/* The end of the cooling-off is only kept while the order cools. */
static gboolean
lay_cooling (TrancheOrder *self,
             TrancheOrder *answer,
             gboolean      late)
{
  GDateTime **until = &self->times[ORDER_COOLING_UNTIL];

  if (self->stage == TRANCHE_STAGE_COOLING)
    return lay_time (until, answer->times[ORDER_COOLING_UNTIL], late);

  if (*until == NULL)
    return FALSE;

  g_clear_pointer (until, g_date_time_unref);

  return TRUE;
}

/* A plan is for an order that cools, until it is ready; whatever else becomes of
 * the order, nothing is left to wait for. */
static gboolean
lay_plan (TrancheOrder *self)
{
  if (!self->commit_planned ||
      self->stage == TRANCHE_STAGE_COOLING || self->stage == TRANCHE_STAGE_READY ||
      self->stage == TRANCHE_STAGE_UNKNOWN)
    return FALSE;

  self->commit_planned = FALSE;

  return TRUE;
}

gboolean
tranche_order_merge (TrancheOrder *self,
                     TrancheOrder *answer)
{
  gboolean late;
  gboolean changed;

  g_return_val_if_fail (TRANCHE_IS_ORDER (self), FALSE);
  g_return_val_if_fail (TRANCHE_IS_ORDER (answer), FALSE);
  g_return_val_if_fail (self != answer, FALSE);

  late = is_late (self, answer);

  changed = lay_stage (self, answer, late);
  changed |= lay_facts (self, answer, late);
  changed |= lay_cooling (self, answer, late);
  changed |= lay_milestones (self, answer);
  changed |= lay_plan (self);

  if (!late) {
    if (self->last_error_code != 0 || self->strings[ORDER_LAST_ERROR] != NULL)
      changed = TRUE;
    tranche_order_set_last_error (self, 0, NULL);
    lay_time (&self->times[ORDER_CHECKED_AT], answer->times[ORDER_CHECKED_AT], FALSE);
    /* Every request has another, which is no change of the order. */
    lay_string (&self->strings[ORDER_TRACE_ID], answer->strings[ORDER_TRACE_ID], FALSE);
  }

  if (changed)
    lay_time (&self->times[ORDER_CHANGED_AT], answer->times[ORDER_CHECKED_AT], late);

  return changed;
}
