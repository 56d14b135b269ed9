/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-maker.h"

#include "book-customer.h"
#include "book-index.h"
#include "book-order.h"
#include "book-past.h"

#include "demo/demo-cfront-goods.h"
#include "demo/demo-goods.h"
#include "model/bank-registry.h"
#include "store/account-table.h"
#include "store/book-file.h"
#include "store/order-table.h"
#include "store/schema.h"
#include "store/warning-table.h"

#define DAYS 730
/* The shop opens at nine, for so long. */
#define OPENS (9 * G_TIME_SPAN_HOUR)
#define OPEN_FOR (12 * G_TIME_SPAN_HOUR)
/* Of the newest orders one stands in each stage. */
#define NEWEST TRANCHE_N_STAGES
/* Orders that a customer makes in two years. */
#define ORDERS_PER_CUSTOMER 3

/* The file is of no use until it is whole: nothing has to survive a power cut. */
static const char setup[] =
  "PRAGMA journal_mode = OFF;"
  "PRAGMA synchronous = OFF;"
  "PRAGMA locking_mode = EXCLUSIVE;"
  "PRAGMA cache_size = -262144;"
  "PRAGMA temp_store = MEMORY;";

/* Nobody listens at the address: whoever opens the book asks no bank. */
static const struct {
  const char *bank;
  const char *id;
  const char *name;
  int share; /* of a hundred orders */
} shops[] = {
  { "tbank", "5f0b1f5e-7a53-4c4b-9d0e-0d6d8f4c1a01", "Т-Банк, Мебель Парк", 50 },
  { "globus", "5f0b1f5e-7a53-4c4b-9d0e-0d6d8f4c1a02", "Глобус, Львів", 20 },
  { "monobank", "5f0b1f5e-7a53-4c4b-9d0e-0d6d8f4c1a03", "monobank, Київ", 30 },
};

#define ADDRESS "http://127.0.0.1:9"

typedef struct {
  const BookPlan *plan;
  TrancheSql *sql;
  GRand *random;
  gint64 now;
  gint64 today; /* its midnight */
  TrancheAccount *accounts[G_N_ELEMENTS (shops)];
} Maker;

static TrancheAccount *
make_account (guint i)
{
  TrancheAccount *account = tranche_bank_registry_new_account (shops[i].bank);

  tranche_account_set_id (account, shops[i].id);
  tranche_account_set_name (account, shops[i].name);
  tranche_account_set_base_url (account, ADDRESS);
  tranche_account_set_shop_id (account, "bench");
  tranche_account_set_showcase_id (account, "bench");
  if (tranche_account_get_products (account)->len == 0) {
    g_autoptr (GPtrArray) products =
      g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);

    g_ptr_array_add (products, tranche_product_new ("parts", "Оплата частинами", "3,6,10,12"));
    tranche_account_set_products (account, products);
  }

  return account;
}

static guint
draw_shop (Maker *self)
{
  int draw = g_rand_int_range (self->random, 0, 100);
  guint i = 0;

  while (draw >= shops[i].share)
    draw -= shops[i++].share;
  return i;
}

/* Orders come one after the other, when the shop is open; those of the last day until now. */
static gint64
place_in_time (Maker *self,
               guint  i)
{
  double moment = (double) i * DAYS / self->plan->n_orders;
  gint64 day = (gint64) moment;
  double share = moment - (double) day;

  if (day == DAYS - 1)
    return self->today + (gint64) (share * (self->now - self->today));

  return self->today - (DAYS - 1 - day) * G_TIME_SPAN_DAY + OPENS + (gint64) (share * OPEN_FOR);
}

/* The same person is a customer again after a while. */
static TrancheCustomer *
find_customer (Maker    *self,
               gboolean  ukrainian)
{
  guint n_customers = MAX (1, self->plan->n_orders / ORDERS_PER_CUSTOMER);
  guint32 customer = g_rand_int_range (self->random, 0, n_customers);
  const guint32 seed[] = { self->plan->seed, customer, ukrainian };
  GRand *random = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
  TrancheCustomer *found = book_customer_make (random, ukrainian);

  g_rand_free (random);
  return found;
}

static GPtrArray *
draw_goods (Maker    *self,
            gboolean  ukrainian)
{
  guint n = ukrainian ? tranche_demo_cfront_goods_count () : tranche_demo_goods_count ();
  guint i = g_rand_int_range (self->random, 0, n);

  return ukrainian ? tranche_demo_cfront_goods_make (i, self->random)
                   : tranche_demo_goods_make (i, self->random);
}

