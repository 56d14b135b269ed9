/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-client.h"

#include "bank-call.h"
#include "cfront-world.h"

/* What not every bank offers, over the same wire. */
typedef struct {
  CfrontWorld *world;
  TrancheBank *bank;
  TrancheOrder *order;
} Shop;

static void
shop_set_up (Shop          *shop,
             gconstpointer  data)
{
  g_autoptr (TrancheOrderDraft) draft = NULL;
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) error = NULL;
  Await await = AWAIT_INIT;

  shop->world = cfront_world_new (data);
  shop->bank = cfront_world_make_bank (shop->world, TRUE);
  draft = cfront_world_make_draft (shop->world, "S-1");
  bank_call_start (shop->bank, BANK_CREATE, NULL, draft, NULL, &await);
  answer = bank_call_finish_order (shop->bank, BANK_CREATE, &await, &error);
  g_assert_no_error (error);

  shop->order = tranche_order_copy (answer);
  tranche_order_set_number (shop->order, "S-1");
}

static void
shop_tear_down (Shop          *shop,
                gconstpointer  data)
{
  g_clear_object (&shop->order);
  g_assert_finalize_object (shop->bank);
  cfront_world_free (shop->world);
}

static void
commit (Shop *shop)
{
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) error = NULL;
  Await await = AWAIT_INIT;

  cfront_world_act (shop->world, "S-1", BANK_ACT_SIGN);
  bank_call_start (shop->bank, BANK_COMMIT, shop->order, NULL, NULL, &await);
  answer = bank_call_finish_order (shop->bank, BANK_COMMIT, &await, &error);
  g_assert_no_error (error);
}

static TrancheCustomer *
find_customer (Shop        *shop,
               const char  *phone,
               GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  tranche_bank_find_customer_async (shop->bank, phone, NULL, await_cb, &await);
  result = await_result (&await);

  return tranche_bank_find_customer_finish (shop->bank, result, error);
}

static void
test_customer (Shop          *shop,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheCustomer) customer = find_customer (shop, "0501234564", &error);
  g_autoptr (TrancheCustomer) nobody = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (customer->last_name);
  g_assert_nonnull (customer->first_name);
  g_assert_nonnull (customer->tax_code);

  nobody = find_customer (shop, "0501234569", &error);
  g_assert_null (nobody);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND);
}

static gboolean
give_back (Shop        *shop,
           const char  *id,
           gint64       minor,
           GError     **error)
{
  TrancheGoodsReturn goods_return = { (char *) id, tranche_money (minor, "UAH"), TRUE, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  tranche_bank_return_goods_async (shop->bank, shop->order, &goods_return, NULL, await_cb,
                                   &await);
  result = await_result (&await);

  return tranche_bank_return_goods_finish (shop->bank, result, error);
}

static TrancheOrderDetails *
ask_details (Shop *shop)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrderDetails *details;
  Await await = AWAIT_INIT;

  tranche_bank_details_async (shop->bank, shop->order, NULL, await_cb, &await);
  result = await_result (&await);
  details = tranche_bank_details_finish (shop->bank, result, &error);
  g_assert_no_error (error);

  return details;
}

static void
assert_returnable (Shop   *shop,
                   guint   n_returns,
                   gint64  minor)
{
  g_autoptr (TrancheOrderDetails) details = ask_details (shop);
  TrancheMoney left;

  g_assert_cmpstr (details->number, ==, "S-1");
  g_assert_cmpstr (details->invoice_number, ==, "РН-0007");
  g_assert_cmpstr (details->invoice_date, ==, "2025-11-21");
  g_assert_cmpint (details->amount.minor, ==, 4 * 249999);
  g_assert_nonnull (details->created_at);
  g_assert_cmpuint (details->returns->len, ==, n_returns);
  g_assert_true (tranche_order_details_get_returnable (details, &left));
  g_assert_cmpint (left.minor, ==, minor);
}

