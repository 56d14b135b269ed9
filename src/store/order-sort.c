/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-sort.h"

#define FAILED_STAGES \
  (TRANCHE_STAGE_BIT (TRANCHE_STAGE_CANCELED) | TRANCHE_STAGE_BIT (TRANCHE_STAGE_REJECTED))
#define ACCOUNT_NAME "(SELECT sort_name FROM accounts WHERE key = account)"

static const struct {
  const char *ascending;
  const char *descending;
} totals[] = {
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

/* What is known and in its order by one column, then what is not. */
static const struct {
  const char *column;
  const char *index;
  gboolean nullable;
} plain[] = {
  [TRANCHE_SORT_URGENCY] = { "deadline", "orders_by_urgency", TRUE },
  [TRANCHE_SORT_CREATED] = { "created_at", "orders_by_created", FALSE },
  [TRANCHE_SORT_STAGE] = { "stage", "orders_by_stage", FALSE },
  [TRANCHE_SORT_NUMBER] = { "number", "orders_by_number", FALSE },
  [TRANCHE_SORT_CUSTOMER] = { "customer_key", "orders_by_customer", TRUE },
  [TRANCHE_SORT_AMOUNT] = { "amount", "orders_by_amount", FALSE },
  [TRANCHE_SORT_DEADLINE] = { "deadline", "orders_by_deadline", TRUE },
  [TRANCHE_SORT_CHECKED] = { "checked_at", "orders_by_checked", TRUE },
  [TRANCHE_SORT_ACCOUNT] = { NULL, "orders_by_account", FALSE },
};

const char *
tranche_order_sort_get_total (TrancheSortKey key,
                              gboolean       descending)
{
  return descending ? totals[key].descending : totals[key].ascending;
}

static void
part_free (TrancheSortPart *self)
{
  g_free (self->condition);
  g_free (self->order);
  g_free (self);
}

static void
add_part (GPtrArray  *parts,
          char       *condition,
          char       *order,
          const char *index)
{
  TrancheSortPart *part = g_new0 (TrancheSortPart, 1);

  part->condition = condition;
  part->order = order;
  part->index = index;
  part->by_id = g_str_has_prefix (order, "id ");
  g_ptr_array_add (parts, part);
}

/* @within: a condition that all parts share, which @index is for. */
static void
add_column (GPtrArray      *parts,
            TrancheSortKey  key,
            const char     *index,
            const char     *within,
            gboolean        descending)
{
  const char *column = plain[key].column;
  const char *direction = descending ? "DESC" : "ASC";

  add_part (parts,
            plain[key].nullable ? g_strdup_printf ("%s AND %s IS NOT NULL", within, column)
                                : g_strdup (within),
            g_strdup_printf ("%s %s, id %s", column, direction, direction), index);
  if (plain[key].nullable)
    add_part (parts, g_strdup_printf ("%s AND %s IS NULL", within, column),
              g_strdup_printf ("id %s", direction), index);
}

static void
reverse (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len / 2; i++) {
    gpointer part = parts->pdata[i];

    parts->pdata[i] = parts->pdata[parts->len - 1 - i];
    parts->pdata[parts->len - 1 - i] = part;
  }
}

/* One part for each name that accounts have, which several may share, and one for
 * those without. @account: only this one, unless 0. */
static gboolean
add_accounts (GPtrArray   *parts,
              TrancheSql  *sql,
              gint64       account,
              gboolean     descending,
              GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement =
    tranche_sql_compile (sql, descending
                                ? "SELECT group_concat (account_keys.key) FROM account_keys"
                                  "  LEFT JOIN accounts ON accounts.key = account_keys.key"
                                  "  WHERE ?1 IN (0, account_keys.key)"
                                  "  GROUP BY sort_name ORDER BY sort_name DESC NULLS LAST"
                                : "SELECT group_concat (account_keys.key) FROM account_keys"
                                  "  LEFT JOIN accounts ON accounts.key = account_keys.key"
                                  "  WHERE ?1 IN (0, account_keys.key)"
                                  "  GROUP BY sort_name ORDER BY sort_name ASC NULLS LAST",
                         error);
  if (!statement)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, account);
  while (tranche_sql_step (sql, statement, &row, error)) {
    const char *keys;

    if (!row)
      return TRUE;
    keys = (const char *) sqlite3_column_text (statement, 0);
    add_part (parts,
              strchr (keys, ',') ? g_strdup_printf ("account IN (%s)", keys)
                                 : g_strdup_printf ("account = %s", keys),
              g_strdup (descending ? "id DESC" : "id ASC"), plain[TRANCHE_SORT_ACCOUNT].index);
  }

  return FALSE;
}

/* One part for each of the stages that are wanted. */
static void
add_stages (GPtrArray *parts,
            guint      stages,
            gboolean   descending)
{
  for (guint i = 0; i < TRANCHE_N_STAGES; i++) {
    guint stage = descending ? TRANCHE_N_STAGES - 1 - i : i;

    if ((stages & TRANCHE_STAGE_BIT (stage)) != 0)
      add_part (parts, g_strdup_printf ("stage = %u", stage),
                g_strdup (descending ? "id DESC" : "id ASC"), plain[TRANCHE_SORT_STAGE].index);
  }
}

/* What the conditions say of the column itself. */
static const char *
get_range (TrancheOrderConditions *conditions,
           TrancheSortKey          key)
{
  if (key == TRANCHE_SORT_CREATED && conditions->timed)
    return "created_at >= :from AND created_at < :until";
  if (key == TRANCHE_SORT_AMOUNT && conditions->priced)
    return "amount BETWEEN :least AND :most";

  return "1";
}

/* Whether all that is wanted has failed: that has an index of its own, for nobody asks
 * for it any more, and in the index of all checks it stands at the far end. */
static gboolean
is_of_failed (TrancheOrderConditions *conditions)
{
  return conditions->stages != 0 && (conditions->stages & ~FAILED_STAGES) == 0;
}

GPtrArray *
tranche_order_sort_get_parts (TrancheSql              *sql,
                              TrancheOrderConditions  *conditions,
                              TrancheSortKey           key,
                              gboolean                 descending,
                              GError                 **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);

  if (key == TRANCHE_SORT_ACCOUNT)
    return add_accounts (parts, sql, conditions->account, descending, error)
      ? g_steal_pointer (&parts) : NULL;

  if (key == TRANCHE_SORT_STAGE && conditions->stages != 0) {
    add_stages (parts, conditions->stages, descending);
  } else if (key == TRANCHE_SORT_URGENCY) {
    add_column (parts, key, plain[key].index, "wrong = 1", descending);
    add_column (parts, key, plain[key].index, "wrong = 0", descending);
    /* The exact reverse, with what has no deadline before what has one. */
    if (descending)
      reverse (parts);
  } else if (key == TRANCHE_SORT_CHECKED && is_of_failed (conditions)) {
    add_column (parts, key, "orders_failed", "stage IN (9, 10)", descending);
  } else {
    add_column (parts, key, plain[key].index, get_range (conditions, key), descending);
  }

  return g_steal_pointer (&parts);
}
