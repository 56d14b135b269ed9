/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-select.h"

#include "store/order-condition.h"
#include "store/order-finds.h"
#include "store/order-sort.h"
#include "store/row-set.h"
#include "store/row-visits.h"

/*
 * A list is found in one of two ways.  Few orders, as most views have, are collected
 * from the index of a condition, looked up and sorted.  Of many the sorted index is
 * gone through, and each is let through that is in the set of those that fulfil the
 * conditions: the table itself is not touched.  To collect such a set takes longer
 * than anybody waits for the first page, so that is looked for with the conditions
 * themselves, while they let enough through.
 */

const TrancheSelectBounds tranche_select_bounds = {
  .few = 4000,
  .several = 12000,
  .many = 60000,
  .found = 100000,
  .visits = 6000,
  .steps = 20000,
};

typedef struct {
  TrancheSql *sql;
  TrancheOrderQuery *query;
  const TrancheSelectBounds *bounds;
  GTimeZone *zone;
  guint limit;
  TrancheOrderConditions *conditions;
  TrancheRowSet *set;  /* (nullable): of those that fulfil what is not in @checks */
  GString *checks;    /* conditions on the row, each with its AND before it */
  gboolean bounded;   /* no more than @visits orders may be looked at */
  guint visits;
  TrancheOrderListing *listing;
  TrancheDay day;     /* of the last one that is listed */
} Selection;

static void
selection_clear (Selection *self)
{
  g_clear_pointer (&self->conditions, tranche_order_conditions_free);
  g_clear_pointer (&self->set, tranche_row_set_free);
  g_clear_pointer (&self->listing, tranche_order_listing_unref);
  if (self->checks)
    g_string_free (self->checks, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Selection, selection_clear)

void
tranche_order_select_teach (sqlite3 *handle)
{
  tranche_row_set_teach (handle);
  tranche_search_teach (handle);
  tranche_row_visits_teach (handle);
}

/* The ids that fulfil @condition; *@set stays NULL where they are more than @most. */
static gboolean
collect_condition (Selection              *self,
                   TrancheOrderCondition  *condition,
                   guint                   most,
                   TrancheRowSet          **set,
                   GError                **error)
{
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (self->sql, condition->collect, error);
  g_autoptr (TrancheRowSet) ids = tranche_row_set_new ();
  gboolean row;

  if (!statement)
    return FALSE;

  tranche_order_conditions_bind (self->conditions, statement);
  while (tranche_sql_step (self->sql, statement, &row, error)) {
    if (!row) {
      *set = g_steal_pointer (&ids);
      return TRUE;
    }
    if (tranche_row_set_get_n (ids) == most)
      return TRUE;
    tranche_row_set_add (ids, sqlite3_column_int64 (statement, 0));
  }

  return FALSE;
}

/* Whether what fulfils @condition is checked sooner than collected: of few orders, and
 * for the first page of not too many where the set is the smaller one. */
static gboolean
is_left (Selection             *self,
         TrancheOrderCondition *condition)
{
  gint64 n = self->set ? tranche_row_set_get_n (self->set) : G_MAXINT64;

  return n <= self->bounds->few || (self->limit > 0 && n <= self->bounds->many && n < condition->n);
}

/* What was typed comes last, for it is looked for in another table. */
static void
add_check (Selection             *self,
           TrancheOrderCondition *condition)
{
  g_autofree char *check = g_strconcat (" AND ", condition->check, NULL);

  g_string_insert (self->checks, condition->searches ? -1 : 0, check);
}

/* Collects what fulfils the conditions, without that of the search unless @searched, and
 * leaves to be checked on each order what more than the bound fulfil, unless @all, and
 * what is checked sooner than collected. */
static gboolean
collect (Selection  *self,
         gboolean    all,
         gboolean    searched,
         GError    **error)
{
  g_clear_pointer (&self->set, tranche_row_set_free);
  g_string_truncate (self->checks, 0);

  for (guint i = 0; i < self->conditions->list->len; i++) {
    TrancheOrderCondition *condition = g_ptr_array_index (self->conditions->list, i);
    guint bound = condition->searches ? self->bounds->found : self->bounds->many;
    guint most = all ? G_MAXUINT : bound;
    g_autoptr (TrancheRowSet) set = NULL;

    if (condition->searches && !searched)
      continue;

    if (!is_left (self, condition) && condition->n <= most &&
        !collect_condition (self, condition, most, &set, error))
      return FALSE;

    if (!set || condition->inexact)
      add_check (self, condition);
    if (set && self->set)
      tranche_row_set_intersect (self->set, set);
    else if (set)
      self->set = g_steal_pointer (&set);
  }

  return TRUE;
}

static void
append (Selection *self,
        gint64     id,
        gint64     created)
{
  TrancheOrderListing *listing = self->listing;

  if (listing->days && (created < self->day.start || created >= self->day.end)) {
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (created);
    g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, self->zone);
    TrancheListDay begun;

    self->day = tranche_day_of (local);
    begun = (TrancheListDay) { listing->ids->len, self->day.start };
    g_array_append_val (listing->days, begun);
  }

  g_array_append_val (listing->ids, id);
}

