/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-header.h"

#include <glib/gi18n.h>

#include "core/bank-error.h"
#include "ui/error-box.h"
#include "ui/order-actions.h"
#include "ui/order-buttons.h"
#include "ui/order-freshness.h"
#include "ui/order-title.h"
#include "ui/order-words.h"

struct _TrancheOrderHeader {
  AdwBin parent_instance;

  TrancheErrorBox *error_box;

  TrancheOrder *order;
  TrancheOperation operation;
  TrancheConnection *connection;
  GSignalGroup *connection_signals;
  gboolean online;
  gboolean locked;
  GDateTime *now;
};

G_DEFINE_FINAL_TYPE (TrancheOrderHeader, tranche_order_header, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ORDER,
  PROP_OPERATION,
  PROP_CONNECTION,
  PROP_ONLINE,
  PROP_LOCKED,
  PROP_NOW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Closures of the template. The page begins without an order and a clock. */

static char *
what_now_cb (TrancheOrderHeader *self,
             TrancheOrder       *order,
             int                 operation,
             TrancheConnection  *connection,
             gboolean            online,
             GDateTime          *now)
{
  if (order == NULL || now == NULL)
    return g_strdup ("");

  return tranche_order_what_now (order, (TrancheOperation) operation,
                                 tranche_reach_get (connection, online), now);
}

static gboolean
is_running_cb (TrancheOrderHeader *self,
               int                 operation)
{
  return operation != TRANCHE_OPERATION_NONE;
}

static char *
progress_cb (TrancheOrderHeader *self,
             int                 operation)
{
  return g_strdup (tranche_operation_progress ((TrancheOperation) operation));
}

static gboolean
can_repeat_cb (TrancheOrderHeader *self,
               TrancheOrder       *order)
{
  return order != NULL && tranche_order_can_repeat (order);
}

/* What came to nothing can be repeated, and that is all. */
static gboolean
is_alive_cb (TrancheOrderHeader *self,
             TrancheOrder       *order)
{
  return !can_repeat_cb (self, order);
}

/* Where the bank commits by itself there is nothing to plan. */
static gboolean
has_plan_cb (TrancheOrderHeader *self,
             TrancheOrder       *order,
             TrancheConnection  *connection)
{
  if (order == NULL)
    return FALSE;
  if (tranche_order_get_commit_planned (order))
    return TRUE;

  return tranche_order_get_stage (order) == TRANCHE_STAGE_COOLING && connection != NULL &&
         !tranche_account_get_auto_commit (tranche_connection_get_account (connection));
}

/* Told once and not with every answer, for it is read aloud. */
static gboolean
is_same_error (TrancheOrder *a,
               TrancheOrder *b)
{
  return a != NULL && b != NULL && tranche_order_get_id (a) == tranche_order_get_id (b)
         && tranche_order_get_last_error_code (a) == tranche_order_get_last_error_code (b)
         && g_strcmp0 (tranche_order_get_last_error (a), tranche_order_get_last_error (b)) == 0;
}

static void
update_error (TrancheOrderHeader *self)
{
  g_autoptr (GError) error = NULL;
  const char *text;
  int code = self->order != NULL ? tranche_order_get_last_error_code (self->order) : 0;

  if (code == 0) {
    tranche_error_box_clear (self->error_box);
    return;
  }

  text = tranche_order_get_last_error (self->order);
  error = tranche_bank_error_new ((TrancheBankError) code, 0, "%s", text != NULL ? text : "");
  tranche_error_box_show (self->error_box, error, self->operation);
}

static void
connection_changed_cb (TrancheOrderHeader *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTION]);
}

static void
set_order (TrancheOrderHeader *self,
           TrancheOrder       *order)
{
  gboolean same_error = is_same_error (self->order, order);

  if (!g_set_object (&self->order, order))
    return;

  if (!same_error)
    update_error (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
set_operation (TrancheOrderHeader *self,
               TrancheOperation    operation)
{
  if (self->operation == operation)
    return;

  self->operation = operation;
  update_error (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPERATION]);
}

static void
set_connection (TrancheOrderHeader *self,
                TrancheConnection  *connection)
{
  if (!g_set_object (&self->connection, connection))
    return;

  g_signal_group_set_target (self->connection_signals, connection);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTION]);
}

