/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "demo/demo-server.h"
#include "model/account-keeper.h"

#define N_REQUESTS 5

typedef struct {
  Fixture base;
  TrancheDemoServer *server;
  TrancheAccountKeeper *keeper;
} Keeper;

static void
set_up (Keeper        *self,
        gconstpointer  data)
{
  g_autoptr (TrancheAccountBook) accounts = NULL;
  g_autoptr (TrancheSecrets) secrets = tranche_secrets_new (NULL);
  g_autoptr (GError) error = NULL;
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  fixture_set_up (&self->base, data);
  options.day = FALSE;
  self->server = tranche_demo_server_new (&options);
  g_assert_true (tranche_demo_server_start (self->server, &error));
  g_assert_no_error (error);

  accounts = tranche_account_book_new (self->base.book);
  self->keeper = tranche_account_keeper_new (accounts, secrets);
}

static void
tear_down (Keeper        *self,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&self->keeper));
  tranche_demo_server_stop (self->server);
  g_clear_object (&self->server);
  fixture_tear_down (&self->base, data);
}

static TrancheConnection *
add_account (Keeper     *self,
             const char *showcase_id,
             guint       rate)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_account_set_name (account, showcase_id);
  tranche_account_set_base_url (account, tranche_demo_server_get_base_url (self->server));
  tranche_account_set_currency (account, "RUB");
  tranche_account_set_shop_id (account, TRANCHE_DEMO_SHOP_ID);
  tranche_account_set_showcase_id (account, showcase_id);
  tranche_account_set_rate (account, rate);
  tranche_account_keeper_save_async (self->keeper, account, TRANCHE_DEMO_PASSWORD, NULL,
                                     store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_account_keeper_save_finish (self->keeper, result, &error));
  g_assert_no_error (error);

  return tranche_account_keeper_find (self->keeper, tranche_account_get_id (account));
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  guint *n_left = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (tranche_bank_test_finish (TRANCHE_BANK (source), result, &error));
  g_assert_no_error (error);
  --*n_left;
}

/* Two accounts at one host have one limit between them, the lower of the two,
 * whichever of them is the first. */
static void
test_shared_limit (Keeper        *self,
                   gconstpointer  data)
{
  gboolean slow_first = GPOINTER_TO_INT (data);
  TrancheConnection *one = add_account (self, TRANCHE_DEMO_SHOWCASE_ID, slow_first ? 10 : 25);
  TrancheConnection *other = add_account (self, TRANCHE_DEMO_OTHER_SHOWCASE_ID,
                                          slow_first ? 25 : 10);
  gint64 start = g_get_monotonic_time ();
  guint n_left = 2 * N_REQUESTS;

  for (guint i = 0; i < N_REQUESTS; i++) {
    tranche_bank_test_async (tranche_connection_get_bank (one), NULL, tested_cb, &n_left);
    tranche_bank_test_async (tranche_connection_get_bank (other), NULL, tested_cb, &n_left);
  }
  WAIT_UNTIL (n_left == 0);

  /* Ten of them, ten a second, the first at once. */
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 850 * G_TIME_SPAN_MILLISECOND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/account-keeper/shared-limit/slow-first", Keeper, GINT_TO_POINTER (TRUE), set_up,
              test_shared_limit, tear_down);
  g_test_add ("/account-keeper/shared-limit/slow-last", Keeper, GINT_TO_POINTER (FALSE), set_up,
              test_shared_limit, tear_down);

  return g_test_run ();
}
