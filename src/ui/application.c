/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/application.h"

#include "ui/window.h"

struct _TrancheApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TrancheApplication, tranche_application, ADW_TYPE_APPLICATION)

static void
tranche_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (tranche_window_new (TRANCHE_APPLICATION (application)));

  gtk_window_present (window);
}

static void
tranche_application_class_init (TrancheApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = tranche_application_activate;
}

static void
tranche_application_init (TrancheApplication *self)
{
}

TrancheApplication *
tranche_application_new (void)
{
  return g_object_new (TRANCHE_TYPE_APPLICATION,
                       "application-id", TRANCHE_APPLICATION_ID,
                       "resource-base-path", "/io/github/tranche/Tranche",
                       NULL);
}