/* Where one of the newest orders stands; otherwise whatever its life brings. */
static gboolean
is_newest (Maker        *self,
           guint         i,
           TrancheStage *stage)
{
  guint left = self->plan->n_orders - i;

  *stage = left - 1;
  return left <= NEWEST;
}

/* Only T-Bank tells that an order was approved and that it cools off. */
static guint
choose_shop (Maker *self,
             guint  i)
{
  guint drawn = draw_shop (self);
  TrancheStage stage;

  return is_newest (self, i, &stage) &&
         (stage == TRANCHE_STAGE_APPROVED || stage == TRANCHE_STAGE_COOLING) ? 0 : drawn;
}

static BookLife *
draw_life (Maker     *self,
           guint      i,
           gboolean   ukrainian,
           GPtrArray *items)
{
  gint64 created_at = place_in_time (self, i);
  TrancheMoney amount = TRANCHE_MONEY_UNSET;
  TrancheStage stage;

  if (is_newest (self, i, &stage))
    return book_life_new_in (self->random, ukrainian, stage, created_at, self->now);

  tranche_order_items_sum (items, ukrainian ? "UAH" : "RUB", &amount, NULL);
  return book_life_new (self->random, ukrainian, amount.minor, created_at, self->now);
}

static gboolean
write_order (Maker   *self,
             guint    i,
             GError **error)
{
  guint shop = choose_shop (self, i);
  gboolean ukrainian = shop > 0;
  g_autoptr (TrancheCustomer) customer = find_customer (self, ukrainian);
  g_autoptr (GPtrArray) items = draw_goods (self, ukrainian);
  g_autoptr (BookLife) life = draw_life (self, i, ukrainian, items);
  g_autoptr (TrancheOrder) order =
    book_order_make (self->random, self->accounts[shop], customer, items, life, self->now);
  gint64 id;

  if (!tranche_order_table_insert (self->sql, order, &id, error))
    return FALSE;

  tranche_order_set_id (order, id);
  return book_past_write (self->sql, order, life, error);
}

static gboolean
write_orders (Maker   *self,
              GError **error)
{
  for (guint i = 0; i < self->plan->n_orders; i++) {
    if (!write_order (self, i, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
write_all (Maker   *self,
           GError **error)
{
  g_autoptr (GPtrArray) put_off = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  if (!tranche_sql_execute (self->sql, "BEGIN", error))
    return FALSE;
  put_off = book_index_put_off (self->sql, error);
  if (!put_off)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shops); i++) {
    if (!tranche_account_table_save (self->sql, self->accounts[i], error))
      return FALSE;
  }
  if (!write_orders (self, error) || !book_index_make (self->sql, put_off, error))
    return FALSE;

  /* Of these the shop was told. */
  warnings = tranche_warning_table_take (self->sql, self->now, error);
  return warnings && tranche_sql_execute (self->sql, "COMMIT", error);
}

static gint64
get_midnight (GDateTime *now)
{
  g_autoptr (GDateTime) midnight =
    g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (now),
                     g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);

  return g_date_time_to_unix_usec (midnight);
}

static TrancheSql *
open_sql (TrancheBookFile  *file,
          GError          **error)
{
  const char *path = tranche_book_file_get_path (file);
  g_autoptr (TrancheSql) sql = NULL;
  gsize n_migrations;
  const TrancheMigration *migrations = tranche_schema_get_migrations (&n_migrations);

  if (!tranche_book_file_get_new (file)) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS,
                 "%s: there is a book already", path);
    return NULL;
  }

  sql = tranche_sql_open (path, SQLITE_OPEN_READWRITE, error);
  if (!sql || !tranche_sql_execute (sql, setup, error) ||
      !tranche_schema_migrate (sql, migrations, n_migrations, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&sql);
}

gboolean
book_maker_write (const char      *path,
                  const BookPlan  *plan,
                  GError         **error)
{
  g_autoptr (TrancheBookFile) file = tranche_book_file_open (path, error);
  g_autoptr (TrancheSql) sql = file ? open_sql (file, error) : NULL;
  Maker self = { plan, sql };
  gboolean written;

  if (!sql)
    return FALSE;

  self.random = g_rand_new_with_seed (plan->seed);
  self.now = g_date_time_to_unix_usec (plan->now);
  self.today = get_midnight (plan->now);
  for (guint i = 0; i < G_N_ELEMENTS (shops); i++)
    self.accounts[i] = make_account (i);

  written = write_all (&self, error);

  for (guint i = 0; i < G_N_ELEMENTS (shops); i++)
    g_object_unref (self.accounts[i]);
  g_rand_free (self.random);
  return written;
}
