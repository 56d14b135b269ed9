/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-page.h"

#include "ui/order-facts.h"
#include "ui/order-goods.h"
#include "ui/order-header.h"
#include "ui/order-history.h"
#include "ui/order-link.h"

struct _TrancheOrderPage {
  AdwBin parent_instance;

  GtkAdjustment *adjustment;

  TrancheShop *shop;
  TrancheOrderRow *row;
  GSignalGroup *row_signals;
  GSignalGroup *connection_signals;
  TrancheClock *clock;

  /* What the parts of the page are bound to. */
  TrancheOrder *order;
  TrancheConnection *connection;
  gboolean online;
};

G_DEFINE_FINAL_TYPE (TrancheOrderPage, tranche_order_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SHOP,
  PROP_ROW,
  PROP_CLOCK,
  PROP_ORDER,
  PROP_OPERATION,
  PROP_CONNECTION,
  PROP_ACCOUNT,
  PROP_BOOK,
  PROP_ONLINE,
  PROP_LOCKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
visible_child_cb (TrancheOrderPage *self,
                  TrancheOrderRow  *row,
                  TrancheOrder     *order)
{
  if (row == NULL)
    return g_strdup ("none");

  return g_strdup (order != NULL ? "order" : "loading");
}

static TrancheAccount *
get_account (TrancheOrderPage *self)
{
  return self->connection != NULL ? tranche_connection_get_account (self->connection) : NULL;
}

static void
account_changed_cb (TrancheOrderPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

static void
update_connection (TrancheOrderPage *self)
{
  TrancheConnection *connection = NULL;

  if (self->shop != NULL && self->order != NULL)
    connection = tranche_shop_find_connection (self->shop,
                                               tranche_order_get_account_id (self->order));

  if (!g_set_object (&self->connection, connection))
    return;

  g_signal_group_set_target (self->connection_signals, connection);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

static void
order_changed_cb (TrancheOrderPage *self)
{
  TrancheOrder *order = self->row != NULL ? tranche_order_row_get_order (self->row) : NULL;

  if (!g_set_object (&self->order, order))
    return;

  update_connection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
operation_changed_cb (TrancheOrderPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPERATION]);
}

/* An account may be added or removed while one of its orders is shown. */
static void
connections_changed_cb (TrancheOrderPage *self)
{
  update_connection (self);
}

static void
online_changed_cb (TrancheOrderPage *self)
{
  TrancheLiveStatus *live_status = self->shop != NULL ? tranche_shop_get_live_status (self->shop)
                                                      : NULL;
  gboolean online = live_status == NULL || tranche_live_status_get_online (live_status);

  if (self->online == online)
    return;

  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

static void
locked_changed_cb (TrancheOrderPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCKED]);
}

static void
set_clock (TrancheOrderPage *self,
           TrancheClock     *clock)
{
  if (g_set_object (&self->clock, clock))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOCK]);
}