static void
test_returns (Shop          *shop,
              gconstpointer  data)
{
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) much = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  g_assert_false (give_back (shop, "R-0", 249999, &early));
  g_assert_error (early, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  g_assert_nonnull (tranche_bank_error_get_bank_text (early));
  g_assert_nonnull (tranche_bank_error_get_trace_id (early));

  commit (shop);
  assert_returnable (shop, 0, 4 * 249999);
  g_assert_true (give_back (shop, "R-1", 249999, &error));
  g_assert_no_error (error);
  assert_returnable (shop, 1, 3 * 249999);
  g_assert_false (give_back (shop, "R-2", 4 * 249999, &much));
  g_assert_error (much, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  g_assert_true (give_back (shop, "R-3", 3 * 249999, &error));
  g_assert_no_error (error);
  assert_returnable (shop, 2, 0);

  tranche_bank_info_async (shop->bank, shop->order, TRANCHE_PRIORITY_USER, NULL, await_cb,
                           &await);
  result = await_result (&await);
  answer = tranche_bank_info_finish (shop->bank, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (answer), ==, TRANCHE_STAGE_RETURNED);
}

static TrancheContract *
ask_contract (Shop        *shop,
              const char  *invoice_number,
              GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  tranche_bank_contract_async (shop->bank, shop->order, invoice_number, NULL, NULL, await_cb,
                               &await);
  result = await_result (&await);

  return tranche_bank_contract_finish (shop->bank, result, error);
}

static void
assert_recent (GDateTime *time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_nonnull (time);
  g_assert_cmpint (ABS (g_date_time_difference (now, time)), <, 5 * G_TIME_SPAN_MINUTE);
}

static void
test_letter (Shop          *shop,
             gconstpointer  data)
{
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheContract) none = ask_contract (shop, NULL, &early);
  g_autoptr (TrancheContract) contract = NULL;
  g_autoptr (TrancheContract) other = NULL;

  /* There is no contract before the customer agreed. */
  g_assert_null (none);
  g_assert_nonnull (early);

  cfront_world_act (shop->world, "S-1", BANK_ACT_SIGN);
  contract = ask_contract (shop, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (contract->number);
  g_assert_nonnull (contract->date);
  g_assert_nonnull (contract->bank_name);
  g_assert_nonnull (contract->shop_contract_number);
  g_assert_nonnull (contract->payee_account);
  g_assert_nonnull (contract->sign);
  g_assert_nonnull (contract->stamp);
  g_assert_nonnull (contract->customer->last_name);
  g_assert_nonnull (contract->customer->tax_code);
  g_assert_cmpuint (contract->documents->len, >=, 1);
  g_assert_cmpstr (contract->invoice_number, ==, "РН-0007");
  g_assert_cmpint (contract->credit_amount.minor, ==, 4 * 249999);
  g_assert_cmpuint (contract->parts, ==, 3);
  assert_recent (contract->answered_at);

  other = ask_contract (shop, "РН-0008", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (other->invoice_number, ==, "РН-0008");
}

static void
test_pdf (Shop          *shop,
          gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  Await await = AWAIT_INIT;

  cfront_world_act (shop->world, "S-1", BANK_ACT_SIGN);
  tranche_bank_letter_pdf_async (shop->bank, shop->order, NULL, NULL, NULL, await_cb, &await);
  result = await_result (&await);
  pdf = tranche_bank_letter_pdf_finish (shop->bank, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 100);
}

/* The operations of the day on which @time is in Kyiv. */
static GPtrArray *
ask_report (Shop      *shop,
            GDateTime *time)
{
  g_autofree char *date = g_date_time_format (time, "%F");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *lines;
  Await await = AWAIT_INIT;

  tranche_bank_report_async (shop->bank, date, NULL, await_cb, &await);
  result = await_result (&await);
  lines = tranche_bank_report_finish (shop->bank, result, &error);
  g_assert_no_error (error);

  return lines;
}

/* Of yesterday, today and tomorrow, for midnight may pass. */
static void
test_report (Shop          *shop,
             gconstpointer  data)
{
  g_autoptr (TrancheOrderDetails) details = ask_details (shop);
  guint n_lines = 0;

  commit (shop);
  g_assert_true (give_back (shop, "R-1", 249999, NULL));
  assert_recent (details->created_at);

  for (int days = -1; days <= 1; days++) {
    g_autoptr (GDateTime) day = g_date_time_add_days (details->created_at, days);
    g_autoptr (GPtrArray) lines = ask_report (shop, day);

    for (guint i = 0; i < lines->len; i++) {
      TrancheReportLine *line = lines->pdata[i];
      gint64 minor = n_lines == 0 ? 4 * 249999 : -249999;

      g_assert_cmpstr (line->bank_order_id, ==, tranche_order_get_bank_order_id (shop->order));
      g_assert_cmpstr (line->invoice_number, ==, "РН-0007");
      g_assert_cmpint (line->amount.minor, ==, minor);
      g_assert_true (tranche_money_is_set (&line->transferred));
      g_assert_true (tranche_money_is_set (&line->commission));
      assert_recent (line->time);
      n_lines++;
    }
  }
  g_assert_cmpuint (n_lines, ==, 2);
}

static void
add_shop_tests (const char          *prefix,
                const CfrontVariant *variant)
{
  static const struct {
    const char *name;
    void (* test) (Shop          *shop,
                   gconstpointer  data);
  } tests[] = {
    { "customer", test_customer },
    { "returns", test_returns },
    { "letter", test_letter },
    { "pdf", test_pdf },
    { "report", test_report },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat (prefix, "/", tests[i].name, NULL);

    g_test_add (path, Shop, variant, shop_set_up, tests[i].test, shop_tear_down);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_shop_tests ("/cfront-services/monobank", &cfront_monobank);
  add_shop_tests ("/cfront-services/globus", &cfront_globus);

  return g_test_run ();
}