/* Lists what @text lists; where it is more than the limit, the listing is not
 * complete. */
static gboolean
run (Selection   *self,
     const char  *text,
     const char  *ids,
     GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (self->sql, text, error);
  gboolean row;

  if (!statement)
    return FALSE;

  tranche_order_conditions_bind (self->conditions, statement);
  tranche_row_visits_bind (&self->visits, statement);
  if (self->set)
    tranche_row_set_bind (self->set, statement);
  if (ids)
    sqlite3_bind_text (statement, sqlite3_bind_parameter_index (statement, ":ids"), ids, -1,
                       SQLITE_STATIC);

  while (tranche_sql_step (self->sql, statement, &row, error)) {
    if (!row)
      return TRUE;
    if (self->limit > 0 && self->listing->ids->len == self->limit) {
      self->listing->complete = FALSE;
      return TRUE;
    }
    append (self, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1));
  }

  return FALSE;
}

static const char *
get_columns (Selection *self)
{
  return self->listing->days ? "id, created_at" : "id, 0";
}

/* Whether most orders between the first and the last one of the set are in it, as those
 * of a month are. */
static gboolean
is_dense (Selection *self)
{
  gint64 span = tranche_row_set_get_last (self->set) - tranche_row_set_get_first (self->set);

  return span < 2 * (gint64) tranche_row_set_get_n (self->set);
}

/* Looks up the orders of the set, and sorts them, or the first of them. */
static gboolean
look_up (Selection  *self,
         GError    **error)
{
  TrancheSortKey key = tranche_order_query_get_sort_key (self->query);
  gboolean descending = tranche_order_query_get_descending (self->query);
  gboolean dense = is_dense (self);
  g_autofree char *ids = dense ? NULL : tranche_row_set_to_json (self->set);
  g_autofree char *text =
    g_strdup_printf ("SELECT %s FROM orders NOT INDEXED WHERE %s%s ORDER BY %s LIMIT %" G_GINT64_FORMAT,
                     get_columns (self),
                     dense ? "id BETWEEN :first AND :last AND tranche_in_set (:set, id)"
                           : "id IN (SELECT value FROM json_each (:ids))",
                     self->checks->str, tranche_order_sort_get_total (key, descending),
                     self->limit > 0 ? (gint64) self->limit + 1 : -1);

  return run (self, text, ids, error);
}

/* Goes through the sorted index, one part of it after the other. Of a part that is in
 * the order of the ids, only what lies between those of the set. */
