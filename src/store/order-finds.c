/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-finds.h"

#include "store/row-visits.h"

static TrancheOrderCondition *
get_search (TrancheOrderFinds *self)
{
  GPtrArray *list = self->conditions->list;

  for (guint i = 0; i < list->len; i++) {
    TrancheOrderCondition *condition = g_ptr_array_index (list, i);

    if (condition->searches)
      return condition;
  }

  g_return_val_if_reached (NULL);
}

/* One more than wanted, where there are. */
static GArray *
run (TrancheOrderFinds  *self,
     const char         *text,
     gint64              since,
     GError            **error)
{
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (self->sql, text, error);
  g_autoptr (GArray) finds = g_array_new (FALSE, FALSE, sizeof (TrancheOrderFind));
  gboolean row = TRUE;
  int index;

  if (!statement)
    return NULL;

  tranche_order_conditions_bind (self->conditions, statement);
  tranche_row_visits_bind (&self->visits, statement);
  if (self->set)
    tranche_row_set_bind (self->set, statement);
  if ((index = sqlite3_bind_parameter_index (statement, ":since")) > 0)
    sqlite3_bind_int64 (statement, index, since);

  while (row && finds->len <= self->limit) {
    if (!tranche_sql_step (self->sql, statement, &row, error))
      return NULL;
    if (row) {
      TrancheOrderFind find = { sqlite3_column_int64 (statement, 0),
                                sqlite3_column_int64 (statement, 1) };

      g_array_append_val (finds, find);
    }
  }

  return g_steal_pointer (&finds);
}

/* Those whose ids are in the order of their making. */
static GArray *
list_timely (TrancheOrderFinds  *self,
             GError            **error)
{
  TrancheOrderCondition *search = get_search (self);
  g_autofree char *text =
    g_strdup_printf ("SELECT search.rowid, created_at"
                     " FROM search CROSS JOIN orders ON orders.id = search.rowid"
                     " WHERE search MATCH :match%s AND tranche_visit (:visits, search.rowid)%s"
                     " AND NOT belated%s%s%s ORDER BY search.rowid %s",
                     self->set ? " AND search.rowid BETWEEN :first AND :last" : "",
                     self->set ? " AND tranche_in_set (:set, search.rowid)" : "", self->checks,
                     search->inexact ? " AND " : "", search->inexact ? search->check : "",
                     self->descending ? "DESC" : "ASC");

  return run (self, text, 0, error);
}

/* The others, of which none behind @since is wanted. */
static GArray *
list_belated (TrancheOrderFinds  *self,
              gint64              since,
              GError            **error)
{
  const char *direction = self->descending ? "DESC" : "ASC";
  g_autofree char *text =
    g_strdup_printf ("SELECT id, created_at FROM orders INDEXED BY orders_belated"
                     " WHERE belated AND created_at %s :since AND tranche_visit (:visits, id)%s%s"
                     " AND %s ORDER BY created_at %s, id %s",
                     self->descending ? ">=" : "<=",
                     self->set ? " AND tranche_in_set (:set, id)" : "", self->checks,
                     get_search (self)->check, direction, direction);

  return run (self, text, since, error);
}

static int
compare (const TrancheOrderFind *a,
         const TrancheOrderFind *b,
         gboolean                descending)
{
  int order = (a->created > b->created) - (a->created < b->created);

  if (order == 0)
    order = (a->id > b->id) - (a->id < b->id);

  return descending ? -order : order;
}

/* Each of the two is in its order. */
static GArray *
merge (TrancheOrderFinds *self,
       GArray            *timely,
       GArray            *belated)
{
  GArray *finds = g_array_new (FALSE, FALSE, sizeof (TrancheOrderFind));
  guint i = 0;
  guint j = 0;

  while (finds->len <= self->limit && (i < timely->len || j < belated->len)) {
    TrancheOrderFind *first = i < timely->len ? &g_array_index (timely, TrancheOrderFind, i) : NULL;
    TrancheOrderFind *second = j < belated->len ? &g_array_index (belated, TrancheOrderFind, j) : NULL;
    gboolean take_first = first && (!second || compare (first, second, self->descending) < 0);

    g_array_append_vals (finds, take_first ? first : second, 1);
    i += take_first;
    j += !take_first;
  }

  return finds;
}

/* Where what is wanted ends: what lies behind is not in the list anyhow. */
static gint64
get_since (TrancheOrderFinds *self,
           GArray            *timely)
{
  if (timely->len > self->limit)
    return g_array_index (timely, TrancheOrderFind, timely->len - 1).created;

  return self->descending ? G_MININT64 : G_MAXINT64;
}

static GArray *
list (TrancheOrderFinds  *self,
      GError            **error)
{
  g_autoptr (GArray) timely = list_timely (self, error);
  g_autoptr (GArray) belated =
    timely ? list_belated (self, get_since (self, timely), error) : NULL;

  return belated ? merge (self, timely, belated) : NULL;
}

GArray *
tranche_order_finds_list (TrancheOrderFinds  *self,
                          gboolean           *more,
                          GError            **error)
{
  g_autoptr (GError) local = NULL;
  GArray *finds = list (self, &local);

  if (!finds && self->visits > 0)
    g_propagate_error (error, g_steal_pointer (&local));
  if (!finds)
    return NULL;

  *more = finds->len > self->limit;
  if (*more)
    g_array_set_size (finds, self->limit);
  return finds;
}
