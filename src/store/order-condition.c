/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-condition.h"

#include "store/order-counts.h"

#define ALL_STAGES (TRANCHE_STAGE_BIT (TRANCHE_N_STAGES) - 1)

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

static void
condition_free (TrancheOrderCondition *self)
{
  g_free (self->collect);
  g_free (self->check);
  g_free (self);
}

/* Takes both texts. */
static TrancheOrderCondition *
add (TrancheOrderConditions *self,
     char                   *collect,
     char                   *check,
     gint64                  n)
{
  TrancheOrderCondition *condition = g_new0 (TrancheOrderCondition, 1);

  condition->collect = collect;
  condition->check = check;
  condition->n = n;
  g_ptr_array_add (self->list, condition);
  return condition;
}

static gboolean
add_stages (TrancheOrderConditions  *self,
            TrancheSql              *sql,
            guint                    stages,
            GError                 **error)
{
  g_autoptr (GString) check = g_string_new ("stage IN (");
  gint64 n;

  stages &= ALL_STAGES;
  self->nothing |= stages == 0;
  if (stages == 0 || stages == ALL_STAGES)
    return TRUE;
  self->stages = stages;

  if (!tranche_order_counts_sum (sql, stages, 0, &n, error))
    return FALSE;
  for (guint i = 0; i < TRANCHE_N_STAGES; i++) {
    if ((stages & TRANCHE_STAGE_BIT (i)) != 0)
      g_string_append_printf (check, "%s%u", g_str_has_suffix (check->str, "(") ? "" : ", ", i);
  }
  g_string_append_c (check, ')');

  add (self,
       g_strdup_printf ("SELECT id FROM orders INDEXED BY orders_by_stage WHERE %s", check->str),
       g_strdup (check->str), n);
  return TRUE;
}

static gboolean
add_view (TrancheOrderConditions  *self,
          TrancheSql              *sql,
          TrancheView              view,
          GError                 **error)
{
  guint stages = tranche_order_counts_get_stages (view);

  if (self->filter.stages != 0)
    stages &= self->filter.stages;

  if (view == TRANCHE_VIEW_NEEDS_ACTION)
    add (self, g_strdup ("SELECT id FROM orders INDEXED BY orders_needing_action"
                         "  WHERE " TRANCHE_WANTS_ACTION
                         " UNION SELECT id FROM orders INDEXED BY orders_unpaid"
                         "  WHERE " TRANCHE_IS_UNPAID),
         g_strdup (TRANCHE_NEEDS_ACTION), -1);
  else if (view == TRANCHE_VIEW_TODAY) {
    self->filter.from = MAX (self->filter.from, self->today.start);
    self->filter.until = MIN (self->filter.until, self->today.end);
  }

  return add_stages (self, sql, stages, error);
}

static void
add_time (TrancheOrderConditions *self)
{
  static const char check[] = "created_at >= :from AND created_at < :until";

  self->timed = self->filter.from > G_MININT64 || self->filter.until < G_MAXINT64;
  if (self->timed)
    add (self, g_strconcat ("SELECT id FROM orders WHERE ", check, NULL), g_strdup (check), -1);
}

static gboolean
add_account (TrancheOrderConditions  *self,
             TrancheSql              *sql,
             const char              *account_id,
             GError                 **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;
  gint64 n;

  if (!account_id)
    return TRUE;

  statement = tranche_sql_compile (sql, "SELECT key FROM account_keys WHERE id = ?", error);
  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, account_id, -1, SQLITE_STATIC);
  if (!tranche_sql_step (sql, statement, &row, error))
    return FALSE;
  if (!row) {
    self->nothing = TRUE;
    return TRUE;
  }

  self->account = sqlite3_column_int64 (statement, 0);
  if (!tranche_order_counts_sum (sql, ALL_STAGES, self->account, &n, error))
    return FALSE;
  add (self, g_strdup ("SELECT id FROM orders INDEXED BY orders_by_account WHERE account = :account"),
       g_strdup ("account = :account"), n);
  return TRUE;
}

static void
add_amount (TrancheOrderConditions *self)
{
  static const char check[] = "currency = :currency AND amount BETWEEN :least AND :most";
  TrancheMoney *least = &self->filter.least;
  TrancheMoney *most = &self->filter.most;

  if (!tranche_money_is_set (least) && !tranche_money_is_set (most))
    return;

  if (!tranche_money_is_set (least))
    *least = tranche_money (-TRANCHE_MONEY_MAX, most->currency);
  if (!tranche_money_is_set (most))
    *most = tranche_money (TRANCHE_MONEY_MAX, least->currency);

  self->priced = TRUE;
  self->nothing |= !g_str_equal (least->currency, most->currency);
  add (self, g_strconcat ("SELECT id FROM orders INDEXED BY orders_by_currency WHERE ", check, NULL),
       g_strdup (check), -1);
}

static void
add_search (TrancheOrderConditions *self)
{
  TrancheOrderCondition *condition;

  if (!self->search)
    return;

  condition = add (self, g_strdup ("SELECT rowid FROM search WHERE search MATCH :match"),
                   g_strdup ("tranche_finds (:search,"
                             " (SELECT text FROM search_text WHERE search_text.id = orders.id))"),
                   -1);
  condition->searches = TRUE;
  condition->inexact = !tranche_search_is_exact (self->search);
}

/* Of what is known to be fulfilled by many the least first, and last: the others may
 * leave so few that it need not be collected. */
static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  const TrancheOrderCondition *first = *(const TrancheOrderCondition * const *) a;
  const TrancheOrderCondition *second = *(const TrancheOrderCondition * const *) b;

  return (first->n > second->n) - (first->n < second->n);
}

TrancheOrderConditions *
tranche_order_conditions_new (TrancheSql         *sql,
                              TrancheOrderQuery  *query,
                              const TrancheDay   *today,
                              GError            **error)
{
  g_autoptr (TrancheOrderConditions) self = g_new0 (TrancheOrderConditions, 1);

  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
  self->filter = *tranche_order_query_get_filter (query);
  self->today = *today;
  self->search = tranche_search_new (tranche_order_query_get_text (query));

  if (!add_view (self, sql, tranche_order_query_get_view (query), error) ||
      !add_account (self, sql, tranche_order_query_get_account_id (query), error))
    return NULL;
  add_time (self);
  add_amount (self);
  add_search (self);
  g_ptr_array_sort (self->list, compare_cb);

  return g_steal_pointer (&self);
}

void
tranche_order_conditions_free (TrancheOrderConditions *self)
{
  g_ptr_array_unref (self->list);
  g_clear_pointer (&self->search, tranche_search_free);
  g_free (self);
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

void
tranche_order_conditions_bind (TrancheOrderConditions *self,
                               sqlite3_stmt           *statement)
{
  int search = sqlite3_bind_parameter_index (statement, ":search");

  bind_int64 (statement, ":day_start", self->today.start);
  bind_int64 (statement, ":day_end", self->today.end);
  bind_int64 (statement, ":account", self->account);
  bind_int64 (statement, ":from", self->filter.from);
  bind_int64 (statement, ":until", self->filter.until);
  bind_int64 (statement, ":least", self->filter.least.minor);
  bind_int64 (statement, ":most", self->filter.most.minor);
  bind_text (statement, ":currency", self->filter.least.currency);
  if (self->search)
    bind_text (statement, ":match", tranche_search_get_match (self->search));
  if (search > 0)
    tranche_search_bind (self->search, statement, search);
}
