/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/background.h"

#include <glib/gi18n.h>
#include <libportal-gtk4/portal-gtk4.h>

#include "ui/autostart.h"

#define RUN_KEY   "run-in-background"
#define LOGIN_KEY "start-at-login"

struct _TrancheBackground {
  GObject parent_instance;

  GtkApplication *application; /* unowned: it holds this */
  GSettings *settings;
  gboolean sandboxed;
  XdpPortal *portal; /* NULL where none is to be asked, or none can be */
  GCancellable *cancellable;
  gboolean correcting;
};

G_DEFINE_FINAL_TYPE (TrancheBackground, tranche_background, G_TYPE_OBJECT)

enum {
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_on (TrancheBackground *self,
       const char        *key)
{
  return g_settings_get_boolean (self->settings, key);
}

static void
switch_off (TrancheBackground *self,
            const char        *key)
{
  self->correcting = TRUE;
  if (is_on (self, key))
    g_settings_set_boolean (self->settings, key, FALSE);
  self->correcting = FALSE;
}

/* Nobody has to be told that what was switched off is off. */
static void
refuse (TrancheBackground *self,
        const char        *title)
{
  gboolean wanted = is_on (self, RUN_KEY) || is_on (self, LOGIN_KEY);

  switch_off (self, RUN_KEY);
  switch_off (self, LOGIN_KEY);
  if (wanted)
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, title);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheBackground) self = user_data;
  g_autoptr (GError) error = NULL;

  if (xdp_portal_request_background_finish (XDP_PORTAL (source), result, &error) ||
      self->portal == NULL)
    return;

  /* A person or the desktop has said no: both come as a cancelled request. */
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse (self, _("The desktop does not allow Tranche to run in the background"));
  else
    refuse (self, _("This desktop cannot run Tranche in the background"));
}

static void
ask_portal (TrancheBackground *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);
  g_autoptr (GPtrArray) command = NULL;
  XdpParent *parent = NULL;

  if (self->portal == NULL) {
    refuse (self, _("This desktop cannot run Tranche in the background"));
    return;
  }

  command = g_ptr_array_new ();
  g_ptr_array_add (command, (gpointer) GETTEXT_PACKAGE);
  g_ptr_array_add (command, (gpointer) "--background");
  if (window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)))
    parent = xdp_parent_new_gtk (window);

  xdp_portal_request_background (self->portal, parent,
                                 _("Orders are watched while the window is closed."), command,
                                 is_on (self, LOGIN_KEY) ? XDP_BACKGROUND_FLAG_AUTOSTART
                                                         : XDP_BACKGROUND_FLAG_NONE,
                                 self->cancellable, answered_cb, g_object_ref (self));
  g_clear_pointer (&parent, xdp_parent_free);
}

static void
write_autostart (TrancheBackground *self)
{
  g_autoptr (GError) error = NULL;

  if (tranche_autostart_exists () == is_on (self, LOGIN_KEY) ||
      tranche_autostart_set (is_on (self, LOGIN_KEY), &error))
    return;

  switch_off (self, LOGIN_KEY);
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0,
                 _("The start at login could not be changed"));
}

static void
changed_cb (TrancheBackground *self)
{
  if (self->correcting)
    return;

  if (self->sandboxed)
    ask_portal (self);
  else
    write_autostart (self);
}

static void
tranche_background_dispose (GObject *object)
{
  TrancheBackground *self = TRANCHE_BACKGROUND (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->portal);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tranche_background_parent_class)->dispose (object);
}

static void
tranche_background_finalize (GObject *object)
{
  TrancheBackground *self = TRANCHE_BACKGROUND (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tranche_background_parent_class)->finalize (object);
}

static void
tranche_background_class_init (TrancheBackgroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_background_dispose;
  object_class->finalize = tranche_background_finalize;

  signals[SIGNAL_REFUSED] =
    g_signal_new ("refused", TRANCHE_TYPE_BACKGROUND, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tranche_background_init (TrancheBackground *self)
{
  self->cancellable = g_cancellable_new ();
}

TrancheBackground *
tranche_background_new (GtkApplication *application,
                        GSettings      *settings,
                        gboolean        sandboxed)
{
  TrancheBackground *self = g_object_new (TRANCHE_TYPE_BACKGROUND, NULL);

  self->application = application;
  self->settings = g_object_ref (settings);
  self->sandboxed = sandboxed;
  if (sandboxed)
    self->portal = xdp_portal_initable_new (NULL);

  if (sandboxed && (is_on (self, RUN_KEY) || is_on (self, LOGIN_KEY)))
    ask_portal (self);
  /* Whoever has removed the file has switched it off. */
  else if (!sandboxed && !tranche_autostart_exists ())
    switch_off (self, LOGIN_KEY);

  g_signal_connect_object (settings, "changed::" RUN_KEY, G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" LOGIN_KEY, G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

gboolean
tranche_background_stays (TrancheBackground *self)
{
  g_return_val_if_fail (TRANCHE_IS_BACKGROUND (self), FALSE);

  return is_on (self, RUN_KEY);
}
