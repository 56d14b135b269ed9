/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-private.h"

#define COMMIT_DAYS 14

G_DEFINE_FINAL_TYPE (TrancheOrder, tranche_order, G_TYPE_OBJECT)

static void
set_time (GDateTime **field,
          GDateTime  *time)
{
  if (time != NULL)
    g_date_time_ref (time);

  g_clear_pointer (field, g_date_time_unref);
  *field = time;
}

static void
tranche_order_finalize (GObject *object)
{
  TrancheOrder *self = TRANCHE_ORDER (object);

  for (int i = 0; i < N_ORDER_STRINGS; i++)
    g_free (self->strings[i]);
  for (int i = 0; i < N_ORDER_TIMES; i++)
    set_time (&self->times[i], NULL);

  tranche_customer_free (self->customer);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (tranche_order_parent_class)->finalize (object);
}

static void
tranche_order_class_init (TrancheOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_order_finalize;
}

static void
tranche_order_init (TrancheOrder *self)
{
  self->customer = tranche_customer_new ();
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
}

TrancheOrder *
tranche_order_new (void)
{
  return g_object_new (TRANCHE_TYPE_ORDER, NULL);
}

TrancheOrder *
tranche_order_copy (TrancheOrder *self)
{
  TrancheOrder *copy;

  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);

  copy = tranche_order_new ();
  copy->id = self->id;
  copy->stage = self->stage;
  copy->reason = self->reason;
  copy->demo = self->demo;
  copy->commit_planned = self->commit_planned;
  copy->term = self->term;
  copy->last_error_code = self->last_error_code;

  for (int i = 0; i < N_ORDER_STRINGS; i++)
    g_set_str (&copy->strings[i], self->strings[i]);
  for (int i = 0; i < N_ORDER_MONEYS; i++)
    copy->moneys[i] = self->moneys[i];
  for (int i = 0; i < N_ORDER_TIMES; i++)
    set_time (&copy->times[i], self->times[i]);

  tranche_order_set_customer (copy, self->customer);
  tranche_order_set_items (copy, self->items);

  return copy;
}

#define DEFINE_ACCESSORS(name, CType, field)                          \
CType                                                                 \
tranche_order_get_##name (TrancheOrder *self)                         \
{                                                                     \
  g_return_val_if_fail (TRANCHE_IS_ORDER (self), 0);                  \
                                                                      \
  return self->field;                                                 \
}                                                                     \
                                                                      \
void                                                                  \
tranche_order_set_##name (TrancheOrder *self,                         \
                          CType         value)                        \
{                                                                     \
  g_return_if_fail (TRANCHE_IS_ORDER (self));                         \
                                                                      \
  self->field = value;                                                \
}

#define DEFINE_STRING_ACCESSORS(name, index)                          \
const char *                                                          \
tranche_order_get_##name (TrancheOrder *self)                         \
{                                                                     \
  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);               \
                                                                      \
  return self->strings[index];                                        \
}                                                                     \
                                                                      \
void                                                                  \
tranche_order_set_##name (TrancheOrder *self,                         \
                          const char   *text)                         \
{                                                                     \
  g_return_if_fail (TRANCHE_IS_ORDER (self));                         \
                                                                      \
  g_set_str (&self->strings[index], text);                            \
}

#define DEFINE_MONEY_ACCESSORS(name, index)                           \
const TrancheMoney *                                                  \
tranche_order_get_##name (TrancheOrder *self)                         \
{                                                                     \
  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);               \
                                                                      \
  return &self->moneys[index];                                        \
}                                                                     \
                                                                      \
void                                                                  \
tranche_order_set_##name (TrancheOrder       *self,                   \
                          const TrancheMoney *amount)                 \
{                                                                     \
  g_return_if_fail (TRANCHE_IS_ORDER (self));                         \
                                                                      \
  self->moneys[index] = amount != NULL                                \
                        ? *amount                                     \
                        : (TrancheMoney) TRANCHE_MONEY_UNSET;         \
}

