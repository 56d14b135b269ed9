/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-query.h"

G_DEFINE_ENUM_TYPE (TrancheView, tranche_view,
                    G_DEFINE_ENUM_VALUE (TRANCHE_VIEW_NEEDS_ACTION, "needs-action"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_VIEW_TODAY, "today"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_VIEW_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_VIEW_COOLING, "cooling"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_VIEW_COMMITTED, "committed"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_VIEW_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_VIEW_ALL, "all"))

G_DEFINE_ENUM_TYPE (TrancheSortKey, tranche_sort_key,
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_URGENCY, "urgency"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_CREATED, "created"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_STAGE, "stage"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_CUSTOMER, "customer"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_AMOUNT, "amount"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_DEADLINE, "deadline"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_CHECKED, "checked"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_SORT_ACCOUNT, "account"))

struct _TrancheOrderQuery {
  GObject parent_instance;

  TrancheView view;
  char *account_id;
  char *text;
  TrancheOrderFilter filter;
  TrancheSortKey sort_key;
  gboolean descending;
};

G_DEFINE_FINAL_TYPE (TrancheOrderQuery, tranche_order_query, G_TYPE_OBJECT)

static void
tranche_order_query_finalize (GObject *object)
{
  TrancheOrderQuery *self = TRANCHE_ORDER_QUERY (object);

  g_free (self->account_id);
  g_free (self->text);

  G_OBJECT_CLASS (tranche_order_query_parent_class)->finalize (object);
}

static void
tranche_order_query_class_init (TrancheOrderQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_order_query_finalize;
}

static void
tranche_order_query_init (TrancheOrderQuery *self)
{
}

/* Blanks around what was typed ask for nothing. */
static char *
dup_search_text (const char *text)
{
  char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (stripped != NULL && *stripped == '\0')
    g_clear_pointer (&stripped, g_free);

  return stripped;
}

TrancheOrderQuery *
tranche_order_query_new (TrancheView     view,
                         const char     *account_id,
                         const char     *text,
                         TrancheSortKey  sort_key,
                         gboolean        descending)
{
  static const TrancheOrderFilter none = TRANCHE_ORDER_FILTER_NONE;

  return tranche_order_query_new_filtered (view, account_id, text, &none, sort_key, descending);
}

TrancheOrderQuery *
tranche_order_query_new_filtered (TrancheView               view,
                                  const char               *account_id,
                                  const char               *text,
                                  const TrancheOrderFilter *filter,
                                  TrancheSortKey            sort_key,
                                  gboolean                  descending)
{
  TrancheOrderQuery *self = g_object_new (TRANCHE_TYPE_ORDER_QUERY, NULL);

  self->view = view;
  self->account_id = g_strdup (account_id);
  self->text = dup_search_text (text);
  self->filter = *filter;
  self->sort_key = sort_key;
  self->descending = !!descending;

  return self;
}

TrancheView
tranche_order_query_get_view (TrancheOrderQuery *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (self), TRANCHE_VIEW_ALL);

  return self->view;
}

const char *
tranche_order_query_get_account_id (TrancheOrderQuery *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (self), NULL);

  return self->account_id;
}

const char *
tranche_order_query_get_text (TrancheOrderQuery *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (self), NULL);

  return self->text;
}

const TrancheOrderFilter *
tranche_order_query_get_filter (TrancheOrderQuery *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (self), NULL);

  return &self->filter;
}

TrancheSortKey
tranche_order_query_get_sort_key (TrancheOrderQuery *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (self), TRANCHE_SORT_URGENCY);

  return self->sort_key;
}

gboolean
tranche_order_query_get_descending (TrancheOrderQuery *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (self), FALSE);

  return self->descending;
}

gboolean
tranche_order_query_has_days (TrancheOrderQuery *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (self), FALSE);

  return self->sort_key == TRANCHE_SORT_CREATED;
}

gboolean
tranche_order_query_equal (TrancheOrderQuery *a,
                           TrancheOrderQuery *b)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (a), FALSE);
  g_return_val_if_fail (TRANCHE_IS_ORDER_QUERY (b), FALSE);

  return a->view == b->view &&
         a->sort_key == b->sort_key &&
         a->descending == b->descending &&
         tranche_order_filter_equal (&a->filter, &b->filter) &&
         g_strcmp0 (a->account_id, b->account_id) == 0 &&
         g_strcmp0 (a->text, b->text) == 0;
}
