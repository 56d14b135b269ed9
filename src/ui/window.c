/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include <glib/gi18n.h>

#include "ui/shop-settings.h"
#include "ui/welcome-page.h"

G_DEFINE_FINAL_TYPE (TrancheWindow, tranche_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_BOOK_PATH,
  PROP_ARCHIVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_failure (TrancheWindow *self,
              const GError  *error)
{
  tranche_failure_page_show (self->failure_page, error, self->book_path);
  gtk_stack_set_visible_child_name (self->stack, "failure");
  tranche_failure_page_focus (self->failure_page);
}

/* The welcome page is for who has nothing yet; whoever removed the last
 * account still has the orders. */
static gboolean
is_new (TrancheWindow *self)
{
  return g_list_model_get_n_items (tranche_shop_get_connections (self->shop)) == 0 &&
         tranche_view_counts_get (self->counts, TRANCHE_VIEW_ALL) == 0;
}

static void
update_page (TrancheWindow *self)
{
  if (self->leaving)
    return;

  if (!self->archive && is_new (self)) {
    gtk_stack_set_visible_child_name (self->stack, "welcome");
    return;
  }

  if (self->workplace == NULL) {
    self->workplace = TRANCHE_WORKPLACE (tranche_workplace_new (self->shop, self->counts,
                                                                self->settings,
                                                                G_ACTION_MAP (self)));
    adw_bin_set_child (self->workplace_bin, GTK_WIDGET (self->workplace));
    if (self->archive)
      tranche_workplace_set_blocked (self->workplace, FALSE);
  }
  gtk_stack_set_visible_child_name (self->stack, "workplace");
  tranche_window_go_on (self);
}

static void
set_shop (TrancheWindow *self,
          TrancheShop   *shop)
{
  self->shop = g_object_ref (shop);
  self->counts = tranche_view_counts_new (tranche_shop_get_book (shop));
  g_signal_connect_object (self->counts, "changed",
                           G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  if (self->archive) {
    update_page (self);
    return;
  }

  self->notifier = tranche_notifier_new (gtk_window_get_application (GTK_WINDOW (self)),
                                         self->settings, shop);
  tranche_shop_settings_bind (self->settings, shop);

  g_signal_connect_object (tranche_shop_get_connections (shop), "items-changed",
                           G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  if (!is_new (self))
    update_page (self);
}

static void
shop_closed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrancheWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_shop_close_finish (TRANCHE_SHOP (source), result, &error))
    g_warning ("Closing the shop failed: %s", error->message);

  self->closed = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

void
tranche_window_leave_shop (TrancheWindow *self)
{
  self->leaving = TRUE;
  tranche_window_drop_dialogs (self);
  adw_bin_set_child (self->workplace_bin, NULL);
  self->workplace = NULL;
  /* What is settled now is counted and told no more. */
  g_clear_object (&self->notifier);
  g_clear_object (&self->counts);
  tranche_window_update_books (self);
}

static void
begin_closing (TrancheWindow *self)
{
  self->closing = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "closing");
  tranche_window_leave_shop (self);
  tranche_shop_close_async (self->shop, shop_closed_cb, g_object_ref (self));
}

static void
shop_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrancheWindow) self = user_data;
  g_autoptr (TrancheShop) shop = NULL;
  g_autoptr (GError) error = NULL;

  shop = self->book_path != NULL ? tranche_shop_open_finish (result, &error)
                                 : tranche_shop_open_demo_finish (result, &error);
  self->opening = FALSE;

  if (shop != NULL)
    set_shop (self, shop);

  if (self->closing && shop != NULL) {
    begin_closing (self);
  } else if (self->closing) {
    self->closed = TRUE;
    gtk_window_destroy (GTK_WINDOW (self));
  } else if (shop == NULL) {
    show_failure (self, error);
    /* Also one that was to stay in the background has to be seen now. */
    gtk_window_present (GTK_WINDOW (self));
  } else {
    tranche_window_tell_news (self);
  }
  tranche_window_update_books (self);
}

void
tranche_window_open_shop (TrancheWindow *self)
{
  g_autoptr (TrancheBookUpgrade) upgrade = tranche_book_upgrade_new ();

  self->opening = TRUE;
  tranche_opening_page_watch (self->opening_page, upgrade);
  gtk_stack_set_visible_child_name (self->stack, "loading");

  if (self->archive)
    tranche_shop_open_archive_async (self->book_path, upgrade, self->cancellable,
                                     shop_opened_cb, g_object_ref (self));
  else if (self->book_path != NULL)
    tranche_shop_open_async (self->book_path, upgrade, self->cancellable,
                             shop_opened_cb, g_object_ref (self));
  else
    tranche_shop_open_demo_async (self->cancellable, shop_opened_cb, g_object_ref (self));
}

static void
retry_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  tranche_window_open_shop (TRANCHE_WINDOW (widget));
}

static void
visible_dialog_changed_cb (TrancheWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (self->workplace != NULL)
    tranche_workplace_set_blocked (self->workplace, dialog != NULL);
  tranche_window_dialog_changed (self);
  tranche_window_go_on (self);
}

