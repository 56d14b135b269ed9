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

/* What @filter asks for, with parameters where it does. */
static void
add_filter (GString                  *text,
            const TrancheOrderFilter *filter)
{
  if (filter->stages != 0)
    g_string_append (text, " AND (:stages >> stage & 1)");
  if (filter->from != G_MININT64)
    g_string_append (text, " AND created_at >= :from");
  if (filter->until != G_MAXINT64)
    g_string_append (text, " AND created_at < :until");
  if (tranche_money_is_set (&filter->least))
    g_string_append (text, " AND currency = :least_currency AND amount >= :least");
  if (tranche_money_is_set (&filter->most))
    g_string_append (text, " AND currency = :most_currency AND amount <= :most");
}

static void
bind_int64 (sqlite3_stmt *statement,
            const char   *name,
            gint64        value)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0)
    sqlite3_bind_int64 (statement, index, value);
}

static void
bind_text (sqlite3_stmt *statement,
           const char   *name,
           const char   *value)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0)
    sqlite3_bind_text (statement, index, value, -1, SQLITE_TRANSIENT);
}

static void
bind_filter (sqlite3_stmt             *statement,
             const TrancheOrderFilter *filter)
{
  bind_int64 (statement, ":stages", filter->stages);
  bind_int64 (statement, ":from", filter->from);
  bind_int64 (statement, ":until", filter->until);
  bind_int64 (statement, ":least", filter->least.minor);
  bind_text (statement, ":least_currency", filter->least.currency);
  bind_int64 (statement, ":most", filter->most.minor);
  bind_text (statement, ":most_currency", filter->most.currency);
}

static char *
compose (TrancheOrderQuery *query,
         TrancheSearch     *search)
{
  TrancheSortKey key = tranche_order_query_get_sort_key (query);
  g_autoptr (GString) text = g_string_new ("SELECT id, created_at FROM orders WHERE ");

  g_string_append (text, views[tranche_order_query_get_view (query)]);
  if (tranche_order_query_get_account_id (query))
    g_string_append (text, " AND account = (SELECT key FROM account_keys WHERE id = :account)");
  add_filter (text, tranche_order_query_get_filter (query));
  if (search)
    g_string_append_printf (text, " AND id IN (SELECT id FROM search_text WHERE %s)",
                            tranche_search_get_sql (search));
  g_string_append (text, " ORDER BY ");
  g_string_append (text, tranche_order_query_get_descending (query) ? orders[key].descending
                                                                    : orders[key].ascending);
  g_string_append (text, " LIMIT :limit");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The next order of @listing, which was made at @created; @day is the day of the one
 * before it. */
static void
append (TrancheOrderListing *listing,
        gint64               id,
        gint64               created,
        GTimeZone           *zone,
        TrancheDay          *day)
{
  if (listing->days != NULL && (created < day->start || created >= day->end)) {
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (created);
    g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
    TrancheListDay begun;

    *day = tranche_day_of (local);
    begun = (TrancheListDay) { listing->ids->len, day->start };
    g_array_append_val (listing->days, begun);
  }

  g_array_append_val (listing->ids, id);
}

TrancheOrderListing *
tranche_order_select_list (TrancheSql         *sql,
                           TrancheOrderQuery  *query,
                           GDateTime          *now,
                           guint               limit,
                           GError            **error)
{
  g_autoptr (TrancheSearch) search = tranche_search_new (tranche_order_query_get_text (query));
  g_autofree char *text = compose (query, search);
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (sql, text, error);
  g_autoptr (TrancheOrderListing) listing = NULL;
  TrancheDay today = tranche_day_of (now);
  TrancheDay day = { 0, 0 };
  gboolean row;

  if (!statement)
    return NULL;

  bind_day (statement, &today);
  bind_text (statement, ":account", tranche_order_query_get_account_id (query));
  bind_filter (statement, tranche_order_query_get_filter (query));
  bind_int64 (statement, ":limit", limit > 0 ? (gint64) limit + 1 : -1);
  if (search)
    tranche_search_bind (search, statement);

  listing = tranche_order_listing_new (tranche_order_query_has_days (query));
  while (tranche_sql_step (sql, statement, &row, error)) {
    listing->complete = !row;
    if (!row || (limit > 0 && listing->ids->len == limit))
      return g_steal_pointer (&listing);
    append (listing, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
            g_date_time_get_timezone (now), &day);
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
