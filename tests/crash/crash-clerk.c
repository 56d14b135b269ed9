/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crash-clerk.h"

#include "model/draft-order.h"

#include <stdio.h>

#define N_HANDS    6
#define MAX_ORDERS 16
#define MAX_PAUSE  15

struct _CrashClerk {
  CrashShop *shop;
  GRand *random;
  /* The orders of the book as they are now, by their ids. */
  GHashTable *orders;
  GPtrArray *ids;
};

/* One thing that is being done. */
typedef struct {
  CrashClerk *clerk;
  const char *word;
  char *number;
} Deed;

static void act (CrashClerk *self);

static Deed *
deed_new (CrashClerk   *clerk,
          const char   *word,
          TrancheOrder *order)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->clerk = clerk;
  deed->word = word;
  deed->number = g_strdup (order != NULL ? tranche_order_get_number (order) : NULL);

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_free (deed->number);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static void
put_order (CrashClerk   *self,
           TrancheOrder *order)
{
  gint64 id = tranche_order_get_id (order);

  if (!g_hash_table_contains (self->orders, &id))
    g_ptr_array_add (self->ids, g_memdup2 (&id, sizeof id));
  g_hash_table_replace (self->orders, g_memdup2 (&id, sizeof id), g_object_ref (order));
}

static void
changed_cb (TrancheOrderBook *book,
            TrancheOrder     *after,
            TrancheOrder     *before,
            CrashClerk       *self)
{
  put_order (self, after);
}

static void
removed_cb (TrancheOrderBook *book,
            gint64            id,
            CrashClerk       *self)
{
  guint position;

  g_hash_table_remove (self->orders, &id);
  if (g_ptr_array_find_with_equal_func (self->ids, &id, g_int64_equal, &position))
    g_ptr_array_remove_index (self->ids, position);
}

CrashClerk *
crash_clerk_new (CrashShop *shop,
                 guint32    seed)
{
  CrashClerk *self = g_new0 (CrashClerk, 1);
  g_autoptr (GPtrArray) orders = crash_shop_load_all (shop);

  self->shop = shop;
  self->random = g_rand_new_with_seed (seed);
  self->orders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < orders->len; i++)
    put_order (self, g_ptr_array_index (orders, i));

  g_signal_connect (shop->book, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (shop->book, "removed", G_CALLBACK (removed_cb), self);

  return self;
}

void
crash_clerk_free (CrashClerk *self)
{
  g_signal_handlers_disconnect_by_data (self->shop->book, self);
  g_hash_table_unref (self->orders);
  g_ptr_array_unref (self->ids);
  g_rand_free (self->random);
  g_free (self);
}

static void
act_cb (gpointer user_data)
{
  act (user_data);
}

static void
act_soon (CrashClerk *self)
{
  g_timeout_add_once (g_rand_int_range (self->random, 0, MAX_PAUSE), act_cb, self);
}

/* Whoever was told so relies on it, so it is said at once. */
static void
claim (Deed *deed)
{
  printf ("done %s %s\n", deed->word, deed->number);
  fflush (stdout);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (TrancheOrder) order =
    tranche_operations_create_finish (TRANCHE_OPERATIONS (source), result, NULL);

  if (order != NULL) {
    g_set_str (&deed->number, tranche_order_get_number (order));
    claim (deed);
  }
  act_soon (deed->clerk);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (TrancheOrder) order =
    tranche_operations_commit_finish (TRANCHE_OPERATIONS (source), result, NULL);

  if (order != NULL)
    claim (deed);
  act_soon (deed->clerk);
}

static void
canceled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (TrancheOrder) order =
    tranche_operations_cancel_finish (TRANCHE_OPERATIONS (source), result, NULL);

  if (order != NULL)
    claim (deed);
  act_soon (deed->clerk);
}

static void
returned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (TrancheOrder) order =
    tranche_operations_return_finish (TRANCHE_OPERATIONS (source), result, NULL);

  if (order != NULL)
    claim (deed);
  act_soon (deed->clerk);
}

static void
return_repeated_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (TrancheOrder) order =
    tranche_operations_repeat_return_finish (TRANCHE_OPERATIONS (source), result, NULL);

  if (order != NULL)
    claim (deed);
  act_soon (deed->clerk);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (TrancheOrder) order =
    tranche_operations_refresh_finish (TRANCHE_OPERATIONS (source), result, NULL);

  act_soon (deed->clerk);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;

  if (tranche_operations_delete_finish (TRANCHE_OPERATIONS (source), result, NULL))
    claim (deed);
  act_soon (deed->clerk);
}

/* The last digits of the phone decide what the customer does: most sign. */
static const struct {
  const char *currency;
  const char *product;
  const char *phone;
  const char *digits;
} habits[] = {
  { "RUB", "default", "+7999888776", "0001111777459" },
  { "UAH", "payment_installments", "+38050123454", "4444444412356" },
};