#define DEFINE_TIME_ACCESSORS(name, index)                            \
GDateTime *                                                           \
tranche_order_get_##name (TrancheOrder *self)                         \
{                                                                     \
  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);               \
                                                                      \
  return self->times[index];                                          \
}                                                                     \
                                                                      \
void                                                                  \
tranche_order_set_##name (TrancheOrder *self,                         \
                          GDateTime    *time)                         \
{                                                                     \
  g_return_if_fail (TRANCHE_IS_ORDER (self));                         \
                                                                      \
  set_time (&self->times[index], time);                               \
}

DEFINE_ACCESSORS (id, gint64, id)
DEFINE_ACCESSORS (demo, gboolean, demo)
DEFINE_ACCESSORS (commit_planned, gboolean, commit_planned)
DEFINE_ACCESSORS (stage, TrancheStage, stage)
DEFINE_ACCESSORS (reason, TrancheReason, reason)
DEFINE_ACCESSORS (term, guint, term)

DEFINE_STRING_ACCESSORS (account_id, ORDER_ACCOUNT_ID)
DEFINE_STRING_ACCESSORS (number, ORDER_NUMBER)
DEFINE_STRING_ACCESSORS (bank_order_id, ORDER_BANK_ORDER_ID)
DEFINE_STRING_ACCESSORS (link, ORDER_LINK)
DEFINE_STRING_ACCESSORS (product_code, ORDER_PRODUCT_CODE)
DEFINE_STRING_ACCESSORS (raw_state, ORDER_RAW_STATE)
DEFINE_STRING_ACCESSORS (raw_answer, ORDER_RAW_ANSWER)
DEFINE_STRING_ACCESSORS (loan_number, ORDER_LOAN_NUMBER)
DEFINE_STRING_ACCESSORS (chosen_bank, ORDER_CHOSEN_BANK)
DEFINE_STRING_ACCESSORS (product_kind, ORDER_PRODUCT_KIND)
DEFINE_STRING_ACCESSORS (signing_type, ORDER_SIGNING_TYPE)
DEFINE_STRING_ACCESSORS (signing_types, ORDER_SIGNING_TYPES)
DEFINE_STRING_ACCESSORS (invoice_number, ORDER_INVOICE_NUMBER)
DEFINE_STRING_ACCESSORS (invoice_date, ORDER_INVOICE_DATE)
DEFINE_STRING_ACCESSORS (point_code, ORDER_POINT_CODE)
DEFINE_STRING_ACCESSORS (trace_id, ORDER_TRACE_ID)

DEFINE_MONEY_ACCESSORS (amount, ORDER_AMOUNT)
DEFINE_MONEY_ACCESSORS (first_payment, ORDER_FIRST_PAYMENT)
DEFINE_MONEY_ACCESSORS (credit_amount, ORDER_CREDIT_AMOUNT)
DEFINE_MONEY_ACCESSORS (transfer_amount, ORDER_TRANSFER_AMOUNT)
DEFINE_MONEY_ACCESSORS (monthly_payment, ORDER_MONTHLY_PAYMENT)

DEFINE_TIME_ACCESSORS (created_at, ORDER_CREATED_AT)
DEFINE_TIME_ACCESSORS (changed_at, ORDER_CHANGED_AT)
DEFINE_TIME_ACCESSORS (checked_at, ORDER_CHECKED_AT)
DEFINE_TIME_ACCESSORS (signed_at, ORDER_SIGNED_AT)
DEFINE_TIME_ACCESSORS (committed_at, ORDER_COMMITTED_AT)
DEFINE_TIME_ACCESSORS (cooling_until, ORDER_COOLING_UNTIL)
DEFINE_TIME_ACCESSORS (expires_at, ORDER_EXPIRES_AT)
DEFINE_TIME_ACCESSORS (paid_at, ORDER_PAID_AT)
DEFINE_TIME_ACCESSORS (payout_due, ORDER_PAYOUT_DUE)

