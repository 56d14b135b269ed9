/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/account-group.h"

#include "ui/error-words.h"
#include "ui/view-words.h"

struct _TrancheAccountGroup {
  AdwPreferencesGroup parent_instance;

  TrancheShop *shop;
  /* The chosen account, whose state is watched. (nullable) */
  TrancheConnection *connection;
  GCancellable *cancellable;

  AdwComboRow *account_row;
  AdwActionRow *trouble_row;
  GtkButton *unlock_button;
  AdwComboRow *product_row;
};

G_DEFINE_FINAL_TYPE (TrancheAccountGroup, tranche_account_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  ACCOUNT_CHANGED,
  BANK_CHANGED,
  PRODUCT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
account_name (gpointer        unused,
              TrancheAccount *account)
{
  return account != NULL ? tranche_account_label (account) : NULL;
}

/* Says at once, and not after all was typed, that nothing can be sent. */
static void
show_trouble (TrancheAccountGroup *self)
{
  TrancheConnectionState state = tranche_connection_get_state (self->connection);
  gboolean can_unlock = state == TRANCHE_CONNECTION_KEYRING_LOCKED ||
                        state == TRANCHE_CONNECTION_NO_KEYRING;
  const char *fix = tranche_connection_state_fix (state);
  const char *hint = tranche_connection_state_hint (state);

  gtk_widget_set_visible (GTK_WIDGET (self->trouble_row),
                          hint != NULL && state != TRANCHE_CONNECTION_OPENING);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->trouble_row),
                                 hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unlock_button), can_unlock && fix != NULL);
  if (fix != NULL)
    gtk_button_set_label (self->unlock_button, fix);
}

static void
connection_changed_cb (TrancheAccountGroup *self)
{
  show_trouble (self);
  g_signal_emit (self, signals[BANK_CHANGED], 0);
}

static void
watch (TrancheAccountGroup *self,
       TrancheConnection   *connection)
{
  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_func (self->connection, connection_changed_cb, self);
  g_set_object (&self->connection, connection);
  g_signal_connect_object (connection, "notify::state", G_CALLBACK (connection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::bank", G_CALLBACK (connection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_trouble (self);
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheAccountGroup) self = user_data;
  g_autoptr (TrancheErrorWords) words = NULL;
  g_autoptr (GError) error = NULL;

  if (tranche_shop_unlock_finish (TRANCHE_SHOP (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->unlock_button), TRUE);
  words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
  adw_action_row_set_subtitle (self->trouble_row, words->title);
}

static void
unlock_cb (TrancheAccountGroup *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->unlock_button), FALSE);
  adw_action_row_set_subtitle (self->trouble_row, "");
  tranche_shop_unlock_async (self->shop, self->connection, self->cancellable, unlocked_cb,
                             g_object_ref (self));
}

static void
account_selected_cb (TrancheAccountGroup *self)
{
  TrancheConnection *connection = tranche_account_group_get_connection (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *products;

  if (connection == NULL)
    return;

  watch (self, connection);

  products = tranche_account_get_products (tranche_connection_get_account (connection));
  for (guint i = 0; i < products->len; i++)
    gtk_string_list_append (names, ((TrancheProduct *) products->pdata[i])->name);

  adw_combo_row_set_model (self->product_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->product_row), products->len > 0);
  g_signal_emit (self, signals[ACCOUNT_CHANGED], 0);
}

static void
product_selected_cb (TrancheAccountGroup *self)
{
  g_signal_emit (self, signals[PRODUCT_CHANGED], 0);
}

static void
tranche_account_group_dispose (GObject *object)
{
  TrancheAccountGroup *self = TRANCHE_ACCOUNT_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  g_clear_object (&self->shop);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ACCOUNT_GROUP);

  G_OBJECT_CLASS (tranche_account_group_parent_class)->dispose (object);
}

static void
tranche_account_group_finalize (GObject *object)
{
  g_object_unref (TRANCHE_ACCOUNT_GROUP (object)->cancellable);

  G_OBJECT_CLASS (tranche_account_group_parent_class)->finalize (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, TRANCHE_TYPE_ACCOUNT_GROUP, G_SIGNAL_RUN_LAST,
                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_account_group_class_init (TrancheAccountGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_account_group_dispose;
  object_class->finalize = tranche_account_group_finalize;

  signals[ACCOUNT_CHANGED] = new_signal ("account-changed");
  signals[BANK_CHANGED] = new_signal ("bank-changed");
  signals[PRODUCT_CHANGED] = new_signal ("product-changed");

  g_type_ensure (TRANCHE_TYPE_CONNECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/account-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountGroup, account_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountGroup, trouble_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountGroup, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountGroup, product_row);
  gtk_widget_class_bind_template_callback (widget_class, account_name);
  gtk_widget_class_bind_template_callback (widget_class, account_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, product_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
}

static void
tranche_account_group_init (TrancheAccountGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_account_group_set_shop (TrancheAccountGroup *self,
                                TrancheShop         *shop,
                                TrancheConnection   *preferred)
{
  GListModel *connections;

  g_return_if_fail (TRANCHE_IS_ACCOUNT_GROUP (self));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));

  g_set_object (&self->shop, shop);
  connections = tranche_shop_get_connections (shop);
  adw_combo_row_set_model (self->account_row, connections);
  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);

    if (connection == preferred)
      adw_combo_row_set_selected (self->account_row, i);
  }
}

TrancheConnection *
tranche_account_group_get_connection (TrancheAccountGroup *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT_GROUP (self), NULL);

  return adw_combo_row_get_selected_item (self->account_row);
}

const TrancheProduct *
tranche_account_group_get_product (TrancheAccountGroup *self)
{
  TrancheConnection *connection = tranche_account_group_get_connection (self);
  guint selected;
  GPtrArray *products;

  if (connection == NULL)
    return NULL;

  selected = adw_combo_row_get_selected (self->product_row);
  products = tranche_account_get_products (tranche_connection_get_account (connection));

  return selected < products->len ? products->pdata[selected] : NULL;
}

void
tranche_account_group_select_product (TrancheAccountGroup *self,
                                      const char          *code)
{
  TrancheConnection *connection = tranche_account_group_get_connection (self);
  GPtrArray *products;

  if (connection == NULL || code == NULL)
    return;

  products = tranche_account_get_products (tranche_connection_get_account (connection));
  for (guint i = 0; i < products->len; i++) {
    if (g_strcmp0 (((TrancheProduct *) products->pdata[i])->code, code) == 0)
      adw_combo_row_set_selected (self->product_row, i);
  }
}