static gboolean
go_through (Selection  *self,
            GError    **error)
{
  g_autoptr (GPtrArray) parts = NULL;

  parts = tranche_order_sort_get_parts (self->sql, self->conditions,
                                        tranche_order_query_get_sort_key (self->query),
                                        tranche_order_query_get_descending (self->query), error);
  if (!parts)
    return FALSE;

  for (guint i = 0; i < parts->len && self->listing->complete; i++) {
    TrancheSortPart *part = g_ptr_array_index (parts, i);
    g_autofree char *text =
      g_strdup_printf ("SELECT %s FROM orders INDEXED BY %s WHERE %s%s%s%s%s ORDER BY %s",
                       get_columns (self), part->index, part->condition,
                       self->set && part->by_id ? " AND id BETWEEN :first AND :last" : "",
                       self->bounded ? " AND tranche_visit (:visits, id)" : "",
                       self->set ? " AND tranche_in_set (:set, id)" : "",
                       self->checks->str, part->order);

    if (!run (self, text, NULL, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
list (Selection  *self,
      GError    **error)
{
  if (self->set && tranche_row_set_get_n (self->set) <= self->bounds->few)
    return look_up (self, error);

  return go_through (self, error);
}

/* Forgets what was listed. */
static void
begin (Selection *self)
{
  g_clear_pointer (&self->listing, tranche_order_listing_unref);
  self->listing = tranche_order_listing_new (tranche_order_query_has_days (self->query));
  self->day = (TrancheDay) { 0, 0 };
  self->bounded = FALSE;
}

/* The first page, of what was collected; *@found is FALSE where it lies too far from
 * the beginning of the index. */
static gboolean
list_near (Selection  *self,
           gboolean   *found,
           GError    **error)
{
  g_autoptr (GError) local = NULL;

  begin (self);
  self->bounded = TRUE;
  /* What has no set is looked at in the table. */
  self->visits = self->set ? self->bounds->steps : self->bounds->visits;
  *found = list (self, &local);
  if (*found || self->visits == 0)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The first page, wherever it lies: few enough orders are sorted, for the index may
 * have all of them at its end. */
static gboolean
list_far (Selection  *self,
          GError    **error)
{
  guint most = 0;

  begin (self);
  if (self->set)
    most = is_dense (self) ? self->bounds->many : self->bounds->several;

  return self->set && tranche_row_set_get_n (self->set) <= most ? look_up (self, error)
                                                                : go_through (self, error);
}

/* Whether what the search finds is listed by the time of its making. */
static gboolean
is_search_by_time (Selection *self)
{
  return self->conditions->search &&
         tranche_order_query_get_sort_key (self->query) == TRANCHE_SORT_CREATED;
}

/* The first page of those, where neither the other conditions leave few nor too many
 * would have to be looked at. */
static gboolean
list_finds (Selection  *self,
            gboolean   *found,
            GError    **error)
{
  TrancheOrderFinds finds = { self->sql, self->conditions };
  g_autoptr (GArray) listed = NULL;
  g_autoptr (GError) local = NULL;
  gboolean more;

  *found = FALSE;
  if (!collect (self, FALSE, FALSE, error))
    return FALSE;
  if (self->set && tranche_row_set_get_n (self->set) <= self->bounds->few)
    return TRUE;

  finds.set = self->set;
  finds.checks = self->checks->str;
  finds.descending = tranche_order_query_get_descending (self->query);
  finds.limit = self->limit;
  finds.visits = self->set ? self->bounds->steps : self->bounds->visits;
  listed = tranche_order_finds_list (&finds, &more, &local);
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }

  *found = listed != NULL;
  for (guint i = 0; listed && i < listed->len; i++) {
    TrancheOrderFind *find = &g_array_index (listed, TrancheOrderFind, i);

    append (self, find->id, find->created);
  }
  if (listed)
    self->listing->complete = !more;
  return TRUE;
}

/* The first page of a query, of which no more is collected than it takes. */
static gboolean
list_first (Selection  *self,
            GError    **error)
{
  gboolean found = FALSE;

  if (is_search_by_time (self) && !list_finds (self, &found, error))
    return FALSE;
  if (found)
    return TRUE;

  if (!collect (self, FALSE, TRUE, error) || !list_near (self, &found, error))
    return FALSE;

  if (!found && !self->set &&
      (!collect (self, TRUE, TRUE, error) || !list_near (self, &found, error)))
    return FALSE;

  return found || list_far (self, error);
}

TrancheOrderListing *
tranche_order_select_list (TrancheSql                 *sql,
                           TrancheOrderQuery          *query,
                           GDateTime                  *now,
                           guint                       limit,
                           const TrancheSelectBounds  *bounds,
                           GError                    **error)
{
  TrancheDay today = tranche_day_of (now);
  g_auto (Selection) self = { .sql = sql, .query = query, .bounds = bounds, .limit = limit };

  self.zone = g_date_time_get_timezone (now);
  self.checks = g_string_new (NULL);
  begin (&self);
  self.conditions = tranche_order_conditions_new (sql, query, &today, error);
  if (!self.conditions)
    return NULL;
  if (self.conditions->nothing)
    return g_steal_pointer (&self.listing);

  if (limit > 0 ? !list_first (&self, error)
                : !collect (&self, TRUE, TRUE, error) || !list (&self, error))
    return NULL;

  return g_steal_pointer (&self.listing);
}