static void
set_online (TrancheOrderHeader *self,
            gboolean            online)
{
  if (self->online == online)
    return;

  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

static void
set_locked (TrancheOrderHeader *self,
            gboolean            locked)
{
  if (self->locked == locked)
    return;

  self->locked = locked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCKED]);
}

static void
set_now (TrancheOrderHeader *self,
         GDateTime          *now)
{
  if (self->now == now)
    return;

  g_clear_pointer (&self->now, g_date_time_unref);
  if (now != NULL)
    self->now = g_date_time_ref (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
}

static void
tranche_order_header_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrancheOrderHeader *self = TRANCHE_ORDER_HEADER (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  case PROP_OPERATION:
    g_value_set_int (value, (int) self->operation);
    break;
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_ONLINE:
    g_value_set_boolean (value, self->online);
    break;
  case PROP_LOCKED:
    g_value_set_boolean (value, self->locked);
    break;
  case PROP_NOW:
    g_value_set_boxed (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_header_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TrancheOrderHeader *self = TRANCHE_ORDER_HEADER (object);

  switch (prop_id) {
  case PROP_ORDER:
    set_order (self, g_value_get_object (value));
    break;
  case PROP_OPERATION:
    set_operation (self, (TrancheOperation) g_value_get_int (value));
    break;
  case PROP_CONNECTION:
    set_connection (self, g_value_get_object (value));
    break;
  case PROP_ONLINE:
    set_online (self, g_value_get_boolean (value));
    break;
  case PROP_LOCKED:
    set_locked (self, g_value_get_boolean (value));
    break;
  case PROP_NOW:
    set_now (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_header_dispose (GObject *object)
{
  TrancheOrderHeader *self = TRANCHE_ORDER_HEADER (object);

  g_clear_object (&self->connection_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_HEADER);

  G_OBJECT_CLASS (tranche_order_header_parent_class)->dispose (object);
}

static void
tranche_order_header_finalize (GObject *object)
{
  TrancheOrderHeader *self = TRANCHE_ORDER_HEADER (object);

  g_clear_object (&self->order);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->now, g_date_time_unref);

  G_OBJECT_CLASS (tranche_order_header_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderHeader, error_box);
  gtk_widget_class_bind_template_callback (widget_class, what_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_running_cb);
  gtk_widget_class_bind_template_callback (widget_class, progress_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, can_repeat_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_alive_cb);
}

static void
tranche_order_header_class_init (TrancheOrderHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_order_header_get_property;
  object_class->set_property = tranche_order_header_set_property;
  object_class->dispose = tranche_order_header_dispose;
  object_class->finalize = tranche_order_header_finalize;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  properties[PROP_OPERATION] =
    g_param_spec_int ("operation", NULL, NULL, 0, G_MAXINT, TRANCHE_OPERATION_NONE, flags);
  properties[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, TRANCHE_TYPE_CONNECTION, flags);
  properties[PROP_ONLINE] =
    g_param_spec_boolean ("online", NULL, NULL, TRUE, flags);
  properties[PROP_LOCKED] =
    g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  properties[PROP_NOW] =
    g_param_spec_boxed ("now", NULL, NULL, G_TYPE_DATE_TIME, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  g_type_ensure (TRANCHE_TYPE_ORDER_BUTTONS);
  g_type_ensure (TRANCHE_TYPE_ORDER_FRESHNESS);
  g_type_ensure (TRANCHE_TYPE_ORDER_TITLE);
  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_order_header_init (TrancheOrderHeader *self)
{
  self->online = TRUE;
  self->connection_signals = g_signal_group_new (TRANCHE_TYPE_CONNECTION);
  g_signal_group_connect_swapped (self->connection_signals, "notify",
                                  G_CALLBACK (connection_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}
