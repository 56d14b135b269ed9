/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-bank.h"

#include "demo/demo-credentials.h"

/* How often one phone may be looked for in a minute. */
#define MAX_QUESTIONS 10

/* More than a shop can ask for in a minute; then those who were not asked for
 * lately are forgotten. */
#define MAX_PHONES 10000

typedef struct {
  /* The minute that is counted, of the monotonic clock, and the questions in it. */
  gint64 minute_start;
  guint n_questions;
  /* When the customer was invited, or 0. */
  gint64 invited_at;
} Phone;

struct _TrancheDemoCfrontBank {
  TrancheDemoClock clock;
  guint32 seed;
  gboolean customers;
  TrancheDemoCfrontChanged changed;
  gpointer user_data;

  /* Owns the orders, oldest first. */
  GPtrArray *orders;
  /* From "store number" to an order. */
  GHashTable *by_name;
  GHashTable *by_id;
  /* From a phone to a Phone. */
  GHashTable *phones;
};

static const struct {
  const char *id;
  gboolean may_create;
} stores[] = {
  { TRANCHE_DEMO_STORE_ID, TRUE },
  { TRANCHE_DEMO_OTHER_STORE_ID, TRUE },
  { TRANCHE_DEMO_CLOSED_STORE_ID, FALSE },
};

static const char *const points[] = {
  "POINT-001", "POINT-002", "POINT-003", "POINT-004", "POINT-005", NULL
};

TrancheDemoCfrontBank *
tranche_demo_cfront_bank_new (guint32  seed,
                              double   speed,
                              gboolean customers)
{
  TrancheDemoCfrontBank *self = g_new0 (TrancheDemoCfrontBank, 1);

  self->clock.speed = speed;
  self->seed = seed;
  self->customers = customers;
  self->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_demo_cfront_order_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
tranche_demo_cfront_bank_free (TrancheDemoCfrontBank *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->phones);
  g_ptr_array_unref (self->orders);
  g_free (self);
}

void
tranche_demo_cfront_bank_set_changed (TrancheDemoCfrontBank    *self,
                                      TrancheDemoCfrontChanged  changed,
                                      gpointer                  user_data)
{
  self->changed = changed;
  self->user_data = user_data;
}

gint64
tranche_demo_cfront_bank_now (TrancheDemoCfrontBank *self)
{
  return tranche_demo_clock_now (&self->clock);
}

const TrancheDemoClock *
tranche_demo_cfront_bank_get_clock (TrancheDemoCfrontBank *self)
{
  return &self->clock;
}

GRand *
tranche_demo_cfront_bank_new_random (TrancheDemoCfrontBank *self,
                                     const char            *name)
{
  guint32 seeds[] = { self->seed, g_str_hash ("cfront"), g_str_hash (name) };

  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

static gboolean
find_store (const char *store_id,
            gboolean   *may_create)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stores); i++) {
    if (g_str_equal (stores[i].id, store_id)) {
      *may_create = stores[i].may_create;
      return TRUE;
    }
  }

  return FALSE;
}

const char *
tranche_demo_cfront_bank_get_secret (const char *store_id)
{
  gboolean may_create;

  return find_store (store_id, &may_create) ? TRANCHE_DEMO_STORE_SECRET : NULL;
}

gboolean
tranche_demo_cfront_bank_may_create (const char *store_id)
{
  gboolean may_create;

  return find_store (store_id, &may_create) && may_create;
}

gboolean
tranche_demo_cfront_bank_has_point (const char *point_id)
{
  return point_id && g_strv_contains (points, point_id);
}

const char *const *
tranche_demo_cfront_bank_get_points (void)
{
  return points;
}

static gboolean
is_old (gpointer key,
        gpointer value,
        gpointer user_data)
{
  const Phone *phone = value;
  const gint64 *now = user_data;

  return *now - phone->minute_start >= TRANCHE_DEMO_MINUTE * G_USEC_PER_SEC;
}

static Phone *
get_phone (TrancheDemoCfrontBank *self,
           const char            *number)
{
  Phone *phone = g_hash_table_lookup (self->phones, number);
  gint64 now = g_get_monotonic_time ();

  if (phone)
    return phone;

  if (g_hash_table_size (self->phones) >= MAX_PHONES)
    g_hash_table_foreach_remove (self->phones, is_old, &now);

  phone = g_new0 (Phone, 1);
  phone->minute_start = now;
  g_hash_table_insert (self->phones, g_strdup (number), phone);

  return phone;
}

gboolean
tranche_demo_cfront_bank_is_pestered (TrancheDemoCfrontBank *self,
                                      const char            *phone)
{
  Phone *entry = get_phone (self, phone);
  gint64 now = g_get_monotonic_time ();

  if (now - entry->minute_start >= TRANCHE_DEMO_MINUTE * G_USEC_PER_SEC) {
    entry->minute_start = now;
    entry->n_questions = 0;
  }

  return ++entry->n_questions > MAX_QUESTIONS;
}