static void
tranche_order_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrancheOrderPage *self = TRANCHE_ORDER_PAGE (object);

  switch (prop_id) {
  case PROP_SHOP:
    g_value_set_object (value, self->shop);
    break;
  case PROP_ROW:
    g_value_set_object (value, self->row);
    break;
  case PROP_CLOCK:
    g_value_set_object (value, self->clock);
    break;
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  case PROP_OPERATION:
    g_value_set_int (value, self->row != NULL ? (int) tranche_order_row_get_operation (self->row)
                                              : TRANCHE_OPERATION_NONE);
    break;
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_ACCOUNT:
    g_value_set_object (value, get_account (self));
    break;
  case PROP_ONLINE:
    g_value_set_boolean (value, self->online);
    break;
  case PROP_LOCKED:
    g_value_set_boolean (value, self->shop != NULL &&
                                tranche_guard_get_locked (tranche_shop_get_guard (self->shop)));
    break;
  case PROP_BOOK:
    g_value_set_object (value, self->shop != NULL ? tranche_shop_get_book (self->shop) : NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TrancheOrderPage *self = TRANCHE_ORDER_PAGE (object);

  switch (prop_id) {
  case PROP_SHOP:
    tranche_order_page_set_shop (self, g_value_get_object (value));
    break;
  case PROP_ROW:
    tranche_order_page_set_row (self, g_value_get_object (value));
    break;
  case PROP_CLOCK:
    set_clock (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_page_dispose (GObject *object)
{
  TrancheOrderPage *self = TRANCHE_ORDER_PAGE (object);

  tranche_order_page_set_row (self, NULL);
  tranche_order_page_set_shop (self, NULL);
  g_clear_object (&self->row_signals);
  g_clear_object (&self->connection_signals);
  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_PAGE);

  G_OBJECT_CLASS (tranche_order_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read_flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SHOP] =
    g_param_spec_object ("shop", NULL, NULL, TRANCHE_TYPE_SHOP, flags);
  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, TRANCHE_TYPE_ORDER_ROW, flags);
  properties[PROP_CLOCK] =
    g_param_spec_object ("clock", NULL, NULL, TRANCHE_TYPE_CLOCK, flags);
  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, read_flags);
  properties[PROP_OPERATION] =
    g_param_spec_int ("operation", NULL, NULL, 0, G_MAXINT, TRANCHE_OPERATION_NONE, read_flags);
  properties[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, TRANCHE_TYPE_CONNECTION, read_flags);
  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, TRANCHE_TYPE_ACCOUNT, read_flags);
  properties[PROP_ONLINE] =
    g_param_spec_boolean ("online", NULL, NULL, TRUE, read_flags);
  properties[PROP_LOCKED] =
    g_param_spec_boolean ("locked", NULL, NULL, FALSE, read_flags);
  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, TRANCHE_TYPE_ORDER_BOOK, read_flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_order_page_class_init (TrancheOrderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_order_page_get_property;
  object_class->set_property = tranche_order_page_set_property;
  object_class->dispose = tranche_order_page_dispose;
  install_properties (object_class);

  g_type_ensure (TRANCHE_TYPE_ORDER_FACTS);
  g_type_ensure (TRANCHE_TYPE_ORDER_GOODS);
  g_type_ensure (TRANCHE_TYPE_ORDER_HEADER);
  g_type_ensure (TRANCHE_TYPE_ORDER_HISTORY);
  g_type_ensure (TRANCHE_TYPE_ORDER_LINK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderPage, adjustment);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
}

static void
tranche_order_page_init (TrancheOrderPage *self)
{
  self->online = TRUE;
  self->clock = tranche_clock_new ();
  tranche_clock_start (self->clock);

  self->row_signals = g_signal_group_new (TRANCHE_TYPE_ORDER_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify::order",
                                  G_CALLBACK (order_changed_cb), self);
  g_signal_group_connect_swapped (self->row_signals, "notify::operation",
                                  G_CALLBACK (operation_changed_cb), self);
  self->connection_signals = g_signal_group_new (TRANCHE_TYPE_CONNECTION);
  g_signal_group_connect_swapped (self->connection_signals, "notify::account",
                                  G_CALLBACK (account_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

TrancheShop *
tranche_order_page_get_shop (TrancheOrderPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_PAGE (self), NULL);

  return self->shop;
}

static void
follow_shop (TrancheOrderPage *self)
{
  TrancheLiveStatus *live_status = tranche_shop_get_live_status (self->shop);

  g_signal_connect_object (tranche_shop_get_connections (self->shop), "items-changed",
                           G_CALLBACK (connections_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_guard (self->shop), "notify::locked",
                           G_CALLBACK (locked_changed_cb), self, G_CONNECT_SWAPPED);
  if (live_status != NULL)
    g_signal_connect_object (live_status, "notify::online",
                             G_CALLBACK (online_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
leave_shop (TrancheOrderPage *self)
{
  TrancheLiveStatus *live_status = tranche_shop_get_live_status (self->shop);

  g_signal_handlers_disconnect_by_func (tranche_shop_get_connections (self->shop),
                                        connections_changed_cb, self);
  g_signal_handlers_disconnect_by_func (tranche_shop_get_guard (self->shop),
                                        locked_changed_cb, self);
  if (live_status != NULL)
    g_signal_handlers_disconnect_by_func (live_status, online_changed_cb, self);
}

void
tranche_order_page_set_shop (TrancheOrderPage *self,
                             TrancheShop      *shop)
{
  g_return_if_fail (TRANCHE_IS_ORDER_PAGE (self));

  if (self->shop == shop)
    return;

  if (self->shop != NULL)
    leave_shop (self);
  g_set_object (&self->shop, shop);
  if (shop != NULL)
    follow_shop (self);

  online_changed_cb (self);
  locked_changed_cb (self);
  update_connection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOP]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

TrancheOrderRow *
tranche_order_page_get_row (TrancheOrderPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_PAGE (self), NULL);

  return self->row;
}

void
tranche_order_page_set_row (TrancheOrderPage *self,
                            TrancheOrderRow  *row)
{
  g_return_if_fail (TRANCHE_IS_ORDER_PAGE (self));

  if (!g_set_object (&self->row, row))
    return;

  g_signal_group_set_target (self->row_signals, row);
  order_changed_cb (self);
  operation_changed_cb (self);
  /* Another order begins at its top. */
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}