static void
set_sale (TrancheOrderDraft *draft)
{
  g_autoptr (TrancheSale) sale = tranche_sale_new ();

  sale->invoice_number = g_strdup ("17");
  sale->invoice_date = g_strdup ("2026-03-14");
  sale->point_code = g_strdup ("1");
  sale->parts = 3;
  tranche_order_draft_set_sale (draft, sale);
}

static TrancheOrderDraft *
new_draft (CrashClerk *self,
           gsize       habit)
{
  const char *digits = habits[habit].digits;
  char digit = digits[g_rand_int_range (self->random, 0, strlen (digits))];
  const char *currency = habits[habit].currency;
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  TrancheOrderDraft *draft = tranche_order_draft_new (currency);
  TrancheMoney price = tranche_money (g_rand_int_range (self->random, 500000, 9000000), currency);
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Sofa", 1, &price, NULL, NULL);

  customer->phone = g_strdup_printf ("%s%c", habits[habit].phone, digit);
  tranche_order_draft_set_product_code (draft, habits[habit].product);
  tranche_order_draft_set_customer (draft, customer);
  tranche_order_draft_add_item (draft, item);
  set_sale (draft);

  return draft;
}

static void
create (CrashClerk *self)
{
  gsize habit = g_rand_int_range (self->random, 0, G_N_ELEMENTS (habits));
  g_autoptr (TrancheConnection) connection =
    g_list_model_get_item (self->shop->connections, habit);
  g_autoptr (TrancheOrderDraft) draft = new_draft (self, habit);

  tranche_operations_create_async (self->shop->operations, connection, draft, 0, NULL,
                                   created_cb, deed_new (self, "create", NULL));
}

static void
handle_draft (CrashClerk   *self,
              TrancheOrder *order)
{
  g_autoptr (TrancheOrderDraft) draft = NULL;

  if (g_rand_int_range (self->random, 0, 6) == 0) {
    tranche_operations_delete_async (self->shop->operations, order, NULL, deleted_cb,
                                     deed_new (self, "delete", order));
    return;
  }

  draft = tranche_draft_order_to_draft (order);
  tranche_operations_create_async (self->shop->operations,
                                   tranche_operations_find_connection (self->shop->operations,
                                                                       order),
                                   draft,
                                   tranche_order_get_id (order), NULL,
                                   created_cb, deed_new (self, "create", order));
}

static void
handle_return (CrashClerk   *self,
               TrancheOrder *order)
{
  TrancheOperations *operations = self->shop->operations;
  const TrancheMoney *amount = tranche_order_get_amount (order);
  TrancheMoney part = tranche_money (amount->minor / g_rand_int_range (self->random, 1, 4),
                                     amount->currency);

  if (tranche_operations_get_current (operations, tranche_order_get_id (order)) ==
      TRANCHE_OPERATION_RETURN)
    tranche_operations_repeat_return_async (operations, order, NULL, return_repeated_cb,
                                            deed_new (self, "return", order));
  else
    tranche_operations_return_async (operations, order, &part,
                                     g_rand_boolean (self->random), NULL, returned_cb,
                                     deed_new (self, "return", order));
}

/* Without a look at whether it makes sense: refusing that is the model's. */
static void
handle_order (CrashClerk   *self,
              TrancheOrder *order)
{
  TrancheOperations *operations = self->shop->operations;
  int luck = g_rand_int_range (self->random, 0, 100);

  if (luck < 50)
    tranche_operations_commit_async (operations, order, NULL, committed_cb,
                                     deed_new (self, "commit", order));
  else if (luck < 65)
    tranche_operations_cancel_async (operations, order, NULL, canceled_cb,
                                     deed_new (self, "cancel", order));
  else
    tranche_operations_refresh_async (operations, order, TRANCHE_PRIORITY_USER, NULL, refreshed_cb,
                                      deed_new (self, "refresh", order));
}

static void
act (CrashClerk *self)
{
  g_autoptr (TrancheOrder) order = NULL;
  guint n_orders = self->ids->len;

  if (n_orders < MAX_ORDERS &&
      (n_orders == 0 || g_rand_int_range (self->random, 0, 3) == 0)) {
    create (self);
    return;
  }

  order = g_object_ref (g_hash_table_lookup (
    self->orders, g_ptr_array_index (self->ids, g_rand_int_range (self->random, 0, n_orders))));
  if (tranche_order_get_stage (order) == TRANCHE_STAGE_DRAFT)
    handle_draft (self, order);
  else if (tranche_order_get_stage (order) == TRANCHE_STAGE_COMMITTED &&
           g_rand_boolean (self->random))
    handle_return (self, order);
  else
    handle_order (self, order);
}

void
crash_clerk_work (CrashClerk *self)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  for (guint i = 0; i < N_HANDS; i++)
    act_soon (self);
  g_main_loop_run (loop);
}