static gboolean
is_registered (TrancheDemoCfrontBank *self,
               const char            *phone,
               gint64                 now)
{
  const Phone *entry = g_hash_table_lookup (self->phones, phone);
  gint64 span = (gint64) ((double) (TRANCHE_DEMO_CFRONT_REGISTRATION_TIME * G_USEC_PER_SEC) /
                          self->clock.speed);

  return self->customers && entry && entry->invited_at > 0 && now - entry->invited_at >= span;
}

gboolean
tranche_demo_cfront_bank_find_client (TrancheDemoCfrontBank *self,
                                      const char            *phone)
{
  gint64 now = tranche_demo_clock_now (&self->clock);
  Phone *entry;

  switch (tranche_demo_cfront_path_of_phone (phone)->client) {
  case TRANCHE_DEMO_CFRONT_CLIENT_KNOWN:
    return TRUE;

  case TRANCHE_DEMO_CFRONT_CLIENT_UNKNOWN:
    return FALSE;

  case TRANCHE_DEMO_CFRONT_CLIENT_INVITED:
  default:
    if (is_registered (self, phone, now))
      return TRUE;
    entry = get_phone (self, phone);
    if (entry->invited_at == 0)
      entry->invited_at = now;
    return FALSE;
  }
}

/* Somebody who has not registered yet is as unknown as others. */
static const TrancheDemoCfrontPath *
choose_path (TrancheDemoCfrontBank *self,
             const char            *phone,
             gint64                 now)
{
  const TrancheDemoCfrontPath *path = tranche_demo_cfront_path_of_phone (phone);

  if (path->client == TRANCHE_DEMO_CFRONT_CLIENT_INVITED && !is_registered (self, phone, now))
    return tranche_demo_cfront_path_of_phone ("9");

  return path;
}

static char *
make_name (const char *store_id,
           const char *number)
{
  return g_strconcat (store_id, " ", number, NULL);
}

TrancheDemoCfrontOrder *
tranche_demo_cfront_bank_open (TrancheDemoCfrontBank        *self,
                               TrancheDemoCfrontApplication *application)
{
  gint64 now = tranche_demo_clock_now (&self->clock);
  g_autofree char *name = make_name (application->store_id, application->number);
  g_autoptr (GRand) random = tranche_demo_cfront_bank_new_random (self, name);
  TrancheDemoCfrontOrder *order =
    tranche_demo_cfront_order_new (application, choose_path (self, application->phone, now),
                                   &self->clock, random, now, now, 0);

  if (!self->customers)
    tranche_demo_cfront_order_leave_alone (order);
  tranche_demo_cfront_bank_add (self, order);

  return order;
}

void
tranche_demo_cfront_bank_add (TrancheDemoCfrontBank  *self,
                              TrancheDemoCfrontOrder *order)
{
  gint64 now = tranche_demo_clock_now (&self->clock);

  g_ptr_array_add (self->orders, order);
  g_hash_table_insert (self->by_id, order->id, order);
  g_hash_table_insert (self->by_name,
                       make_name (order->application->store_id, order->application->number),
                       order);

  tranche_demo_cfront_order_set_changed (order, self->changed, self->user_data);
  tranche_demo_cfront_order_advance (order, now);
  if (!self->customers)
    tranche_demo_cfront_order_leave_alone (order);
  if (self->changed)
    self->changed (order, self->user_data);
}

static TrancheDemoCfrontOrder *
bring_up_to_date (TrancheDemoCfrontBank  *self,
                  TrancheDemoCfrontOrder *order)
{
  if (order)
    tranche_demo_cfront_order_advance (order, tranche_demo_clock_now (&self->clock));

  return order;
}

TrancheDemoCfrontOrder *
tranche_demo_cfront_bank_find (TrancheDemoCfrontBank *self,
                               const char            *store_id,
                               const char            *number)
{
  TrancheDemoCfrontOrder *order = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (stores) && !order; i++) {
    g_autofree char *name = make_name (stores[i].id, number);

    if (!store_id || g_str_equal (stores[i].id, store_id))
      order = g_hash_table_lookup (self->by_name, name);
  }

  return bring_up_to_date (self, order);
}

TrancheDemoCfrontOrder *
tranche_demo_cfront_bank_find_by_id (TrancheDemoCfrontBank *self,
                                     const char            *store_id,
                                     const char            *id)
{
  g_autofree char *lower = g_ascii_strdown (id, -1);
  TrancheDemoCfrontOrder *order = g_hash_table_lookup (self->by_id, lower);

  if (order && !g_str_equal (order->application->store_id, store_id))
    return NULL;

  return bring_up_to_date (self, order);
}

GPtrArray *
tranche_demo_cfront_bank_get_orders (TrancheDemoCfrontBank *self)
{
  for (guint i = 0; i < self->orders->len; i++)
    bring_up_to_date (self, g_ptr_array_index (self->orders, i));

  return self->orders;
}
