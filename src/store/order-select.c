/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-select.h"

#include "store/search.h"

/* Which orders a view has. The numbers are those of TrancheStage. */
static const char *const views[TRANCHE_N_VIEWS] = {
  /* What went wrong, what is ready, and what ends cooling off today. */
  [TRANCHE_VIEW_NEEDS_ACTION] =
    "(wrong = 1 OR stage = 5 OR (stage = 4 AND cooling_until < :day_end))",
  [TRANCHE_VIEW_TODAY] = "created_at >= :day_start AND created_at < :day_end",
  /* Draft, sending, waiting, approved. */
  [TRANCHE_VIEW_WAITING] = "stage IN (0, 1, 2, 3)",
  [TRANCHE_VIEW_COOLING] = "stage = 4",
  /* Committed, closed, returned. */
  [TRANCHE_VIEW_COMMITTED] = "stage IN (6, 7, 8)",
  /* Canceled, rejected. */
  [TRANCHE_VIEW_FAILED] = "stage IN (9, 10)",
  [TRANCHE_VIEW_ALL] = "1",
};

#define ACCOUNT_NAME "(SELECT sort_name FROM accounts WHERE key = account)"

/* What nobody knows comes last either way; the id makes the order total. */
static const struct {
  const char *ascending;
  const char *descending;
} orders[] = {
  [TRANCHE_SORT_URGENCY] = { "wrong DESC, deadline ASC NULLS LAST, id ASC",
                             "wrong ASC, deadline DESC NULLS FIRST, id DESC" },
  [TRANCHE_SORT_CREATED] = { "created_at ASC, id ASC", "created_at DESC, id DESC" },
  [TRANCHE_SORT_STAGE] = { "stage ASC, id ASC", "stage DESC, id DESC" },
  [TRANCHE_SORT_NUMBER] = { "number ASC, id ASC", "number DESC, id DESC" },
  [TRANCHE_SORT_CUSTOMER] = { "customer_key ASC NULLS LAST, id ASC",
                              "customer_key DESC NULLS LAST, id DESC" },
  [TRANCHE_SORT_AMOUNT] = { "amount ASC, id ASC", "amount DESC, id DESC" },
  [TRANCHE_SORT_DEADLINE] = { "deadline ASC NULLS LAST, id ASC",
                              "deadline DESC NULLS LAST, id DESC" },
  [TRANCHE_SORT_CHECKED] = { "checked_at ASC NULLS LAST, id ASC",
                             "checked_at DESC NULLS LAST, id DESC" },
  [TRANCHE_SORT_ACCOUNT] = { ACCOUNT_NAME " ASC NULLS LAST, id ASC",
                             ACCOUNT_NAME " DESC NULLS LAST, id DESC" },
};

TrancheDay
tranche_day_of (GDateTime *now)
{
  int year, month, day;
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;

  g_date_time_get_ymd (now, &year, &month, &day);
  start = g_date_time_new (g_date_time_get_timezone (now), year, month, day, 0, 0, 0);
  end = g_date_time_add_days (start, 1);

  return (TrancheDay) { g_date_time_to_unix_usec (start), g_date_time_to_unix_usec (end) };
}

/* A parameter that a condition may lack. */
static void
bind_day (sqlite3_stmt     *statement,
          const TrancheDay *today)
{
  int start = sqlite3_bind_parameter_index (statement, ":day_start");
  int end = sqlite3_bind_parameter_index (statement, ":day_end");

  if (start > 0)
    sqlite3_bind_int64 (statement, start, today->start);
  if (end > 0)
    sqlite3_bind_int64 (statement, end, today->end);
}

static char *
compose (TrancheOrderQuery *query,
         TrancheSearch     *search)
{
  TrancheSortKey key = tranche_order_query_get_sort_key (query);
  g_autoptr (GString) text = g_string_new ("SELECT id FROM orders WHERE ");

  g_string_append (text, views[tranche_order_query_get_view (query)]);
  if (tranche_order_query_get_account_id (query))
    g_string_append (text, " AND account = (SELECT key FROM account_keys WHERE id = :account)");
  if (search)
    g_string_append_printf (text, " AND id IN (SELECT id FROM search_text WHERE %s)",
                            tranche_search_get_sql (search));
  g_string_append (text, " ORDER BY ");
  g_string_append (text, tranche_order_query_get_descending (query) ? orders[key].descending
                                                                    : orders[key].ascending);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

GArray *
tranche_order_select_ids (TrancheSql         *sql,
                          TrancheOrderQuery  *query,
                          const TrancheDay   *today,
                          GError            **error)
{
  g_autoptr (TrancheSearch) search = tranche_search_new (tranche_order_query_get_text (query));
  g_autofree char *text = compose (query, search);
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (sql, text, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *account_id = tranche_order_query_get_account_id (query);
  gboolean row;

  if (!statement)
    return NULL;

  bind_day (statement, today);
  if (account_id)
    sqlite3_bind_text (statement, sqlite3_bind_parameter_index (statement, ":account"),
                       account_id, -1, SQLITE_STATIC);
  if (search)
    tranche_search_bind (search, statement);

  while (tranche_sql_step (sql, statement, &row, error)) {
    gint64 id;

    if (!row)
      return g_steal_pointer (&ids);
    id = sqlite3_column_int64 (statement, 0);
    g_array_append_val (ids, id);
  }

  return NULL;
}

static gboolean
count_view (TrancheSql        *sql,
            const char        *condition,
            const TrancheDay  *today,
            guint             *count,
            GError           **error)
{
  g_autofree char *text = g_strconcat ("SELECT count(*) FROM orders WHERE ", condition, NULL);
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (sql, text, error);
  gboolean row;

  if (!statement)
    return FALSE;

  bind_day (statement, today);
  if (!tranche_sql_step (sql, statement, &row, error))
    return FALSE;

  *count = sqlite3_column_int (statement, 0);
  return TRUE;
}

GArray *
tranche_order_select_counts (TrancheSql        *sql,
                             const TrancheDay  *today,
                             GError           **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (counts, TRANCHE_N_VIEWS);
  for (guint i = 0; i < TRANCHE_N_VIEWS; i++) {
    if (!count_view (sql, views[i], today, &g_array_index (counts, guint, i), error))
      return NULL;
  }

  return g_steal_pointer (&counts);
}
