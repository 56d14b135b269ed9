/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-field.h"

static GDateTime *
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_steal_pointer (&time);
}

static TrancheOrder *
create_order (TrancheStage stage)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  g_autoptr (GDateTime) created = at ("2025-12-01T10:00:00Z");
  g_autoptr (GDateTime) checked = at ("2025-12-03T11:58:00Z");
  TrancheMoney amount = tranche_money (249950, "RUB");

  customer->last_name = g_strdup ("Иванова");
  customer->first_name = g_strdup ("Анна");
  tranche_order_set_customer (order, customer);
  tranche_order_set_number (order, "A-17");
  tranche_order_set_stage (order, stage);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_created_at (order, created);
  tranche_order_set_checked_at (order, checked);

  return g_steal_pointer (&order);
}

static void
assert_text (TrancheOrderField  field,
             TrancheOrder      *order,
             TrancheOperation   operation,
             const char        *expected)
{
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");
  g_autofree char *text = tranche_order_field_text (field, order, operation, "Shop", now);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_texts (void)
{
  g_autoptr (TrancheOrder) order = create_order (TRANCHE_STAGE_WAITING);

  assert_text (TRANCHE_ORDER_FIELD_STAGE, order, TRANCHE_OPERATION_NONE, "Waiting for customer");
  assert_text (TRANCHE_ORDER_FIELD_STAGE, order, TRANCHE_OPERATION_CANCEL, "Canceling…");
  assert_text (TRANCHE_ORDER_FIELD_NUMBER, order, TRANCHE_OPERATION_NONE, "A-17");
  assert_text (TRANCHE_ORDER_FIELD_CUSTOMER, order, TRANCHE_OPERATION_NONE, "Иванова Анна");
  assert_text (TRANCHE_ORDER_FIELD_ACCOUNT, order, TRANCHE_OPERATION_NONE, "Shop");
  assert_text (TRANCHE_ORDER_FIELD_CREATED, order, TRANCHE_OPERATION_NONE, "1 Dec");
  assert_text (TRANCHE_ORDER_FIELD_CHECKED, order, TRANCHE_OPERATION_NONE, "11:58");
  assert_text (TRANCHE_ORDER_FIELD_DEADLINE, order, TRANCHE_OPERATION_NONE, "");
}

/* Every field has a text of its own whatever is unknown. */
static void
test_empty (void)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");

  for (TrancheOrderField field = 0; field < TRANCHE_N_ORDER_FIELDS; field++) {
    g_autofree char *text = NULL;

    if (field == TRANCHE_ORDER_FIELD_NUMBER)
      continue;

    text = tranche_order_field_text (field, order, TRANCHE_OPERATION_NONE, NULL, now);
    g_assert_nonnull (text);
    g_assert_cmpstr (tranche_order_field_title (field), !=, "");
  }
}

