/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order.h"

typedef const char *(* GetString) (TrancheOrder *self);
typedef void (* SetString) (TrancheOrder *self,
                            const char   *text);
typedef const TrancheMoney *(* GetMoney) (TrancheOrder *self);
typedef void (* SetMoney) (TrancheOrder       *self,
                           const TrancheMoney *amount);
typedef GDateTime *(* GetTime) (TrancheOrder *self);
typedef void (* SetTime) (TrancheOrder *self,
                          GDateTime    *time);

#define BOTH(name) { tranche_order_get_##name, tranche_order_set_##name }

static const struct {
  GetString get;
  SetString set;
} strings[] = {
  BOTH (account_id), BOTH (number), BOTH (bank_order_id), BOTH (link), BOTH (product_code),
  BOTH (raw_state), BOTH (raw_answer), BOTH (loan_number), BOTH (chosen_bank),
  BOTH (product_kind), BOTH (signing_type), BOTH (signing_types),
};

static const struct {
  GetMoney get;
  SetMoney set;
} moneys[] = {
  BOTH (amount), BOTH (first_payment), BOTH (credit_amount), BOTH (transfer_amount),
  BOTH (monthly_payment),
};

static const struct {
  GetTime get;
  SetTime set;
} times[] = {
  BOTH (created_at), BOTH (changed_at), BOTH (checked_at), BOTH (signed_at),
  BOTH (committed_at), BOTH (cooling_until), BOTH (expires_at),
};

static void
assert_empty (TrancheOrder *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    g_assert_null (strings[i].get (order));
  for (gsize i = 0; i < G_N_ELEMENTS (moneys); i++)
    g_assert_false (tranche_money_is_set (moneys[i].get (order)));
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_null (times[i].get (order));

  g_assert_null (tranche_order_get_last_error (order));
  g_assert_cmpint (tranche_order_get_last_error_code (order), ==, 0);
}

/* Each fact gets a value of its own, so that a mix-up shows. */
static TrancheOrder *
make_full_order (void)
{
  TrancheOrder *order = tranche_order_new ();
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheMoney price = tranche_money (100, "RUB");

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autofree char *text = g_strdup_printf ("text %zu", i);

    strings[i].set (order, text);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (moneys); i++) {
    TrancheMoney money = tranche_money (i + 1, "RUB");

    moneys[i].set (order, &money);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (1000 + i);

    times[i].set (order, time);
  }

  tranche_order_set_id (order, 42);
  tranche_order_set_demo (order, TRUE);
  tranche_order_set_stage (order, TRANCHE_STAGE_READY);
  tranche_order_set_reason (order, TRANCHE_REASON_LIMIT);
  tranche_order_set_term (order, 12);
  tranche_order_set_last_error (order, 7, "network");

  customer->last_name = g_strdup ("Иванов");
  tranche_order_set_customer (order, customer);

  g_ptr_array_add (items, tranche_order_item_new ("Диван", 1, &price, NULL, NULL));
  tranche_order_set_items (order, items);

  return order;
}

static void
assert_full (TrancheOrder *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autofree char *text = g_strdup_printf ("text %zu", i);

    g_assert_cmpstr (strings[i].get (order), ==, text);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (moneys); i++)
    g_assert_cmpint (moneys[i].get (order)->minor, ==, i + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_cmpint (g_date_time_to_unix (times[i].get (order)), ==, 1000 + i);

  g_assert_cmpint (tranche_order_get_id (order), ==, 42);
  g_assert_true (tranche_order_get_demo (order));
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_READY);
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_LIMIT);
  g_assert_cmpuint (tranche_order_get_term (order), ==, 12);
  g_assert_cmpint (tranche_order_get_last_error_code (order), ==, 7);
  g_assert_cmpstr (tranche_order_get_last_error (order), ==, "network");
  g_assert_cmpstr (tranche_order_get_customer (order)->last_name, ==, "Иванов");
  g_assert_cmpuint (tranche_order_get_items (order)->len, ==, 1);
}

static void
test_new (void)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();

  assert_empty (order);
  g_assert_cmpint (tranche_order_get_id (order), ==, 0);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_DRAFT);
  g_assert_nonnull (tranche_order_get_customer (order));
  g_assert_cmpuint (tranche_order_get_items (order)->len, ==, 0);
}

