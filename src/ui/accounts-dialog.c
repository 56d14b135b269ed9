/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/accounts-dialog.h"

#include "ui/account-page.h"
#include "ui/account-row.h"
#include "ui/error-words.h"
#include "ui/toast.h"

struct _TrancheAccountsDialog {
  AdwDialog parent_instance;

  TrancheShop *shop;
  /* Opened for one account alone. */
  gboolean single;

  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TrancheAccountsDialog, tranche_accounts_dialog, ADW_TYPE_DIALOG)

enum {
  PROP_0,
  PROP_N_ACCOUNTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
list_page (gpointer unused,
           guint    n_accounts)
{
  return g_strdup (n_accounts > 0 ? "list" : "empty");
}

static void
focus_list_cb (gpointer user_data)
{
  g_autoptr (TrancheAccountsDialog) self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->navigation), GTK_DIR_TAB_FORWARD);
}

/* The row that led to the page has gone where the account is another one now, and
 * with it the focus, without which no key would reach the dialog. */
static void
popped_cb (TrancheAccountsDialog *self)
{
  g_idle_add_once (focus_list_cb, g_object_ref (self));
}

static void
page_done_cb (TrancheAccountsDialog *self)
{
  if (self->single)
    adw_dialog_close (ADW_DIALOG (self));
  else
    adw_navigation_view_pop (self->navigation);
}

static AdwNavigationPage *
make_page (TrancheAccountsDialog *self,
           TrancheAccount        *account)
{
  AdwNavigationPage *page = tranche_account_page_new (self->shop, account);

  g_signal_connect_object (page, "saved", G_CALLBACK (page_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "removed", G_CALLBACK (page_done_cb), self, G_CONNECT_SWAPPED);

  return page;
}

static void
edit (TrancheAccountsDialog *self,
      TrancheAccountRow     *row)
{
  TrancheConnection *connection = tranche_account_row_get_connection (row);

  adw_navigation_view_push (self->navigation,
                            make_page (self, tranche_connection_get_account (connection)));
}

static void
add_clicked_cb (TrancheAccountsDialog *self)
{
  adw_navigation_view_push (self->navigation, make_page (self, NULL));
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheAccountsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheErrorWords) words = NULL;

  if (tranche_shop_unlock_finish (TRANCHE_SHOP (source), result, &error))
    return;

  words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
  tranche_toast_show (self->toasts, words->title);
}

static void
fix_cb (TrancheAccountsDialog *self,
        TrancheAccountRow     *row)
{
  TrancheConnection *connection = tranche_account_row_get_connection (row);
  TrancheConnectionState state = tranche_connection_get_state (connection);

  if (state == TRANCHE_CONNECTION_KEYRING_LOCKED || state == TRANCHE_CONNECTION_NO_KEYRING)
    tranche_shop_unlock_async (self->shop, connection, NULL, unlocked_cb, g_object_ref (self));
  else
    edit (self, row);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  TrancheAccountsDialog *self = user_data;
  GtkWidget *row = tranche_account_row_new (item);

  g_signal_connect_object (row, "activated", G_CALLBACK (edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "fix", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
accounts_changed_cb (TrancheAccountsDialog *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ACCOUNTS]);
}

static void
tranche_accounts_dialog_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  TrancheAccountsDialog *self = TRANCHE_ACCOUNTS_DIALOG (object);

  switch (prop_id) {
  case PROP_N_ACCOUNTS:
    g_value_set_uint (value,
                      self->shop != NULL
                      ? g_list_model_get_n_items (tranche_shop_get_connections (self->shop))
                      : 0);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_accounts_dialog_dispose (GObject *object)
{
  TrancheAccountsDialog *self = TRANCHE_ACCOUNTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ACCOUNTS_DIALOG);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_accounts_dialog_parent_class)->dispose (object);
}

static void
tranche_accounts_dialog_class_init (TrancheAccountsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_accounts_dialog_get_property;
  object_class->dispose = tranche_accounts_dialog_dispose;

  properties[PROP_N_ACCOUNTS] =
    g_param_spec_uint ("n-accounts", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/accounts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, list_page);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
tranche_accounts_dialog_init (TrancheAccountsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tranche_accounts_dialog_new (TrancheShop *shop)
{
  TrancheAccountsDialog *self = g_object_new (TRANCHE_TYPE_ACCOUNTS_DIALOG, NULL);
  GListModel *connections = tranche_shop_get_connections (shop);

  g_set_object (&self->shop, shop);
  gtk_list_box_bind_model (self->list, connections, create_row, self, NULL);
  g_signal_connect_object (connections, "items-changed", G_CALLBACK (accounts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  accounts_changed_cb (self);

  return ADW_DIALOG (self);
}

static void
show_single (TrancheAccountsDialog *self,
             TrancheAccount        *account)
{
  AdwNavigationPage *page = make_page (self, account);

  self->single = TRUE;
  adw_navigation_view_replace (self->navigation, &page, 1);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (page));
}

void
tranche_accounts_dialog_add (TrancheAccountsDialog *self)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNTS_DIALOG (self));

  show_single (self, NULL);
}

void
tranche_accounts_dialog_edit (TrancheAccountsDialog *self,
                              TrancheConnection     *connection)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNTS_DIALOG (self));
  g_return_if_fail (TRANCHE_IS_CONNECTION (connection));

  show_single (self, tranche_connection_get_account (connection));
}
