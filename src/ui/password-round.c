/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/password-round.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"
#include "ui/view-words.h"

struct _TranchePasswordRound {
  GObject parent_instance;

  TrancheShop *shop;
  GtkWidget *parent;      /* (nullable) weak */
  GPtrArray *connections; /* (element-type TrancheConnection) */
  guint next;
  AdwPasswordEntryRow *row; /* unowned: of the dialog that asks */
  AdwAlertDialog *dialog;   /* unowned: the same */
};

G_DEFINE_FINAL_TYPE (TranchePasswordRound, tranche_password_round, G_TYPE_OBJECT)

static void go_on (TranchePasswordRound *self);
static void ask (TranchePasswordRound *self, const GError *error);

static TrancheAccount *
get_account (TranchePasswordRound *self)
{
  return tranche_connection_get_account (g_ptr_array_index (self->connections, self->next));
}

/* Whoever waits for what comes next keeps the round. */
static void
release (gpointer  self,
         GClosure *closure)
{
  g_object_unref (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TranchePasswordRound) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tranche_shop_save_account_finish (TRANCHE_SHOP (source), result, &error)) {
    self->next++;
    go_on (self);
  } else if (self->parent != NULL) {
    ask (self, error);
  }
}

static void
responded_cb (TranchePasswordRound *self,
              const char           *response)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->row));

  if (g_str_equal (response, "save") && *text != '\0') {
    tranche_shop_save_account_async (self->shop, get_account (self), text, NULL, saved_cb,
                                     g_object_ref (self));
  } else if (g_str_equal (response, "skip")) {
    self->next++;
    go_on (self);
  }
}

static void
typed_cb (TranchePasswordRound *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->row));

  adw_alert_dialog_set_response_enabled (self->dialog, "save", *text != '\0');
}

/* What the account's form calls it. */
static const char *
get_title (TrancheAccount *account)
{
  const TrancheBankInfo *bank = tranche_shop_find_bank (tranche_account_get_bank (account));

  return bank != NULL && (bank->fields & TRANCHE_ACCOUNT_AGREEMENT) != 0 ? _("Secret")
                                                                         : _("API password");
}

static GtkWidget *
make_entry (TranchePasswordRound *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->row = ADW_PASSWORD_ENTRY_ROW (adw_password_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), get_title (get_account (self)));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->row), TRUE);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->row));

  return list;
}

/* @error: (nullable): why the password before was not taken. */
static void
ask (TranchePasswordRound *self,
     const GError         *error)
{
  g_autofree char *label = tranche_account_label (get_account (self));
  /* Translators: %s is the name of an account at a bank */
  g_autofree char *heading = g_strdup_printf (_("Password of “%s”"), label);
  g_autoptr (TrancheErrorWords) words = NULL;

  self->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));
  if (error != NULL) {
    words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
    adw_alert_dialog_format_body (self->dialog, "%s. %s", words->title, words->body);
  } else {
    adw_alert_dialog_set_body (self->dialog,
                               _("Passwords are not in the file of the order book. Without it "
                                 "this account can only be read."));
  }
  adw_alert_dialog_set_extra_child (self->dialog, make_entry (self));
  adw_alert_dialog_add_response (self->dialog, "later", _("_Later"));
  if (self->next + 1 < self->connections->len)
    adw_alert_dialog_add_response (self->dialog, "skip", _("S_kip This One"));
  adw_alert_dialog_add_response (self->dialog, "save", _("_Save"));
  adw_alert_dialog_set_response_appearance (self->dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (self->dialog, "save");
  adw_alert_dialog_set_close_response (self->dialog, "later");
  adw_dialog_set_focus (ADW_DIALOG (self->dialog), GTK_WIDGET (self->row));
  typed_cb (self);
  /* The round goes on by the answer, and ends where there can be none any more. */
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (responded_cb), g_object_ref (self),
                         release, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self->dialog), self->parent);
}

static void
opened_cb (TrancheConnection    *connection,
           GParamSpec           *pspec,
           TranchePasswordRound *self)
{
  if (tranche_connection_get_state (connection) == TRANCHE_CONNECTION_OPENING)
    return;

  go_on (self);
  g_signal_handlers_disconnect_by_func (connection, opened_cb, self);
}

/* To the next that is known to have no password. */
static void
go_on (TranchePasswordRound *self)
{
  for (; self->parent != NULL && self->next < self->connections->len; self->next++) {
    TrancheConnection *connection = g_ptr_array_index (self->connections, self->next);

    switch (tranche_connection_get_state (connection)) {
    case TRANCHE_CONNECTION_NO_SECRET:
      ask (self, NULL);
      return;
    case TRANCHE_CONNECTION_OPENING:
      g_signal_connect_data (connection, "notify::state", G_CALLBACK (opened_cb),
                             g_object_ref (self), release, G_CONNECT_DEFAULT);
      return;
    case TRANCHE_CONNECTION_READY:
    case TRANCHE_CONNECTION_KEYRING_LOCKED:
    case TRANCHE_CONNECTION_NO_KEYRING:
    case TRANCHE_CONNECTION_REFUSED:
    default:
      break;
    }
  }
}

static void
tranche_password_round_finalize (GObject *object)
{
  TranchePasswordRound *self = TRANCHE_PASSWORD_ROUND (object);

  g_clear_weak_pointer (&self->parent);
  g_ptr_array_unref (self->connections);
  g_object_unref (self->shop);

  G_OBJECT_CLASS (tranche_password_round_parent_class)->finalize (object);
}

static void
tranche_password_round_class_init (TranchePasswordRoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_password_round_finalize;
}

static void
tranche_password_round_init (TranchePasswordRound *self)
{
  self->connections = g_ptr_array_new_with_free_func (g_object_unref);
}

void
tranche_password_round_begin (TrancheShop *shop,
                              GtkWidget   *parent)
{
  GListModel *connections = tranche_shop_get_connections (shop);
  g_autoptr (TranchePasswordRound) self = g_object_new (TRANCHE_TYPE_PASSWORD_ROUND, NULL);

  self->shop = g_object_ref (shop);
  g_set_weak_pointer (&self->parent, parent);
  /* What is saved moves within the list. */
  for (guint i = 0; i < g_list_model_get_n_items (connections); i++)
    g_ptr_array_add (self->connections, g_list_model_get_item (connections, i));
  go_on (self);
}
