/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/demo-session.h"

#include "core/order.h"
#include "demo/demo-server.h"
#include "model/bank-registry.h"
#include "model/demo-folder.h"

/* A customer's minutes at the bank pass in seconds. */
#define SPEED 20.0

#define TBANK  "tbank"
#define GLOBUS "globus"

/* All that the demo bank of the dialect offers, for there is somebody to learn it. */
#define GLOBUS_SERVICES \
  (TRANCHE_SERVICE_CUSTOMER | TRANCHE_SERVICE_LETTER_CONTRACT | TRANCHE_SERVICE_LETTER_PDF | \
   TRANCHE_SERVICE_DETAILS | TRANCHE_SERVICE_RETURN | TRANCHE_SERVICE_REPORT)

struct _TrancheDemoSession {
  GObject parent_instance;

  char *folder;
  char *path;
  TrancheDemoServer *server;
};

G_DEFINE_FINAL_TYPE (TrancheDemoSession, tranche_demo_session, G_TYPE_OBJECT)

static void
tranche_demo_session_finalize (GObject *object)
{
  TrancheDemoSession *self = TRANCHE_DEMO_SESSION (object);

  if (self->server != NULL)
    tranche_demo_server_stop (self->server);
  g_clear_object (&self->server);

  if (self->folder != NULL)
    tranche_demo_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (tranche_demo_session_parent_class)->finalize (object);
}

static void
tranche_demo_session_class_init (TrancheDemoSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_demo_session_finalize;
}

static void
tranche_demo_session_init (TrancheDemoSession *self)
{
}

TrancheDemoSession *
tranche_demo_session_new (GError **error)
{
  g_autoptr (TrancheDemoSession) self = g_object_new (TRANCHE_TYPE_DEMO_SESSION, NULL);
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  tranche_demo_folder_remove_stale ();
  self->folder = tranche_demo_folder_make (error);
  if (self->folder == NULL)
    return NULL;

  self->path = g_build_filename (self->folder, "orders.db", NULL);

  options.speed = SPEED;
  self->server = tranche_demo_server_new (&options);
  if (!tranche_demo_server_start (self->server, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
tranche_demo_session_get_path (TrancheDemoSession *self)
{
  return self->path;
}

static TrancheAccount *
new_tbank_account (TrancheDemoSession *self)
{
  TrancheAccount *account = tranche_bank_registry_new_account (TBANK);
  g_autoptr (GPtrArray) products = tranche_demo_server_dup_products (self->server);

  tranche_account_set_name (account, "T-Bank (demo)");
  tranche_account_set_base_url (account, tranche_demo_server_get_base_url (self->server));
  tranche_account_set_shop_id (account, TRANCHE_DEMO_SHOP_ID);
  tranche_account_set_showcase_id (account, TRANCHE_DEMO_SHOWCASE_ID);
  tranche_account_set_products (account, products);

  return account;
}

static TrancheAccount *
new_globus_account (TrancheDemoSession *self)
{
  TrancheAccount *account = tranche_bank_registry_new_account (GLOBUS);
  g_autoptr (GPtrArray) products = tranche_demo_server_dup_cfront_products (self->server);
  const char *const *points = tranche_demo_server_get_cfront_points (self->server);
  g_autoptr (TrancheAgreement) agreement =
    tranche_agreement_copy (tranche_account_get_agreement (account));

  agreement->services = GLOBUS_SERVICES;
  for (guint i = 0; points[i] != NULL; i++)
    g_ptr_array_add (agreement->points_of_sale, tranche_point_of_sale_new (points[i], NULL));

  tranche_account_set_name (account, "Globus (demo)");
  tranche_account_set_base_url (account, tranche_demo_server_get_base_url (self->server));
  tranche_account_set_showcase_id (account, TRANCHE_DEMO_STORE_ID);
  tranche_account_set_products (account, products);
  tranche_account_set_agreement (account, agreement);

  return account;
}

GPtrArray *
tranche_demo_session_make_accounts (TrancheDemoSession *self)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (accounts, new_tbank_account (self));
  g_ptr_array_add (accounts, new_globus_account (self));

  return accounts;
}

static gboolean
is_globus (TrancheAccount *account)
{
  return g_str_equal (tranche_account_get_bank (account), GLOBUS);
}

const char *
tranche_demo_session_get_secret (TrancheDemoSession *self,
                                 TrancheAccount     *account)
{
  return is_globus (account) ? TRANCHE_DEMO_STORE_SECRET : TRANCHE_DEMO_PASSWORD;
}

GPtrArray *
tranche_demo_session_make_orders (TrancheDemoSession *self,
                                  TrancheAccount     *account)
{
  GPtrArray *orders = is_globus (account) ? tranche_demo_server_dup_cfront_day (self->server)
                                          : tranche_demo_server_dup_day (self->server);

  for (guint i = 0; i < orders->len; i++)
    tranche_order_set_account_id (g_ptr_array_index (orders, i), tranche_account_get_id (account));

  return orders;
}
