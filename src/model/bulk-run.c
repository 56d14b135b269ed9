/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bulk-run.h"

#include "core/bank-error.h"
#include "model/settlement.h"

/* The accounts' own limits keep the pace; this keeps the number of those low of
 * which nobody knows how they end when the network goes away. */
#define MAX_UNDER_WAY 4

struct _TrancheBulkRun {
  GObject parent_instance;

  TrancheOperations *operations;
  TrancheOperation operation;
  GPtrArray *items;
  guint next;
  guint n_under_way;
};

enum {
  PROP_0,
  PROP_RUNNING,
  N_PROPS
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheBulkRun, tranche_bulk_run, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef struct {
  TrancheBulkRun *run;
  TrancheBulkItem *item;
} Call;

static void
call_free (Call *call)
{
  g_object_unref (call->run);
  g_object_unref (call->item);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void send_next (TrancheBulkRun *self);

/* The list. */

static gpointer
tranche_bulk_run_get_item (GListModel *model,
                           guint       position)
{
  TrancheBulkRun *self = TRANCHE_BULK_RUN (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static guint
tranche_bulk_run_get_n_items (GListModel *model)
{
  return TRANCHE_BULK_RUN (model)->items->len;
}

static GType
tranche_bulk_run_get_item_type (GListModel *model)
{
  return TRANCHE_TYPE_BULK_ITEM;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = tranche_bulk_run_get_item;
  iface->get_n_items = tranche_bulk_run_get_n_items;
  iface->get_item_type = tranche_bulk_run_get_item_type;
}

/* The run. */

static void
emit_changed (TrancheBulkRun *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_under_way (TrancheBulkRun *self,
               guint           n_under_way)
{
  gboolean was_running = self->n_under_way > 0;

  self->n_under_way = n_under_way;
  if (was_running != (n_under_way > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static TrancheOrder *
finish (TrancheBulkRun  *self,
        GAsyncResult    *result,
        GError         **error)
{
  if (self->operation == TRANCHE_OPERATION_COMMIT)
    return tranche_operations_commit_finish (self->operations, result, error);

  return tranche_operations_cancel_finish (self->operations, result, error);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Call) call = user_data;
  TrancheBulkRun *self = call->run;
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = finish (self, result, &error);
  if (order != NULL) {
    tranche_bulk_item_set_order (call->item, order);
    tranche_bulk_item_set_state (call->item, TRANCHE_BULK_DONE, NULL);
  } else {
    tranche_bulk_item_set_state (call->item,
                                 tranche_bank_error_is_unknown (error) ? TRANCHE_BULK_UNKNOWN
                                                                       : TRANCHE_BULK_FAILED,
                                 error);
  }

  set_under_way (self, self->n_under_way - 1);
  send_next (self);
  emit_changed (self);
}

static void
send (TrancheBulkRun  *self,
      TrancheBulkItem *item)
{
  Call *call = g_new0 (Call, 1);

  call->run = g_object_ref (self);
  call->item = g_object_ref (item);
  set_under_way (self, self->n_under_way + 1);
  tranche_bulk_item_set_state (item, TRANCHE_BULK_RUNNING, NULL);

  if (self->operation == TRANCHE_OPERATION_COMMIT)
    tranche_operations_commit_async (self->operations, tranche_bulk_item_get_order (item), NULL,
                                     answered_cb, call);
  else
    tranche_operations_cancel_async (self->operations, tranche_bulk_item_get_order (item), NULL,
                                     answered_cb, call);
}

static void
send_next (TrancheBulkRun *self)
{
  while (self->n_under_way < MAX_UNDER_WAY && self->next < self->items->len) {
    TrancheBulkItem *item = g_ptr_array_index (self->items, self->next++);

    if (tranche_bulk_item_get_state (item) == TRANCHE_BULK_WAITING)
      send (self, item);
  }
}

static TrancheBulkItem *
find_item (TrancheBulkRun *self,
           gint64          order_id)
{
  for (guint i = 0; i < self->items->len; i++) {
    TrancheBulkItem *item = g_ptr_array_index (self->items, i);

    if (tranche_order_get_id (tranche_bulk_item_get_order (item)) == order_id)
      return item;
  }

  return NULL;
}

/* What the bank said later of an operation whose answer was lost. */
static void
settle (TrancheBulkRun  *self,
        TrancheBulkItem *item)
{
  TrancheOrder *order = tranche_bulk_item_get_order (item);
  TrancheVerdict verdict = tranche_settlement_judge_stage (self->operation,
                                                           tranche_order_get_stage (order));

  if (tranche_bulk_item_get_state (item) != TRANCHE_BULK_UNKNOWN ||
      tranche_operations_is_busy (self->operations, tranche_order_get_id (order)))
    return;

  tranche_bulk_item_set_state (item,
                               verdict == TRANCHE_VERDICT_HAPPENED ? TRANCHE_BULK_DONE
                                                                   : TRANCHE_BULK_FAILED,
                               NULL);
  emit_changed (self);
}

static void
book_changed_cb (TrancheBulkRun *self,
                 TrancheOrder   *after)
{
  TrancheBulkItem *item = find_item (self, tranche_order_get_id (after));

  if (item == NULL)
    return;

  tranche_bulk_item_set_order (item, after);
  settle (self, item);
}

static void
busy_changed_cb (TrancheBulkRun *self,
                 gint64          order_id)
{
  TrancheBulkItem *item = find_item (self, order_id);

  if (item != NULL)
    settle (self, item);
}

static void
tranche_bulk_run_finalize (GObject *object)
{
  TrancheBulkRun *self = TRANCHE_BULK_RUN (object);

  g_clear_object (&self->operations);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (tranche_bulk_run_parent_class)->finalize (object);
}

static void
tranche_bulk_run_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrancheBulkRun *self = TRANCHE_BULK_RUN (object);

  switch (prop_id) {
  case PROP_RUNNING:
    g_value_set_boolean (value, self->n_under_way > 0);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_bulk_run_class_init (TrancheBulkRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tranche_bulk_run_finalize;
  object_class->get_property = tranche_bulk_run_get_property;

  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tranche_bulk_run_init (TrancheBulkRun *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

TrancheBulkRun *
tranche_bulk_run_new (TrancheOrderBook  *book,
                      TrancheOperations *operations,
                      TrancheOperation   operation,
                      GPtrArray         *orders)
{
  TrancheBulkRun *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);
  g_return_val_if_fail (operation == TRANCHE_OPERATION_COMMIT ||
                        operation == TRANCHE_OPERATION_CANCEL, NULL);

  self = g_object_new (TRANCHE_TYPE_BULK_RUN, NULL);
  self->operations = g_object_ref (operations);
  self->operation = operation;
  for (guint i = 0; i < orders->len; i++)
    g_ptr_array_add (self->items, tranche_bulk_item_new (g_ptr_array_index (orders, i)));

  g_signal_connect_object (book, "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operations, "busy-changed",
                           G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

TrancheOperation
tranche_bulk_run_get_operation (TrancheBulkRun *self)
{
  g_return_val_if_fail (TRANCHE_IS_BULK_RUN (self), TRANCHE_OPERATION_NONE);

  return self->operation;
}

gboolean
tranche_bulk_run_get_running (TrancheBulkRun *self)
{
  g_return_val_if_fail (TRANCHE_IS_BULK_RUN (self), FALSE);

  return self->n_under_way > 0;
}

guint
tranche_bulk_run_count (TrancheBulkRun   *self,
                        TrancheBulkState  state)
{
  guint n = 0;

  g_return_val_if_fail (TRANCHE_IS_BULK_RUN (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += tranche_bulk_item_get_state (g_ptr_array_index (self->items, i)) == state;

  return n;
}

static void
change_states (TrancheBulkRun   *self,
               TrancheBulkState  from,
               TrancheBulkState  to)
{
  for (guint i = 0; i < self->items->len; i++) {
    TrancheBulkItem *item = g_ptr_array_index (self->items, i);

    if (tranche_bulk_item_get_state (item) == from)
      tranche_bulk_item_set_state (item, to, NULL);
  }
}

void
tranche_bulk_run_start (TrancheBulkRun *self)
{
  g_return_if_fail (TRANCHE_IS_BULK_RUN (self));

  self->next = 0;
  send_next (self);
  emit_changed (self);
}

void
tranche_bulk_run_stop (TrancheBulkRun *self)
{
  g_return_if_fail (TRANCHE_IS_BULK_RUN (self));

  change_states (self, TRANCHE_BULK_WAITING, TRANCHE_BULK_LEFT);
  emit_changed (self);
}

void
tranche_bulk_run_retry (TrancheBulkRun *self)
{
  g_return_if_fail (TRANCHE_IS_BULK_RUN (self));

  change_states (self, TRANCHE_BULK_FAILED, TRANCHE_BULK_WAITING);
  change_states (self, TRANCHE_BULK_LEFT, TRANCHE_BULK_WAITING);
  tranche_bulk_run_start (self);
}
