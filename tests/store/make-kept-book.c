/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes a book with something in every table, to be kept as
 * `book-version-N.db` before the schema gets another version:
 *
 *     make-kept-book book-version-N.db
 *
 * test-kept-books.c knows what is in it.
 */

#include <stdlib.h>

#include "book-calls.h"
#include "store/account-book.h"

#define GLOBUS_ACCOUNT "9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f"

static void
save_account (Fixture        *fixture,
              TrancheAccount *account)
{
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (fixture->book);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_account_book_save_async (accounts, account, NULL, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_account_book_save_finish (accounts, result, &error));
  g_assert_no_error (error);
}

static void
add_accounts (Fixture *fixture)
{
  g_autoptr (TrancheAccount) tbank = tranche_account_new ("tbank");
  g_autoptr (TrancheAccount) globus = tranche_account_new ("globus");
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();

  tranche_account_set_id (tbank, FIXTURE_ACCOUNT);
  tranche_account_set_name (tbank, "Магазин");
  tranche_account_set_currency (tbank, "RUB");
  tranche_account_set_shop_id (tbank, "shop");
  tranche_account_set_showcase_id (tbank, "showcase");
  tranche_account_set_rate (tbank, 7);
  save_account (fixture, tbank);

  agreement->services = TRANCHE_SERVICE_RETURN | TRANCHE_SERVICE_REPORT;
  agreement->id_header = g_strdup ("store-id");
  agreement->points_checked = TRUE;
  g_ptr_array_add (agreement->points_of_sale, tranche_point_of_sale_new ("K-1", "Київ"));
  tranche_account_set_id (globus, GLOBUS_ACCOUNT);
  tranche_account_set_name (globus, "Крамниця");
  tranche_account_set_currency (globus, "UAH");
  tranche_account_set_agreement (globus, agreement);
  save_account (fixture, globus);
}

/* An order that was returned in part, and sold at a point of sale. */
static void
add_returned (Fixture *fixture)
{
  g_autoptr (TrancheOrder) draft = make_order ("A-5");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (TrancheOrder) settled = NULL;
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_COMMITTED, "ACTIVE");
  g_autoptr (GDateTime) committed_at = g_date_time_new_utc (2026, 3, 15, 10, 0, 0);
  TrancheMoney amount = tranche_money (100000, "RUB");
  g_autoptr (TrancheGoodsReturn) goods = tranche_goods_return_new ("R-1", &amount, TRUE, NULL);
  gint64 operation;

  tranche_order_set_stage (draft, TRANCHE_STAGE_READY);
  tranche_order_set_point_code (draft, "K-1");
  tranche_order_set_invoice_number (draft, "I-9");
  order = add_order (fixture, draft, NULL);
  tranche_order_set_committed_at (answer, committed_at);
  committed = apply_answer (fixture, tranche_order_get_id (order), answer, NULL);
  operation = begin_return (fixture, tranche_order_get_id (order), goods, NULL);
  settled = settle_operation (fixture, operation, TRANCHE_OUTCOME_DONE, NULL, 0, NULL);
}

static void
plan_commit (Fixture *fixture,
             gint64   id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_plan_commit_async (fixture->book, id, TRUE, "seller", NULL, ready_cb, &result);
  await (&result);
  order = tranche_order_book_plan_commit_finish (fixture->book, result, &error);
  g_assert_no_error (error);
}

static void
add_orders (Fixture *fixture)
{
  g_autoptr (TrancheOrder) draft = make_order ("A-3");
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (TrancheOrder) refused = NULL;
  gint64 ready = add_in_stage (fixture, "A-1", TRANCHE_STAGE_READY);
  gint64 waiting = add_in_stage (fixture, "A-2", TRANCHE_STAGE_WAITING);
  gint64 operation;

  /* A commit without an answer, a refused cancellation, and a draft. */
  begin_operation (fixture, ready, TRANCHE_OPERATION_COMMIT, NULL);
  operation = begin_operation (fixture, waiting, TRANCHE_OPERATION_CANCEL, NULL);
  refused = settle_operation (fixture, operation, TRANCHE_OUTCOME_REFUSED, NULL, 4, NULL);
  added = add_order (fixture, draft, NULL);

  plan_commit (fixture, add_in_stage (fixture, "A-4", TRANCHE_STAGE_COOLING));
  add_returned (fixture);
}

int
main (int    argc,
      char **argv)
{
  Fixture fixture = { NULL };

  if (argc != 2) {
    g_printerr ("make-kept-book FILE\n");
    return EXIT_FAILURE;
  }

  fixture_set_up (&fixture, NULL);
  add_accounts (&fixture);
  add_orders (&fixture);
  fixture_close (&fixture);

  {
    g_autoptr (GFile) book = g_file_new_for_path (fixture.path);
    g_autoptr (GFile) kept = g_file_new_for_path (argv[1]);
    g_autoptr (GError) error = NULL;

    if (!g_file_copy (book, kept, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
      g_error ("%s", error->message);
  }
  fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