const TrancheCustomer *
tranche_order_get_customer (TrancheOrder *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);

  return self->customer;
}

void
tranche_order_set_customer (TrancheOrder          *self,
                            const TrancheCustomer *customer)
{
  TrancheCustomer *copy;

  g_return_if_fail (TRANCHE_IS_ORDER (self));

  copy = customer != NULL ? tranche_customer_copy (customer) : tranche_customer_new ();
  tranche_customer_free (self->customer);
  self->customer = copy;
}

GPtrArray *
tranche_order_get_items (TrancheOrder *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);

  return self->items;
}

void
tranche_order_set_items (TrancheOrder *self,
                         GPtrArray    *items)
{
  g_return_if_fail (TRANCHE_IS_ORDER (self));
  g_return_if_fail (items != NULL);

  g_ptr_array_ref (items);
  g_ptr_array_unref (self->items);
  self->items = items;
}

const char *
tranche_order_get_last_error (TrancheOrder *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);

  return self->strings[ORDER_LAST_ERROR];
}

int
tranche_order_get_last_error_code (TrancheOrder *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER (self), 0);

  return self->last_error_code;
}

void
tranche_order_set_last_error (TrancheOrder *self,
                              int           code,
                              const char   *text)
{
  g_return_if_fail (TRANCHE_IS_ORDER (self));

  self->last_error_code = code;
  g_set_str (&self->strings[ORDER_LAST_ERROR], text);
}

static GDateTime *
dup_commit_deadline (TrancheOrder *self)
{
  GDateTime *expires_at = self->times[ORDER_EXPIRES_AT];
  g_autoptr (GDateTime) last_day = NULL;

  if (self->times[ORDER_SIGNED_AT] != NULL)
    last_day = g_date_time_add_days (self->times[ORDER_SIGNED_AT], COMMIT_DAYS);

  if (last_day == NULL ||
      (expires_at != NULL && g_date_time_compare (expires_at, last_day) < 0))
    return expires_at != NULL ? g_date_time_ref (expires_at) : NULL;

  return g_steal_pointer (&last_day);
}

GDateTime *
tranche_order_dup_deadline (TrancheOrder *self)
{
  GDateTime *deadline = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);

  if (self->stage == TRANCHE_STAGE_READY)
    return dup_commit_deadline (self);

  if (self->stage == TRANCHE_STAGE_COOLING)
    deadline = self->times[ORDER_COOLING_UNTIL];
  else if (self->stage == TRANCHE_STAGE_WAITING || self->stage == TRANCHE_STAGE_APPROVED)
    deadline = self->times[ORDER_EXPIRES_AT];

  return deadline != NULL ? g_date_time_ref (deadline) : NULL;
}

char *
tranche_order_get_goods_summary (TrancheOrder *self)
{
  GString *summary;

  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);

  summary = g_string_new (NULL);
  for (guint i = 0; i < self->items->len; i++) {
    TrancheOrderItem *item = g_ptr_array_index (self->items, i);
    gint64 quantity = tranche_order_item_get_quantity (item);

    if (i > 0)
      g_string_append (summary, ", ");
    if (quantity != 1)
      g_string_append_printf (summary, "%" G_GINT64_FORMAT " × ", quantity);
    g_string_append (summary, tranche_order_item_get_name (item));
  }

  return g_string_free_and_steal (summary);
}

gboolean
tranche_order_is_payout_overdue (TrancheOrder *self,
                                 GDateTime    *now)
{
  g_autoptr (GDateTime) today = NULL;
  int year, month, day;

  g_return_val_if_fail (TRANCHE_IS_ORDER (self), FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  if (self->times[ORDER_PAYOUT_DUE] == NULL)
    return FALSE;

  g_date_time_get_ymd (now, &year, &month, &day);
  today = g_date_time_new (g_date_time_get_timezone (now), year, month, day, 0, 0, 0);

  return g_date_time_compare (self->times[ORDER_PAYOUT_DUE], today) < 0;
}