static void
restore_size (TrancheWindow *self)
{
  int width = 0, height = 0;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_size (TrancheWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Whether the program goes on without the window, which then is only hidden. */
static gboolean
stays (TrancheWindow *self)
{
  return !self->finishing && !self->leaving && self->shop != NULL && self->book_path != NULL &&
         g_settings_get_boolean (self->settings, "run-in-background");
}

/* The window stays until the shop is closed, so that the program lives as long
 * as something is on its way to a bank. */
static gboolean
tranche_window_close_request (GtkWindow *window)
{
  TrancheWindow *self = TRANCHE_WINDOW (window);

  if (self->closed)
    return GTK_WINDOW_CLASS (tranche_window_parent_class)->close_request (window);
  if (self->closing || tranche_window_asks_first (self))
    return GDK_EVENT_STOP;

  save_size (self);

  if (stays (self)) {
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    return GDK_EVENT_STOP;
  }
  /* The book is being replaced: that is not left half done. */
  if (self->leaving) {
    self->closing = TRUE;
    return GDK_EVENT_STOP;
  }
  if (self->opening) {
    self->closing = TRUE;
    g_cancellable_cancel (self->cancellable);
    return GDK_EVENT_STOP;
  }
  if (self->shop != NULL) {
    begin_closing (self);
    return GDK_EVENT_STOP;
  }

  return GTK_WINDOW_CLASS (tranche_window_parent_class)->close_request (window);
}

/* What is looked at in an archive is not what the book begins with next time. */
static GSettings *
new_settings (TrancheWindow *self)
{
  g_autoptr (GSettingsBackend) backend = NULL;
  GSettings *settings;

  if (!self->archive)
    return g_settings_new (TRANCHE_APPLICATION_ID);

  backend = g_memory_settings_backend_new ();
  settings = g_settings_new_with_backend (TRANCHE_APPLICATION_ID, backend);
  g_settings_set_string (settings, "view", "all");
  return settings;
}

static void
tranche_window_constructed (GObject *object)
{
  TrancheWindow *self = TRANCHE_WINDOW (object);

  G_OBJECT_CLASS (tranche_window_parent_class)->constructed (object);

  self->settings = new_settings (self);
  restore_size (self);
  tranche_window_update_books (self);
  tranche_window_open_shop (self);
}

static void
tranche_window_dispose (GObject *object)
{
  TrancheWindow *self = TRANCHE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  self->workplace = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_WINDOW);
  g_clear_handle_id (&self->call_id, g_source_remove);
  g_clear_object (&self->asked);
  g_clear_object (&self->dialogs);
  g_clear_object (&self->notifier);
  g_clear_object (&self->counts);
  g_clear_object (&self->shop);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tranche_window_parent_class)->dispose (object);
}

static void
tranche_window_finalize (GObject *object)
{
  TrancheWindow *self = TRANCHE_WINDOW (object);

  g_clear_object (&self->cancellable);
  tranche_window_forget_call (self);
  g_free (self->book_path);
  g_free (self->source);
  g_free (self->news);

  G_OBJECT_CLASS (tranche_window_parent_class)->finalize (object);
}

static void
tranche_window_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TrancheWindow *self = TRANCHE_WINDOW (object);

  switch (prop_id) {
  case PROP_BOOK_PATH:
    self->book_path = g_value_dup_string (value);
    break;
  case PROP_ARCHIVE:
    self->archive = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_window_class_init (TrancheWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tranche_window_constructed;
  object_class->dispose = tranche_window_dispose;
  object_class->finalize = tranche_window_finalize;
  object_class->set_property = tranche_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = tranche_window_close_request;

  properties[PROP_BOOK_PATH] =
    g_param_spec_string ("book-path", NULL, NULL,
                         NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  properties[PROP_ARCHIVE] =
    g_param_spec_boolean ("archive", NULL, NULL,
                          FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_FAILURE_PAGE);
  g_type_ensure (TRANCHE_TYPE_OPENING_PAGE);
  g_type_ensure (TRANCHE_TYPE_WELCOME_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TrancheWindow, workplace_bin);
  gtk_widget_class_bind_template_child (widget_class, TrancheWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, TrancheWindow, failure_page);
  gtk_widget_class_bind_template_callback (widget_class, visible_dialog_changed_cb);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry_cb);
  tranche_window_install_books (widget_class);
}

static void
tranche_window_init (TrancheWindow *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tranche_window_watch_dialogs (self);
}

TrancheWindow *
tranche_window_new (AdwApplication *application,
                    const char     *book_path)
{
  return g_object_new (TRANCHE_TYPE_WINDOW,
                       "application", application,
                       "book-path", book_path,
                       NULL);
}

TrancheWindow *
tranche_window_new_archive (AdwApplication *application,
                            const char     *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the title of a window; %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_("Archive: %s"), name);

  return g_object_new (TRANCHE_TYPE_WINDOW,
                       "application", application,
                       "book-path", path,
                       "archive", TRUE,
                       "title", title,
                       NULL);
}

const char *
tranche_window_get_archive (TrancheWindow *self)
{
  g_return_val_if_fail (TRANCHE_IS_WINDOW (self), NULL);

  return self->archive ? self->book_path : NULL;
}

gboolean
tranche_window_get_demo (TrancheWindow *self)
{
  g_return_val_if_fail (TRANCHE_IS_WINDOW (self), FALSE);

  return self->book_path == NULL;
}

TrancheShop *
tranche_window_get_shop (TrancheWindow *self)
{
  g_return_val_if_fail (TRANCHE_IS_WINDOW (self), NULL);

  return self->leaving || self->archive ? NULL : self->shop;
}

gboolean
tranche_window_is_welcome (TrancheWindow *self)
{
  g_return_val_if_fail (TRANCHE_IS_WINDOW (self), FALSE);

  return self->counts != NULL && is_new (self);
}

void
tranche_window_finish (TrancheWindow *self)
{
  g_return_if_fail (TRANCHE_IS_WINDOW (self));

  self->finishing = TRUE;
  if (tranche_window_close_request (GTK_WINDOW (self)) == GDK_EVENT_PROPAGATE)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    self->finishing = FALSE;
}
