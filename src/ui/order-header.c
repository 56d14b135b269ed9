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
  TrancheOrderPart parent_instance;

  TrancheErrorBox *error_box;

  TrancheOrder *told; /* (nullable): whose error is shown */
  GSignalGroup *connection_signals;
  gboolean online;
};

G_DEFINE_FINAL_TYPE (TrancheOrderHeader, tranche_order_header, TRANCHE_TYPE_ORDER_PART)

enum {
  PROP_0,
  PROP_ONLINE,
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
  TrancheOrder *order = tranche_order_part_get_order (TRANCHE_ORDER_PART (self));
  TrancheOperation operation = tranche_order_part_get_operation (TRANCHE_ORDER_PART (self));
  g_autoptr (GError) error = NULL;
  const char *text;
  int code = order != NULL ? tranche_order_get_last_error_code (order) : 0;

  if (code == 0) {
    tranche_error_box_clear (self->error_box);
    return;
  }

  text = tranche_order_get_last_error (order);
  error = tranche_bank_error_new ((TrancheBankError) code, 0, "%s", text != NULL ? text : "");
  tranche_error_box_show (self->error_box, error, operation);
}

static void
order_changed_cb (TrancheOrderHeader *self)
{
  TrancheOrder *order = tranche_order_part_get_order (TRANCHE_ORDER_PART (self));
  gboolean same_error = is_same_error (self->told, order);

  g_set_object (&self->told, order);
  if (!same_error)
    update_error (self);
}

static void
connection_set_cb (TrancheOrderHeader *self)
{
  g_autoptr (TrancheConnection) connection = NULL;

  g_object_get (self, "connection", &connection, NULL);
  g_signal_group_set_target (self->connection_signals, connection);
}

static void
connection_changed_cb (TrancheOrderHeader *self)
{
  g_object_notify (G_OBJECT (self), "connection");
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
tranche_order_header_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrancheOrderHeader *self = TRANCHE_ORDER_HEADER (object);

  switch (prop_id) {
  case PROP_ONLINE:
    g_value_set_boolean (value, self->online);
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
  case PROP_ONLINE:
    set_online (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_header_dispose (GObject *object)
{
  TrancheOrderHeader *self = TRANCHE_ORDER_HEADER (object);

  g_clear_object (&self->told);
  g_clear_object (&self->connection_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_HEADER);

  G_OBJECT_CLASS (tranche_order_header_parent_class)->dispose (object);
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

  properties[PROP_ONLINE] =
    g_param_spec_boolean ("online", NULL, NULL, TRUE, flags);
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
  g_signal_connect (self, "notify::order", G_CALLBACK (order_changed_cb), NULL);
  g_signal_connect (self, "notify::operation", G_CALLBACK (update_error), NULL);
  g_signal_connect (self, "notify::connection", G_CALLBACK (connection_set_cb), NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
}
