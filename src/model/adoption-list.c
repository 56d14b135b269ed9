/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/adoption-list.h"

#include "model/pasted-numbers.h"

/* So many questions at a time hide the way to the bank and still leave its limit
 * to others. */
#define MAX_ASKED 3

struct _TrancheAdoptionList {
  GObject parent_instance;

  TrancheOperations *operations;
  TrancheConnection *connection;
  GPtrArray *adoptions;
  GCancellable *cancellable;
  guint n_begun;
  guint n_done;
  gboolean started;
};

enum {
  PROP_0,
  PROP_N_DONE,
  PROP_RUNNING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

typedef struct {
  TrancheAdoptionList *list;
  TrancheAdoption *adoption;
} Step;

static GType
get_item_type (GListModel *model)
{
  return TRANCHE_TYPE_ADOPTION;
}

static guint
get_n_items (GListModel *model)
{
  return TRANCHE_ADOPTION_LIST (model)->adoptions->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TrancheAdoptionList *self = TRANCHE_ADOPTION_LIST (model);

  return position < self->adoptions->len ? g_object_ref (self->adoptions->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheAdoptionList, tranche_adoption_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
tranche_adoption_list_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TrancheAdoptionList *self = TRANCHE_ADOPTION_LIST (object);

  switch (prop_id) {
  case PROP_N_DONE:
    g_value_set_uint (value, self->n_done);
    break;
  case PROP_RUNNING:
    g_value_set_boolean (value, tranche_adoption_list_get_running (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_adoption_list_dispose (GObject *object)
{
  TrancheAdoptionList *self = TRANCHE_ADOPTION_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->operations);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (tranche_adoption_list_parent_class)->dispose (object);
}

static void
tranche_adoption_list_finalize (GObject *object)
{
  TrancheAdoptionList *self = TRANCHE_ADOPTION_LIST (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->adoptions);

  G_OBJECT_CLASS (tranche_adoption_list_parent_class)->finalize (object);
}

static void
tranche_adoption_list_class_init (TrancheAdoptionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_adoption_list_get_property;
  object_class->dispose = tranche_adoption_list_dispose;
  object_class->finalize = tranche_adoption_list_finalize;

  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_adoption_list_init (TrancheAdoptionList *self)
{
  self->adoptions = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

TrancheAdoptionList *
tranche_adoption_list_new (TrancheOperations *operations,
                           TrancheConnection *connection,
                           const char        *text)
{
  TrancheAdoptionList *self;
  g_autoptr (GPtrArray) numbers = NULL;

  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);
  g_return_val_if_fail (TRANCHE_IS_CONNECTION (connection), NULL);

  self = g_object_new (TRANCHE_TYPE_ADOPTION_LIST, NULL);
  self->operations = g_object_ref (operations);
  self->connection = g_object_ref (connection);

  numbers = tranche_pasted_numbers_parse (
    text, tranche_account_get_currency (tranche_connection_get_account (connection)));
  for (guint i = 0; i < numbers->len; i++) {
    const TranchePastedNumber *number = numbers->pdata[i];

    g_ptr_array_add (self->adoptions, tranche_adoption_new (number->key, &number->amount));
  }

  return self;
}

static void begin_next (TrancheAdoptionList *self);

static void
end_one (TrancheAdoptionList *self)
{
  self->n_done++;
  begin_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  if (!tranche_adoption_list_get_running (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
adopted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Step *step = user_data;
  g_autoptr (TrancheAdoptionList) self = step->list;
  g_autoptr (TrancheAdoption) adoption = step->adoption;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  gboolean known = FALSE;

  g_free (step);
  order = tranche_operations_adopt_finish (TRANCHE_OPERATIONS (source), result, &known, &error);
  if (order != NULL)
    tranche_adoption_succeed (adoption, order, known);
  else
    tranche_adoption_fail (adoption, error);

  end_one (self);
}

static void
begin_next (TrancheAdoptionList *self)
{
  TrancheAdoption *adoption;
  const TrancheMoney *amount;
  Step *step;

  if (self->n_begun == self->adoptions->len || g_cancellable_is_cancelled (self->cancellable))
    return;

  adoption = self->adoptions->pdata[self->n_begun++];
  amount = tranche_adoption_get_amount (adoption);
  step = g_new0 (Step, 1);
  step->list = g_object_ref (self);
  step->adoption = g_object_ref (adoption);

  tranche_adoption_begin (adoption);
  tranche_operations_adopt_async (self->operations, self->connection,
                                  tranche_adoption_get_key (adoption),
                                  tranche_money_is_set (amount) ? amount : NULL,
                                  self->cancellable, adopted_cb, step);
}

void
tranche_adoption_list_start (TrancheAdoptionList *self)
{
  g_return_if_fail (TRANCHE_IS_ADOPTION_LIST (self));
  g_return_if_fail (!self->started);

  self->started = TRUE;
  for (guint i = 0; i < MAX_ASKED; i++)
    begin_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

void
tranche_adoption_list_stop (TrancheAdoptionList *self)
{
  g_autoptr (GError) stopped = NULL;

  g_return_if_fail (TRANCHE_IS_ADOPTION_LIST (self));

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  g_cancellable_cancel (self->cancellable);
  stopped = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped");
  while (self->n_begun < self->adoptions->len) {
    tranche_adoption_fail (self->adoptions->pdata[self->n_begun++], stopped);
    self->n_done++;
  }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

gboolean
tranche_adoption_list_get_running (TrancheAdoptionList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ADOPTION_LIST (self), FALSE);

  return self->started && self->n_done < self->adoptions->len;
}

guint
tranche_adoption_list_get_n_done (TrancheAdoptionList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ADOPTION_LIST (self), 0);

  return self->n_done;
}

guint
tranche_adoption_list_count (TrancheAdoptionList  *self,
                             TrancheAdoptionState  state)
{
  guint n = 0;

  g_return_val_if_fail (TRANCHE_IS_ADOPTION_LIST (self), 0);

  for (guint i = 0; i < self->adoptions->len; i++) {
    if (tranche_adoption_get_state (self->adoptions->pdata[i]) == state)
      n++;
  }

  return n;
}
