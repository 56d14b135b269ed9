/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "demo/demo-server.h"
#include "model/bank-registry.h"
#include "model/callback-desk.h"
#include "raw-visit.h"

/* Between two tries of a delivery it is a tenth of a second. */
#define SPEED 50

/* The demo bank, which makes its callbacks by itself, and a shop that never
 * asks of its own accord. */
typedef struct {
  TrancheDemoServer *server;
  guint server_port;
  TrancheConnection *connection;
  TrancheSecrets *secrets;
  TrancheCallbackDesk *desk;
} Shop;

static guint
find_free_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_socket_listener_close (listener);

  return port;
}

static TrancheAccount *
make_account (const char *base_url)
{
  TrancheAccount *account = tranche_bank_registry_new_account ("monobank");
  g_autoptr (TrancheAgreement) agreement =
    tranche_agreement_copy (tranche_account_get_agreement (account));

  agreement->callback_port = find_free_port ();
  agreement->callback_url = g_strdup_printf ("http://127.0.0.1:%u/", agreement->callback_port);
  tranche_account_set_agreement (account, agreement);
  tranche_account_set_base_url (account, base_url);
  tranche_account_set_showcase_id (account, TRANCHE_DEMO_STORE_ID);

  return account;
}

static void
shop_open (Shop    *self,
           Fixture *fixture)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (TrancheAccount) account = NULL;
  g_autoptr (TrancheBank) bank = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  options.day = FALSE;
  options.speed = SPEED;
  self->server = tranche_demo_server_new (&options);
  g_assert_true (tranche_demo_server_start (self->server, &error));
  g_assert_no_error (error);
  uri = g_uri_parse (tranche_demo_server_get_base_url (self->server), G_URI_FLAGS_NONE, NULL);
  self->server_port = g_uri_get_port (uri);

  account = make_account (tranche_demo_server_get_base_url (self->server));
  self->secrets = tranche_secrets_new (NULL);
  tranche_secrets_store_async (self->secrets, account, TRANCHE_DEMO_STORE_SECRET, NULL,
                               store_result_cb, &result);
  wait_for_result (&result);

  bank = tranche_bank_registry_build (account, TRANCHE_DEMO_STORE_SECRET);
  self->connection = tranche_connection_new (account);
  tranche_connection_set_bank (self->connection, bank);
  tranche_connection_set_state (self->connection, TRANCHE_CONNECTION_READY);
  g_list_store_append (fixture->connections, self->connection);

  self->desk = tranche_callback_desk_new (fixture->book, fixture->operations, self->secrets);
  WAIT_UNTIL (tranche_connection_get_callback_state (self->connection) ==
              TRANCHE_CALLBACK_LISTENING);
}

static void
shop_close (Shop    *self,
            Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&self->desk));
  g_list_store_remove (fixture->connections, 1);
  g_clear_object (&self->connection);
  g_clear_object (&self->secrets);
  tranche_demo_server_stop (self->server);
  g_clear_object (&self->server);
}

static gint64
create (Shop       *self,
        Fixture    *fixture,
        const char *number,
        const char *phone)
{
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("UAH");
  TrancheMoney price = tranche_money (100050, "UAH");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Диван", 1, &price, NULL, NULL);
  TrancheCustomer customer = { .phone = (char *) phone };
  TrancheSale sale = { .invoice_number = (char *) "7", .invoice_date = (char *) "2026-03-01",
                       .parts = 3 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_draft_set_number (draft, number);
  tranche_order_draft_set_product_code (draft, "payment_installments");
  tranche_order_draft_add_item (draft, item);
  tranche_order_draft_set_customer (draft, &customer);
  tranche_order_draft_set_sale (draft, &sale);

  tranche_operations_create_async (fixture->operations, self->connection, draft, 0, NULL,
                                   store_result_cb, &result);
  wait_for_result (&result);
  order = tranche_operations_create_finish (fixture->operations, result, &error);
  g_assert_no_error (error);

  return tranche_order_get_id (order);
}

static TrancheStage
get_stage (Fixture *fixture,
           gint64   id)
{
  g_autoptr (TrancheOrder) order = fixture_load (fixture, id);

  return tranche_order_get_stage (order);
}

/* Whether the bank's one order was called back about, and that was taken. */
static gboolean
is_delivered (Shop *self)
{
  g_autofree char *answer = NULL;

  raw_visit_once (self->server_port,
                  "GET /demo/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                  &answer);

  return strstr (answer, "\"callbacks\":1") != NULL;
}

/* What another hand has signed is taken, and the order is as the bank has it. */
static void
test_delivered (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct {
    const char *phone;
    TrancheStage stage;
  } customers[] = {
    { "+380500000004", TRANCHE_STAGE_READY },
    { "+380500000003", TRANCHE_STAGE_REJECTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (customers); i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);
    Shop shop = { 0 };
    gint64 id;

    shop_open (&shop, fixture);
    id = create (&shop, fixture, number, customers[i].phone);
    WAIT_UNTIL (is_delivered (&shop));
    WAIT_UNTIL (get_stage (fixture, id) == customers[i].stage);
    shop_close (&shop, fixture);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/callback-demo/delivered", Fixture, NULL, fixture_set_up, test_delivered,
              fixture_tear_down);

  return g_test_run ();
}