static void
test_fields (void)
{
  g_autoptr (TrancheOrder) order = make_full_order ();

  assert_full (order);

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    strings[i].set (order, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (moneys); i++)
    moneys[i].set (order, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    times[i].set (order, NULL);
  tranche_order_set_last_error (order, 0, NULL);
  tranche_order_set_customer (order, NULL);

  assert_empty (order);
  g_assert_null (tranche_order_get_customer (order)->last_name);
}

/* What an order already has may be given to it again. */
static void
test_set_itself (void)
{
  g_autoptr (TrancheOrder) order = make_full_order ();

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    strings[i].set (order, strings[i].get (order));
  for (gsize i = 0; i < G_N_ELEMENTS (moneys); i++)
    moneys[i].set (order, moneys[i].get (order));
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    times[i].set (order, times[i].get (order));
  tranche_order_set_customer (order, tranche_order_get_customer (order));
  tranche_order_set_items (order, tranche_order_get_items (order));

  assert_full (order);
}

static void
test_copy (void)
{
  TrancheOrder *order = make_full_order ();
  g_autoptr (TrancheOrder) copy = tranche_order_copy (order);

  tranche_order_set_number (order, "another");
  tranche_order_set_customer (order, NULL);
  g_object_unref (order);

  assert_full (copy);
}

static void
test_deadline (void)
{
  enum { NONE = -1 };
  const gint64 day = 24 * 60 * 60;
  const struct {
    TrancheStage stage;
    gint64 signed_at;
    gint64 cooling_until;
    gint64 expires_at;
    gint64 deadline;
  } cases[] = {
    { TRANCHE_STAGE_WAITING, NONE, NONE, 500, 500 },
    { TRANCHE_STAGE_WAITING, NONE, NONE, NONE, NONE },
    { TRANCHE_STAGE_APPROVED, NONE, NONE, 500, 500 },
    { TRANCHE_STAGE_COOLING, 100, 300, 500, 300 },
    { TRANCHE_STAGE_COOLING, 100, NONE, 500, NONE },
    { TRANCHE_STAGE_READY, 100, NONE, NONE, 100 + 14 * day },
    { TRANCHE_STAGE_READY, 100, NONE, 500, 500 },
    { TRANCHE_STAGE_READY, 100, NONE, 100 + 15 * day, 100 + 14 * day },
    { TRANCHE_STAGE_READY, NONE, NONE, 500, 500 },
    { TRANCHE_STAGE_READY, NONE, 300, NONE, NONE },
    { TRANCHE_STAGE_DRAFT, 100, 300, 500, NONE },
    { TRANCHE_STAGE_SENDING, 100, 300, 500, NONE },
    { TRANCHE_STAGE_COMMITTED, 100, 300, 500, NONE },
    { TRANCHE_STAGE_CLOSED, 100, 300, 500, NONE },
    { TRANCHE_STAGE_RETURNED, 100, 300, 500, NONE },
    { TRANCHE_STAGE_CANCELED, 100, 300, 500, NONE },
    { TRANCHE_STAGE_REJECTED, 100, 300, 500, NONE },
    { TRANCHE_STAGE_UNKNOWN, 100, 300, 500, NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheOrder) order = tranche_order_new ();
    g_autoptr (GDateTime) signed_at = g_date_time_new_from_unix_utc (cases[i].signed_at);
    g_autoptr (GDateTime) cooling_until = g_date_time_new_from_unix_utc (cases[i].cooling_until);
    g_autoptr (GDateTime) expires_at = g_date_time_new_from_unix_utc (cases[i].expires_at);
    g_autoptr (GDateTime) deadline = NULL;

    tranche_order_set_stage (order, cases[i].stage);
    tranche_order_set_signed_at (order, cases[i].signed_at != NONE ? signed_at : NULL);
    tranche_order_set_cooling_until (order, cases[i].cooling_until != NONE ? cooling_until : NULL);
    tranche_order_set_expires_at (order, cases[i].expires_at != NONE ? expires_at : NULL);

    deadline = tranche_order_dup_deadline (order);
    g_assert_cmpint (deadline != NULL ? g_date_time_to_unix (deadline) : NONE, ==, cases[i].deadline);
  }
}

static void
test_goods_summary (void)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheMoney price = tranche_money (100, "RUB");
  g_autofree char *empty = tranche_order_get_goods_summary (order);
  g_autofree char *summary = NULL;

  g_assert_cmpstr (empty, ==, "");

  g_ptr_array_add (items, tranche_order_item_new ("Sofa", 1, &price, NULL, NULL));
  g_ptr_array_add (items, tranche_order_item_new ("Chair", 2, &price, NULL, NULL));
  tranche_order_set_items (order, items);

  summary = tranche_order_get_goods_summary (order);
  g_assert_cmpstr (summary, ==, "Sofa, 2 × Chair");
}

static void
test_outline (void)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (TrancheOrder) outline = NULL;
  TrancheMoney amount = tranche_money (100, "RUB");

  tranche_order_set_id (order, 7);
  tranche_order_set_stage (order, TRANCHE_STAGE_COMMITTED);
  tranche_order_set_demo (order, TRUE);
  tranche_order_set_account_id (order, "account");
  tranche_order_set_number (order, "A-1");
  tranche_order_set_bank_order_id (order, "B-1");
  tranche_order_set_raw_answer (order, "{}");
  tranche_order_set_amount (order, &amount);
  tranche_order_set_checked_at (order, time);
  tranche_order_set_last_error (order, 4, "text");
  outline = tranche_order_copy_outline (order);

  g_assert_cmpint (tranche_order_get_id (outline), ==, 7);
  g_assert_cmpint (tranche_order_get_stage (outline), ==, TRANCHE_STAGE_COMMITTED);
  g_assert_true (tranche_order_get_demo (outline));
  g_assert_cmpstr (tranche_order_get_account_id (outline), ==, "account");
  g_assert_cmpstr (tranche_order_get_number (outline), ==, "A-1");
  g_assert_cmpstr (tranche_order_get_bank_order_id (outline), ==, "B-1");
  g_assert_true (tranche_money_equal (tranche_order_get_amount (outline), &amount));
  g_assert_true (g_date_time_equal (tranche_order_get_checked_at (outline), time));
  g_assert_cmpint (tranche_order_get_last_error_code (outline), ==, 4);
  g_assert_cmpstr (tranche_order_get_last_error (outline), ==, "text");
  g_assert_null (tranche_order_get_raw_answer (outline));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order/new", test_new);
  g_test_add_func ("/order/fields", test_fields);
  g_test_add_func ("/order/set-itself", test_set_itself);
  g_test_add_func ("/order/copy", test_copy);
  g_test_add_func ("/order/deadline", test_deadline);
  g_test_add_func ("/order/goods-summary", test_goods_summary);
  g_test_add_func ("/order/outline", test_outline);

  return g_test_run ();
}
