/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/account-row.h"

#include "ui/view-words.h"

struct _TrancheAccountRow {
  AdwActionRow parent_instance;

  TrancheConnection *connection;
};

G_DEFINE_FINAL_TYPE (TrancheAccountRow, tranche_account_row, ADW_TYPE_ACTION_ROW)

enum {
  PROP_0,
  PROP_CONNECTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  FIX,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
account_name (gpointer        unused,
              TrancheAccount *account)
{
  return account != NULL ? g_strdup (tranche_account_get_name (account)) : NULL;
}

static char *
account_subtitle (gpointer                unused,
                  TrancheAccount         *account,
                  TrancheConnectionState  state,
                  TrancheCallbackState    callback_state)
{
  const char *hint = tranche_connection_state_hint (state);

  if (hint == NULL)
    hint = tranche_callback_state_hint (callback_state);

  if (hint != NULL)
    return g_strdup (hint);

  return account != NULL ? g_strdup (tranche_bank_label (tranche_account_get_bank (account))) : NULL;
}

static char *
fix_label (gpointer               unused,
           TrancheConnectionState state)
{
  return g_strdup (tranche_connection_state_fix (state));
}

static gboolean
has_fix (gpointer               unused,
         TrancheConnectionState state)
{
  return tranche_connection_state_fix (state) != NULL;
}

static void
fix_clicked_cb (TrancheAccountRow *self)
{
  g_signal_emit (self, signals[FIX], 0);
}

static void
tranche_account_row_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheAccountRow *self = TRANCHE_ACCOUNT_ROW (object);

  switch (prop_id) {
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_account_row_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrancheAccountRow *self = TRANCHE_ACCOUNT_ROW (object);

  switch (prop_id) {
  case PROP_CONNECTION:
    self->connection = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_account_row_dispose (GObject *object)
{
  TrancheAccountRow *self = TRANCHE_ACCOUNT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ACCOUNT_ROW);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (tranche_account_row_parent_class)->dispose (object);
}

static void
tranche_account_row_class_init (TrancheAccountRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_account_row_get_property;
  object_class->set_property = tranche_account_row_set_property;
  object_class->dispose = tranche_account_row_dispose;

  properties[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, TRANCHE_TYPE_CONNECTION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FIX] = g_signal_new ("fix", TRANCHE_TYPE_ACCOUNT_ROW, G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/account-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, account_name);
  gtk_widget_class_bind_template_callback (widget_class, account_subtitle);
  gtk_widget_class_bind_template_callback (widget_class, fix_label);
  gtk_widget_class_bind_template_callback (widget_class, has_fix);
  gtk_widget_class_bind_template_callback (widget_class, fix_clicked_cb);
}

static void
tranche_account_row_init (TrancheAccountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tranche_account_row_new (TrancheConnection *connection)
{
  return g_object_new (TRANCHE_TYPE_ACCOUNT_ROW, "connection", connection, NULL);
}

TrancheConnection *
tranche_account_row_get_connection (TrancheAccountRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT_ROW (self), NULL);

  return self->connection;
}
