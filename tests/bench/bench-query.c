/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks the book for the first page of every view in every order, with filters and with
 * searches, and tells what the thread that answers works for each. What takes longer
 * than --slow milliseconds is named too, on the error output. */

#include "bench-book.h"
#include "sampler.h"

#include "store/order-select.h"

#include <locale.h>

#include <locale.h>

#define PAGE 40
#define RUNS 3

static char *path;
static int n_runs = RUNS;
static double slow = G_MAXDOUBLE;

typedef struct {
  TrancheSql *sql;
  GDateTime *now;
  char *account_id;
} Asker;

static const char *const sortings[] = {
  [TRANCHE_SORT_URGENCY] = "urgency",
  [TRANCHE_SORT_CREATED] = "date",
  [TRANCHE_SORT_STAGE] = "stage",
  [TRANCHE_SORT_NUMBER] = "number",
  [TRANCHE_SORT_CUSTOMER] = "customer",
  [TRANCHE_SORT_AMOUNT] = "amount",
  [TRANCHE_SORT_DEADLINE] = "deadline",
  [TRANCHE_SORT_CHECKED] = "last checked",
  [TRANCHE_SORT_ACCOUNT] = "account",
};

/* Fields of an order that are typed, and how many of their letters. */
static const struct {
  const char *figure;
  const char *part;
} searches[] = {
  { "search: beginning of a name", "substr (last_name, 1, 3)" },
  { "search: a name", "last_name" },
  { "search: two names", "last_name || ' ' || first_name" },
  { "search: one letter", "substr (last_name, 1, 1)" },
  { "search: last digits of a phone", "substr (phone, -4)" },
  { "search: beginning of a number", "substr (number, 1, 6)" },
  { "search: a number", "number" },
  { "search: a word of the goods", "(SELECT substr (name, 1, instr (name || ' ', ' ') - 1)"
                                   "  FROM items WHERE order_id = orders.id LIMIT 1)" },
};

static void
ask (Asker             *self,
     const char        *figure,
     TrancheOrderQuery *query)
{
  g_autoptr (GError) error = NULL;
  gint64 began = sampler_get_work ();
  g_autoptr (TrancheOrderListing) listing =
    tranche_order_select_list (self->sql, query, self->now, PAGE, &tranche_select_bounds, &error);
  double work = (double) (sampler_get_work () - began) / G_TIME_SPAN_MILLISECOND;

  bench_book_check (error);
  sampler_tell (figure, "ms", work);
  if (work > slow)
    g_printerr ("%.1f ms: %s, view %d, sorted by %s%s, text “%s”, stages %x: %u\n", work, figure,
                tranche_order_query_get_view (query),
                sortings[tranche_order_query_get_sort_key (query)],
                tranche_order_query_get_descending (query) ? " downwards" : "",
                tranche_order_query_get_text (query),
                tranche_order_query_get_filter (query)->stages, listing->ids->len);
}

/* In every order, either way. */
static void
ask_sorted (Asker                    *self,
            const char               *figure,
            TrancheView               view,
            const char               *account_id,
            const char               *text,
            const TrancheOrderFilter *filter)
{
  for (TrancheSortKey key = 0; key < G_N_ELEMENTS (sortings); key++) {
    for (guint descending = 0; descending < 2; descending++) {
      g_autoptr (TrancheOrderQuery) query =
        tranche_order_query_new_filtered (view, account_id, text, filter, key, descending);
      g_autofree char *name =
        figure != NULL ? g_strdup (figure) : g_strconcat ("sorted by ", sortings[key], NULL);

      ask (self, name, query);
    }
  }
}

static void
ask_views (Asker *self)
{
  static const TrancheOrderFilter all = TRANCHE_ORDER_FILTER_NONE;

  for (TrancheView view = 0; view < TRANCHE_N_VIEWS; view++) {
    ask_sorted (self, NULL, view, NULL, NULL, &all);
    ask_sorted (self, "of one account", view, self->account_id, NULL, &all);
  }
}

