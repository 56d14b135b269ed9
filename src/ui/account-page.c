/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/account-page.h"

#include <glib/gi18n.h>

#include "ui/account-form.h"
#include "ui/error-box.h"

struct _TrancheAccountPage {
  AdwNavigationPage parent_instance;

  TrancheShop *shop;
  /* (nullable): while it is new. */
  TrancheAccount *account;
  gboolean busy;
  GCancellable *cancellable;

  GtkScrolledWindow *scroller;
  TrancheErrorBox *error_box;
  TrancheAccountForm *form;
  GtkWidget *test_box;
};

G_DEFINE_FINAL_TYPE (TrancheAccountPage, tranche_account_page, ADW_TYPE_NAVIGATION_PAGE)

enum {
  PROP_0,
  PROP_BUSY,
  PROP_IS_NEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SAVED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
not (gpointer unused,
     gboolean value)
{
  return !value;
}

static void
set_busy (TrancheAccountPage *self,
          gboolean            busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
show_failure (TrancheAccountPage *self,
              const GError       *error)
{
  tranche_error_box_show (self->error_box, error, TRANCHE_OPERATION_NONE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrancheAccountPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tranche_shop_save_account_finish (TRANCHE_SHOP (source), result, &error)) {
    g_signal_emit (self, signals[SAVED], 0);
  } else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL) {
    set_busy (self, FALSE);
    show_failure (self, error);
  }
}

static void
save_clicked_cb (TrancheAccountPage *self)
{
  g_autoptr (TrancheAccount) account = NULL;

  if (self->busy)
    return;

  tranche_error_box_clear (self->error_box);
  account = tranche_account_form_collect (self->form);
  if (account == NULL)
    return;

  set_busy (self, TRUE);
  tranche_shop_save_account_async (self->shop, account,
                                   tranche_account_form_get_secret (self->form),
                                   self->cancellable, saved_cb, g_object_ref (self));
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrancheAccountPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean works = tranche_shop_test_account_finish (TRANCHE_SHOP (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  set_busy (self, FALSE);
  gtk_widget_set_visible (self->test_box, works);
  if (works)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _("The bank accepts the login"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  else
    show_failure (self, error);
}

static void
test_clicked_cb (TrancheAccountPage *self)
{
  g_autoptr (TrancheAccount) account = NULL;

  tranche_error_box_clear (self->error_box);
  gtk_widget_set_visible (self->test_box, FALSE);
  account = tranche_account_form_collect (self->form);
  if (account == NULL)
    return;

  set_busy (self, TRUE);
  tranche_shop_test_account_async (self->shop, account,
                                   tranche_account_form_get_secret (self->form),
                                   self->cancellable, tested_cb, g_object_ref (self));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheAccountPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tranche_shop_remove_account_finish (TRANCHE_SHOP (source), result, &error)) {
    g_signal_emit (self, signals[REMOVED], 0);
  } else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL) {
    set_busy (self, FALSE);
    show_failure (self, error);
  }
}

static void
remove_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (TrancheAccountPage) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (response, "remove") != 0)
    return;

  set_busy (self, TRUE);
  tranche_shop_remove_account_async (self->shop, tranche_account_get_id (self->account),
                                     self->cancellable, removed_cb, g_object_ref (self));
}

static void
remove_clicked_cb (TrancheAccountPage *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Remove This Account?"), NULL));

  adw_alert_dialog_set_body (dialog, _("Its password is deleted from the keyring. Its orders stay in the list, but they can no longer be refreshed, committed or canceled here until the account is added again."));
  adw_alert_dialog_add_responses (dialog,
                                  "cancel", _("_Keep"),
                                  "remove", _("_Remove"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), self->cancellable, remove_answered_cb,
                           g_object_ref (self));
}

static void
tranche_account_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrancheAccountPage *self = TRANCHE_ACCOUNT_PAGE (object);

  switch (prop_id) {
  case PROP_BUSY:
    g_value_set_boolean (value, self->busy);
    break;
  case PROP_IS_NEW:
    g_value_set_boolean (value, self->account == NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_account_page_dispose (GObject *object)
{
  TrancheAccountPage *self = TRANCHE_ACCOUNT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->shop);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ACCOUNT_PAGE);

  G_OBJECT_CLASS (tranche_account_page_parent_class)->dispose (object);
}

static void
tranche_account_page_finalize (GObject *object)
{
  TrancheAccountPage *self = TRANCHE_ACCOUNT_PAGE (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (tranche_account_page_parent_class)->finalize (object);
}

/* Not on the button that saves, which comes first on the screen. */
static gboolean
tranche_account_page_grab_focus (GtkWidget *widget)
{
  TrancheAccountPage *self = TRANCHE_ACCOUNT_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
shown_cb (TrancheAccountPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRANCHE_TYPE_ACCOUNT_FORM);
  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountPage, error_box);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountPage, form);
  gtk_widget_class_bind_template_child (widget_class, TrancheAccountPage, test_box);
  gtk_widget_class_bind_template_callback (widget_class, not);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
tranche_account_page_class_init (TrancheAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tranche_account_page_get_property;
  object_class->dispose = tranche_account_page_dispose;
  object_class->finalize = tranche_account_page_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = tranche_account_page_grab_focus;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_NEW] =
    g_param_spec_boolean ("is-new", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVED] = g_signal_new ("saved", TRANCHE_TYPE_ACCOUNT_PAGE, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", TRANCHE_TYPE_ACCOUNT_PAGE, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_account_page_init (TrancheAccountPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is not known to be missing may be there. */
static gboolean
has_secret (TrancheShop    *shop,
            TrancheAccount *account)
{
  TrancheConnection *connection =
    account != NULL ? tranche_shop_find_connection (shop, tranche_account_get_id (account)) : NULL;

  return connection != NULL &&
         tranche_connection_get_state (connection) != TRANCHE_CONNECTION_NO_SECRET;
}

AdwNavigationPage *
tranche_account_page_new (TrancheShop    *shop,
                          TrancheAccount *account)
{
  TrancheAccountPage *self = g_object_new (TRANCHE_TYPE_ACCOUNT_PAGE, NULL);

  g_set_object (&self->shop, shop);
  g_set_object (&self->account, account);
  tranche_account_form_set_account (self->form, account, has_secret (shop, account));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_NEW]);

  return ADW_NAVIGATION_PAGE (self);
}
