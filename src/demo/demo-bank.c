/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-bank.h"

#include "demo/demo-credentials.h"

struct _TrancheDemoBank {
  TrancheDemoClock clock;
  guint32 seed;
  gboolean customers;
  gboolean auto_commit;

  /* Owns the orders, oldest first. */
  GPtrArray *orders;
  /* From a number to a GPtrArray of the orders with it: one for each showcase
   * and world at most. */
  GHashTable *by_number;
  GHashTable *by_id;
};

static const char *const showcases[] = {
  TRANCHE_DEMO_SHOWCASE_ID,
  TRANCHE_DEMO_OTHER_SHOWCASE_ID,
};

TrancheDemoBank *
tranche_demo_bank_new (guint32  seed,
                       double   speed,
                       gboolean customers,
                       gboolean auto_commit)
{
  TrancheDemoBank *self = g_new0 (TrancheDemoBank, 1);

  self->clock.speed = speed;
  self->seed = seed;
  self->customers = customers;
  self->auto_commit = auto_commit;
  self->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_demo_order_free);
  self->by_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
tranche_demo_bank_free (TrancheDemoBank *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_number);
  g_ptr_array_unref (self->orders);
  g_free (self);
}

const TrancheDemoClock *
tranche_demo_bank_get_clock (TrancheDemoBank *self)
{
  return &self->clock;
}

GRand *
tranche_demo_bank_new_random (TrancheDemoBank *self,
                              const char      *name)
{
  guint32 seeds[] = { self->seed, g_str_hash (name) };

  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

gboolean
tranche_demo_bank_has_showcase (TrancheDemoBank *self,
                                const char      *shop_id,
                                const char      *showcase_id)
{
  if (!g_str_equal (shop_id, TRANCHE_DEMO_SHOP_ID))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (showcases); i++) {
    if (g_str_equal (showcases[i], showcase_id))
      return TRUE;
  }

  return FALSE;
}

const char *
tranche_demo_bank_authenticate (TrancheDemoBank *self,
                                const char      *login,
                                const char      *password,
                                gboolean        *demo)
{
  if (!g_str_equal (password, TRANCHE_DEMO_PASSWORD))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (showcases); i++) {
    g_autofree char *demo_login = g_strconcat (TRANCHE_DEMO_LOGIN_PREFIX, showcases[i], NULL);

    *demo = g_str_equal (login, demo_login);
    if (*demo || g_str_equal (login, showcases[i]))
      return showcases[i];
  }

  return NULL;
}

char *
tranche_demo_bank_make_id (GRand    *random,
                           gboolean  demo)
{
  guint32 a = g_rand_int (random);
  guint32 b = g_rand_int (random);
  guint32 c = g_rand_int (random);
  guint32 d = g_rand_int (random);

  return g_strdup_printf ("%s%08x-%04x-4%03x-%04x-%04x%08x",
                          demo ? "demo-" : "",
                          a, b >> 16, b & 0xfff, (c >> 16 & 0x3fff) | 0x8000, c & 0xffff, d);
}

TrancheDemoOrder *
tranche_demo_bank_open (TrancheDemoBank        *self,
                        TrancheDemoApplication *application,
                        gboolean                demo)
{
  gint64 now = tranche_demo_clock_now (&self->clock);
  g_autofree char *serial = g_strdup_printf ("order without number %u", self->orders->len);
  g_autofree char *name = g_strdup_printf ("%d %s %s", demo, application->showcase_id,
                                           application->number ? application->number : serial);
  g_autoptr (GRand) random = tranche_demo_bank_new_random (self, name);
  g_autofree char *id = tranche_demo_bank_make_id (random, demo);
  TrancheDemoCustomer *customer = tranche_demo_customer_new (application, random);
  TrancheDemoOrder *order;

  if (self->customers)
    tranche_demo_customer_plan (customer, &self->clock, random, now, now, 0, 0);
  if (application->initial_stage)
    tranche_demo_customer_skip_to (customer, application->initial_stage, now);

  order = tranche_demo_order_new (id, demo, application, customer, now);
  tranche_demo_bank_add (self, order);

  return order;
}

void
tranche_demo_bank_add (TrancheDemoBank  *self,
                       TrancheDemoOrder *order)
{
  gint64 now = tranche_demo_clock_now (&self->clock);
  GPtrArray *namesakes = g_hash_table_lookup (self->by_number, order->number);

  if (!namesakes) {
    namesakes = g_ptr_array_new ();
    g_hash_table_insert (self->by_number, g_strdup (order->number), namesakes);
  }

  if (!self->customers)
    tranche_demo_customer_stop (order->customer, now);

  order->auto_commit = self->auto_commit;
  tranche_demo_order_advance (order, now);
  g_ptr_array_add (namesakes, order);
  g_ptr_array_add (self->orders, order);
  g_hash_table_insert (self->by_id, order->id, order);
}

TrancheDemoOrder *
tranche_demo_bank_find (TrancheDemoBank *self,
                        const char      *showcase_id,
                        gboolean         demo,
                        const char      *number)
{
  GPtrArray *namesakes = g_hash_table_lookup (self->by_number, number);

  for (guint i = 0; namesakes && i < namesakes->len; i++) {
    TrancheDemoOrder *order = g_ptr_array_index (namesakes, i);

    if (order->demo == demo &&
        (!showcase_id || g_str_equal (order->application->showcase_id, showcase_id))) {
      tranche_demo_order_advance (order, tranche_demo_clock_now (&self->clock));
      return order;
    }
  }

  return NULL;
}

gboolean
tranche_demo_bank_is_known (TrancheDemoBank *self,
                            const char      *number)
{
  return g_hash_table_contains (self->by_number, number);
}

TrancheDemoOrder *
tranche_demo_bank_find_by_id (TrancheDemoBank *self,
                              const char      *id)
{
  TrancheDemoOrder *order = g_hash_table_lookup (self->by_id, id);

  if (order)
    tranche_demo_order_advance (order, tranche_demo_clock_now (&self->clock));

  return order;
}

GPtrArray *
tranche_demo_bank_get_orders (TrancheDemoBank *self)
{
  gint64 now = tranche_demo_clock_now (&self->clock);

  for (guint i = 0; i < self->orders->len; i++)
    tranche_demo_order_advance (g_ptr_array_index (self->orders, i), now);

  return self->orders;
}