static void
test_deadline (void)
{
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");
  static const struct {
    TrancheStage stage;
    const char *signed_at;
    const char *cooling_until;
    const char *text;
    const char *css_class;
  } cases[] = {
    { TRANCHE_STAGE_COOLING, "2025-12-03T11:00:00Z", "2025-12-03T16:40:00Z", "until 16:40", NULL },
    { TRANCHE_STAGE_READY, "2025-12-03T11:00:00Z", NULL, "by 17 Dec", NULL },
    { TRANCHE_STAGE_READY, "2025-11-19T18:00:00Z", NULL, "by 18:00", "warning" },
    { TRANCHE_STAGE_READY, "2025-11-20T12:00:01Z", NULL, "by tomorrow 12:00", "accent" },
    { TRANCHE_STAGE_READY, "2025-11-22T12:00:00Z", NULL, "by 6 Dec", "accent" },
    { TRANCHE_STAGE_READY, "2025-11-19T14:59:00Z", NULL, "by 14:59", "error" },
    { TRANCHE_STAGE_READY, "2025-11-19T11:00:00Z", NULL, "Overdue", "error" },
    { TRANCHE_STAGE_COMMITTED, "2025-11-19T11:00:00Z", NULL, "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheOrder) order = create_order (cases[i].stage);
    g_autoptr (GDateTime) signed_at = at (cases[i].signed_at);
    g_autoptr (GDateTime) cooling_until = NULL;

    if (cases[i].cooling_until != NULL)
      cooling_until = at (cases[i].cooling_until);
    tranche_order_set_signed_at (order, signed_at);
    tranche_order_set_cooling_until (order, cooling_until);

    assert_text (TRANCHE_ORDER_FIELD_DEADLINE, order, TRANCHE_OPERATION_NONE, cases[i].text);
    g_assert_cmpstr (tranche_order_field_css_class (TRANCHE_ORDER_FIELD_DEADLINE, order,
                                                    TRANCHE_OPERATION_NONE, now),
                     ==, cases[i].css_class);
  }
}

/* A planned commit is seen in the list, in words and as a sign. */
static void
test_planned (void)
{
  g_autoptr (TrancheOrder) order = create_order (TRANCHE_STAGE_COOLING);
  g_autoptr (GDateTime) until = at ("2025-12-03T16:40:00Z");

  tranche_order_set_cooling_until (order, until);
  g_assert_null (tranche_order_field_icon_name (TRANCHE_ORDER_FIELD_DEADLINE, order,
                                                TRANCHE_OPERATION_NONE));

  tranche_order_set_commit_planned (order, TRUE);
  assert_text (TRANCHE_ORDER_FIELD_DEADLINE, order, TRANCHE_OPERATION_NONE, "16:40: commit");
  g_assert_cmpstr (tranche_order_field_icon_name (TRANCHE_ORDER_FIELD_DEADLINE, order,
                                                  TRANCHE_OPERATION_NONE), ==, "alarm-symbolic");
}

/* A link that was made for an hour is no warning; one of the morning is. */
static void
test_expiry (void)
{
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");
  static const struct {
    const char *created_at;
    const char *css_class;
  } cases[] = {
    { "2025-12-03T11:30:00Z", NULL },
    { "2025-12-03T01:00:00Z", "error" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheOrder) order = create_order (TRANCHE_STAGE_WAITING);
    g_autoptr (GDateTime) created_at = at (cases[i].created_at);
    g_autoptr (GDateTime) expires_at = at ("2025-12-03T12:30:00Z");

    tranche_order_set_created_at (order, created_at);
    tranche_order_set_expires_at (order, expires_at);
    g_assert_cmpstr (tranche_order_field_css_class (TRANCHE_ORDER_FIELD_DEADLINE, order,
                                                    TRANCHE_OPERATION_NONE, now),
                     ==, cases[i].css_class);
  }
}

static void
test_failed_check (void)
{
  g_autoptr (TrancheOrder) order = create_order (TRANCHE_STAGE_WAITING);
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");

  tranche_order_set_last_error (order, 7, "no route");
  assert_text (TRANCHE_ORDER_FIELD_CHECKED, order, TRANCHE_OPERATION_NONE, "Failed");
  g_assert_cmpstr (tranche_order_field_css_class (TRANCHE_ORDER_FIELD_CHECKED, order,
                                                  TRANCHE_OPERATION_NONE, now),
                   ==, "warning");
}

static void
test_removed_account (void)
{
  g_autoptr (TrancheOrder) order = create_order (TRANCHE_STAGE_WAITING);
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");
  g_autofree char *text = NULL;

  text = tranche_order_field_text (TRANCHE_ORDER_FIELD_ACCOUNT, order, TRANCHE_OPERATION_NONE,
                                   NULL, now);
  g_assert_cmpstr (text, ==, "Removed account");
}

static void
assert_standing (TrancheOrder *order,
                 const char   *text,
                 const char   *css_class)
{
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");

  assert_text (TRANCHE_ORDER_FIELD_STANDING, order, TRANCHE_OPERATION_NONE, text);
  g_assert_cmpstr (tranche_order_field_css_class (TRANCHE_ORDER_FIELD_STANDING, order,
                                                  TRANCHE_OPERATION_NONE, now),
                   ==, css_class);
  g_assert_cmpstr (tranche_order_field_icon_name (TRANCHE_ORDER_FIELD_STANDING, order,
                                                  TRANCHE_OPERATION_NONE),
                   ==, tranche_order_field_icon_name (TRANCHE_ORDER_FIELD_STAGE, order,
                                                      TRANCHE_OPERATION_NONE));
}

/* Where there is room for one column only, nothing that is urgent is left out. */
static void
test_standing (void)
{
  g_autoptr (TrancheOrder) waiting = create_order (TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) ready = create_order (TRANCHE_STAGE_READY);
  g_autoptr (TrancheOrder) cooling = create_order (TRANCHE_STAGE_COOLING);
  g_autoptr (TrancheOrder) committed = create_order (TRANCHE_STAGE_COMMITTED);
  g_autoptr (GDateTime) until = at ("2025-12-03T16:40:00Z");
  g_autoptr (GDateTime) far = at ("2025-12-03T11:00:00Z");
  g_autoptr (GDateTime) near = at ("2025-11-19T14:59:00Z");
  g_autoptr (GDateTime) due = at ("2025-12-02T12:00:00Z");

  assert_standing (waiting, "Waiting for customer", "accent");
  tranche_order_set_cooling_until (cooling, until);
  assert_standing (cooling, "until 16:40 · Cooling off", "warning");
  tranche_order_set_signed_at (ready, far);
  assert_standing (ready, "Ready to commit · by 17 Dec", "success");
  tranche_order_set_signed_at (ready, near);
  assert_standing (ready, "Ready to commit · by 14:59", "error");
  assert_text (TRANCHE_ORDER_FIELD_STANDING, ready, TRANCHE_OPERATION_COMMIT, "Committing…");

  assert_standing (committed, "Committed", "success");
  tranche_order_set_payout_due (committed, due);
  assert_standing (committed, "Payout overdue", "warning");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/order-field/texts", test_texts);
  g_test_add_func ("/ui/order-field/empty", test_empty);
  g_test_add_func ("/ui/order-field/deadline", test_deadline);
  g_test_add_func ("/ui/order-field/planned", test_planned);
  g_test_add_func ("/ui/order-field/expiry", test_expiry);
  g_test_add_func ("/ui/order-field/failed-check", test_failed_check);
  g_test_add_func ("/ui/order-field/standing", test_standing);
  g_test_add_func ("/ui/order-field/removed-account", test_removed_account);

  return g_test_run ();
}