static void
ask_filtered (Asker *self)
{
  gint64 now = g_date_time_to_unix_usec (self->now);

  for (TrancheView view = 0; view < TRANCHE_N_VIEWS; view++) {
    TrancheOrderFilter filter = TRANCHE_ORDER_FILTER_NONE;

    filter.from = now - 30 * G_TIME_SPAN_DAY;
    ask_sorted (self, "of a month", view, NULL, NULL, &filter);
    filter.least = tranche_money (5000000, "RUB");
    ask_sorted (self, "of a month and from an amount", view, NULL, NULL, &filter);
    filter.from = G_MININT64;
    ask_sorted (self, "from an amount", view, NULL, NULL, &filter);
    filter.stages = TRANCHE_STAGE_BIT (TRANCHE_STAGE_RETURNED);
    ask_sorted (self, "of a stage and from an amount", view, NULL, NULL, &filter);
    filter.least = (TrancheMoney) TRANCHE_MONEY_UNSET;
    ask_sorted (self, "of a stage", view, NULL, NULL, &filter);
  }
}

static char *
pick (Asker      *self,
      const char *part,
      int         run)
{
  g_autofree char *text =
    g_strdup_printf ("SELECT %s FROM orders WHERE last_name IS NOT NULL AND phone IS NOT NULL"
                     "  AND id >= (SELECT max (id) FROM orders) * %d / %d LIMIT 1",
                     part, run, n_runs + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (self->sql, text, &error);
  gboolean row = FALSE;

  if (statement == NULL || !tranche_sql_step (self->sql, statement, &row, &error))
    bench_book_check (error);

  return g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "");
}

static void
ask_searches (Asker *self)
{
  static const TrancheView views[] = { TRANCHE_VIEW_ALL, TRANCHE_VIEW_FAILED,
                                       TRANCHE_VIEW_NEEDS_ACTION };
  static const TrancheOrderFilter all = TRANCHE_ORDER_FILTER_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++) {
    for (int run = 0; run < n_runs; run++) {
      g_autofree char *text = pick (self, searches[i].part, run);

      for (guint j = 0; j < G_N_ELEMENTS (views); j++)
        ask_sorted (self, searches[i].figure, views[j], NULL, text, &all);
    }
  }
}

static char *
get_account (TrancheSql *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement =
    tranche_sql_compile (sql, "SELECT id FROM account_keys ORDER BY key DESC LIMIT 1", &error);
  gboolean row = FALSE;

  if (statement == NULL || !tranche_sql_step (sql, statement, &row, &error))
    bench_book_check (error);

  return g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "");
}

int
main (int   argc,
      char *argv[])
{
  const GOptionEntry entries[] = {
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &path, "The book to ask", "FILE" },
    { "runs", 0, 0, G_OPTION_ARG_INT, &n_runs, "Texts that are looked for", "N" },
    { "slow", 0, 0, G_OPTION_ARG_DOUBLE, &slow, "Name what takes longer", "MS" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Asker asker = { NULL };

  setlocale (LC_ALL, "");
  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || path == NULL) {
    g_printerr ("%s\n", error != NULL ? error->message : "--book is missing");
    return 2;
  }

  /* As the book opens it. */
  asker.sql = tranche_sql_open (path, SQLITE_OPEN_READONLY, &error);
  bench_book_check (error);
  tranche_sql_execute (asker.sql, "PRAGMA temp_store = MEMORY", &error);
  bench_book_check (error);
  tranche_order_select_teach (tranche_sql_get_handle (asker.sql));
  asker.now = g_date_time_new_now_local ();
  asker.account_id = get_account (asker.sql);

  ask_views (&asker);
  ask_filtered (&asker);
  ask_searches (&asker);

  g_free (asker.account_id);
  g_date_time_unref (asker.now);
  tranche_sql_close (asker.sql);
  return 0;
}
