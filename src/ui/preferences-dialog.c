/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/preferences-dialog.h"

#include <glib/gi18n.h>

#include "core/order-number.h"
#include "ui/file-choice.h"
#include "ui/portal.h"

struct _TranchePreferencesDialog {
  AdwPreferencesDialog parent_instance;

  GtkWidget *shop_name_row;
  GtkWidget *shop_address_row;
  GtkWidget *slip_width_row;
  GtkWidget *number_prefix_row;
  GtkWidget *live_pace_row;
  AdwPreferencesGroup *notify_group;
  GtkWidget *notify_signed_row;
  GtkWidget *notify_refused_row;
  GtkWidget *notify_deadlines_row;
  GtkWidget *notify_cooling_row;
  GtkWidget *notify_payouts_row;
  GtkWidget *notify_accounts_row;
  GtkWidget *notify_customers_row;
  GtkWidget *search_provider_row;
  GtkWidget *run_in_background_row;
  GtkWidget *start_at_login_row;
  GtkWidget *backup_daily_row;
  GtkWidget *archive_months_row;
  GtkWidget *log_level_row;

  GSettings *settings;
  char *backup_folder;
  GCancellable *cancellable;
};

enum {
  PROP_0,
  PROP_BACKUP_FOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TranchePreferencesDialog, tranche_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* The values of keys in the order of their rows. */
static const char * const slip_widths[] = { "58", "80", NULL };
static const char * const live_paces[] = { "usual", "seldom", "rare", NULL };
static const char * const log_levels[] = { "usual", "detailed", NULL };

static gboolean
get_choice (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  const char * const *choices = user_data;
  const char *chosen = g_variant_get_string (variant, NULL);

  for (guint i = 0; choices[i] != NULL; i++) {
    if (g_str_equal (chosen, choices[i])) {
      g_value_set_uint (value, i);
      return TRUE;
    }
  }

  return FALSE;
}

static GVariant *
set_choice (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  const char * const *choices = user_data;
  guint chosen = g_value_get_uint (value);

  return chosen < g_strv_length ((char **) choices) ? g_variant_new_string (choices[chosen]) : NULL;
}

static void
bind_choice (TranchePreferencesDialog *self,
             const char               *key,
             GtkWidget                *row,
             const char * const       *choices)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_choice, set_choice, (gpointer) choices, NULL);
}

/* What the next order could be called. */
static char *
number_example (gpointer    unused,
                const char *prefix)
{
  g_autofree char *number = tranche_order_number_new (prefix);

  /* Translators: %s is an order's number such as "SHOP-1122-47J-2FN" */
  return g_strdup_printf (_("Such as %s"), number);
}

static gboolean
is_chosen (gpointer    unused,
           const char *folder)
{
  return folder != NULL && *folder != '\0';
}

static char *
folder_label (gpointer    unused,
              const char *folder)
{
  if (!is_chosen (NULL, folder))
    return g_strdup (_("Beside the order book"));

  return g_filename_display_name (folder);
}

static void
reset_folder_cb (TranchePreferencesDialog *self)
{
  g_settings_reset (self->settings, "backup-folder");
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TranchePreferencesDialog) self = user_data;
  g_autoptr (GFile) folder = tranche_choose_file_finish (result, NULL);

  if (folder == NULL || self->settings == NULL)
    return;

  if (g_file_peek_path (folder) != NULL)
    g_settings_set_string (self->settings, "backup-folder", g_file_peek_path (folder));
  else
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self),
                                      adw_toast_new (_("A backup can only be written to a folder of this computer")));
}

static void
choose_folder_cb (TranchePreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Choose a Folder for Backups"));
  tranche_choose_file_async (dialog, TRANCHE_CHOICE_FOLDER, GTK_WIDGET (self), self->cancellable,
                             folder_chosen_cb, g_object_ref (self));
}

