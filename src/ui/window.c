/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window.h"

struct _TrancheWindow {
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (TrancheWindow, tranche_window, ADW_TYPE_APPLICATION_WINDOW)

static void
tranche_window_class_init (TrancheWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/window.ui");
}

static void
tranche_window_init (TrancheWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TrancheWindow *
tranche_window_new (TrancheApplication *application)
{
  return g_object_new (TRANCHE_TYPE_WINDOW, "application", application, NULL);
}