static void
tranche_preferences_dialog_get_property (GObject    *object,
                                         guint       prop_id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  TranchePreferencesDialog *self = TRANCHE_PREFERENCES_DIALOG (object);

  switch (prop_id) {
  case PROP_BACKUP_FOLDER:
    g_value_set_string (value, self->backup_folder);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_preferences_dialog_set_property (GObject      *object,
                                         guint         prop_id,
                                         const GValue *value,
                                         GParamSpec   *pspec)
{
  TranchePreferencesDialog *self = TRANCHE_PREFERENCES_DIALOG (object);

  switch (prop_id) {
  case PROP_BACKUP_FOLDER:
    if (g_set_str (&self->backup_folder, g_value_get_string (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_preferences_dialog_dispose (GObject *object)
{
  TranchePreferencesDialog *self = TRANCHE_PREFERENCES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tranche_preferences_dialog_parent_class)->dispose (object);
}

static void
tranche_preferences_dialog_finalize (GObject *object)
{
  TranchePreferencesDialog *self = TRANCHE_PREFERENCES_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->backup_folder);

  G_OBJECT_CLASS (tranche_preferences_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, shop_name_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, shop_address_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, slip_width_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, number_prefix_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, live_pace_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, notify_group);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, notify_signed_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, notify_refused_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, notify_deadlines_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, notify_cooling_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, notify_payouts_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, notify_accounts_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, notify_customers_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, search_provider_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, run_in_background_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, start_at_login_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, backup_daily_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, archive_months_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePreferencesDialog, log_level_row);
}

static void
tranche_preferences_dialog_class_init (TranchePreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_preferences_dialog_get_property;
  object_class->set_property = tranche_preferences_dialog_set_property;
  object_class->dispose = tranche_preferences_dialog_dispose;
  object_class->finalize = tranche_preferences_dialog_finalize;

  properties[PROP_BACKUP_FOLDER] =
    g_param_spec_string ("backup-folder", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/preferences-dialog.ui");
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, number_example);
  gtk_widget_class_bind_template_callback (widget_class, is_chosen);
  gtk_widget_class_bind_template_callback (widget_class, folder_label);
  gtk_widget_class_bind_template_callback (widget_class, reset_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
}

static void
tranche_preferences_dialog_init (TranchePreferencesDialog *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_rows (TranchePreferencesDialog *self)
{
  const struct {
    const char *key;
    gpointer object;
    const char *property;
  } plain[] = {
    { "shop-name", self->shop_name_row, "text" },
    { "shop-address", self->shop_address_row, "text" },
    { "number-prefix", self->number_prefix_row, "text" },
    { "notify-signed", self->notify_signed_row, "active" },
    { "notify-refused", self->notify_refused_row, "active" },
    { "notify-deadlines", self->notify_deadlines_row, "active" },
    { "notify-cooling", self->notify_cooling_row, "active" },
    { "notify-payouts", self->notify_payouts_row, "active" },
    { "notify-accounts", self->notify_accounts_row, "active" },
    { "notify-customers", self->notify_customers_row, "active" },
    { "search-provider", self->search_provider_row, "active" },
    { "run-in-background", self->run_in_background_row, "active" },
    { "start-at-login", self->start_at_login_row, "active" },
    { "archive-months", self->archive_months_row, "value" },
    { "backup-daily", self->backup_daily_row, "active" },
    { "backup-folder", self, "backup-folder" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_settings_bind (self->settings, plain[i].key, plain[i].object, plain[i].property,
                     G_SETTINGS_BIND_DEFAULT);

  bind_choice (self, "slip-width", self->slip_width_row, slip_widths);
  bind_choice (self, "live-pace", self->live_pace_row, live_paces);
  bind_choice (self, "log-level", self->log_level_row, log_levels);
}

/* A notification that the desktop does not show is not told of to the program. */
static void
notifications_found_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (TranchePreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (tranche_portal_find_finish (result, &error) ||
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;

  text = g_strdup_printf ("%s %s", _("This desktop shows no notifications of a program in a sandbox."),
                          tranche_portal_get_advice ());
  adw_preferences_group_set_description (self->notify_group, text);
}

AdwDialog *
tranche_preferences_dialog_new (GSettings *settings)
{
  TranchePreferencesDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TRANCHE_TYPE_PREFERENCES_DIALOG, NULL);
  self->settings = g_object_ref (settings);
  bind_rows (self);
  tranche_portal_find_async (TRANCHE_PORTAL_NOTIFICATIONS, self->cancellable,
                             notifications_found_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
